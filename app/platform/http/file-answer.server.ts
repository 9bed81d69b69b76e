export type FileWanted = {
  /** Changes whenever the bytes may. */
  key: string;
  mediaType: string;
  cacheControl: string;
  /** What it is called where it is kept; without `attachment` a browser that can show it does. */
  name: string;
  attachment?: boolean;
  /** Called only where the bytes are wanted. A response stands in for them. */
  make: () => Promise<Uint8Array | Response>;
};

/** In any letters, and once more in plain ones for those who know no others. */
function dispositionOf(name: string, attachment: boolean): string {
  const plain = name.replace(/[^\w.-]+/g, '-');
  const kind = attachment ? 'attachment' : 'inline';
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function knows(request: Request, tag: string): boolean {
  const known = request.headers.get('If-None-Match') ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** A file that is made when it is asked for; whoever has it already is told so, and it is not made. */
export async function fileAnswer(request: Request, wanted: FileWanted): Promise<Response> {
  const tag = `"${wanted.key}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': wanted.cacheControl,
    'Content-Type': wanted.mediaType,
    'Content-Disposition': dispositionOf(wanted.name, wanted.attachment ?? false),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  };
  if (knows(request, tag)) return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const made = await wanted.make();
  if (made instanceof Response) return made;
  return new Response(new Uint8Array(made), {
    headers: { ...headers, 'Content-Length': String(made.length) },
  });
}
