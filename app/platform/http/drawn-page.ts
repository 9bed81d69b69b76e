/** A page that is there whole. As the body of a web response it would be copied through a stream on its way out. */
export class DrawnPage extends Response {
  readonly html: Uint8Array<ArrayBuffer>;

  constructor(html: Uint8Array<ArrayBuffer>, { status, headers }: { status: number; headers: Headers }) {
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Content-Length', String(html.length));
    super(null, { status, headers });
    this.html = html;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(this.html);
  }
}

/** By what it holds: who draws a page and who sends it are bundled apart, and each has a class of its own. */
export function isDrawn(response: Response): response is DrawnPage {
  return 'html' in response;
}
