import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

type StaticFile = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer; cache: string };

export type StaticFiles = Map<string, StaticFile>;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const compressed = ['.br', '.gz'];

/** The built client, read once: it is small, and a folder mounted at `/` would look for every page as a file. */
export function loadStaticFiles(folder: string): StaticFiles {
  const files: StaticFiles = new Map();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type || compressed.includes(extname(entry.name))) continue;
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const maybe = (end: string) => (existsSync(path + end) ? readFileSync(path + end) : undefined);
    files.set(url, {
      type,
      plain: readFileSync(path),
      br: maybe('.br'),
      gzip: maybe('.gz'),
      // Names under assets/ carry a hash of what is in them.
      cache: url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    });
  }
  return files;
}

/** Answers from the files, or says that there is none. */
export function serveStatic(
  files: StaticFiles,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const file = files.get(path);
  if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
  const accepted = String(req.headers['accept-encoding'] ?? '');
  const [encoding, body] =
    file.br && accepted.includes('br')
      ? ['br', file.br]
      : file.gzip && accepted.includes('gzip')
        ? ['gzip', file.gzip]
        : [null, file.plain];
  res.setHeader('Content-Type', file.type);
  res.setHeader('Content-Length', body.length);
  res.setHeader('Cache-Control', file.cache);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Vary', 'Accept-Encoding');
  if (encoding) res.setHeader('Content-Encoding', encoding);
  res.writeHead(200);
  res.end(req.method === 'HEAD' ? undefined : body);
  return true;
}
