import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node';

/** More than this in one request is refused. A long form has a few kilobytes. */
export const bodyLimit = 1024 * 1024;

/** What a request body raises when it turns out longer than it may be. */
export class BodyTooLarge extends Error {}

const meantForUs = (name: string) =>
  // The origin is checked before; behind a proxy Remix would compare it with the wrong host and fail.
  !name.startsWith(':') && name !== 'origin';

function limited(req: IncomingMessage, onTooLarge: () => void): Readable {
  let seen = 0;
  const stream = new Readable({ read: () => req.resume() });
  req.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > bodyLimit) {
      onTooLarge();
      stream.destroy(new BodyTooLarge());
    } else if (!stream.push(chunk)) req.pause();
  });
  req.on('end', () => stream.push(null));
  req.on('error', (error) => stream.destroy(error));
  return stream;
}

/** A web request from Node's. `address` is under our own name, whatever the client claims. */
export function toWebRequest(
  req: IncomingMessage,
  res: ServerResponse,
  address: URL,
  onTooLarge: () => void,
): Request {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableEnded) controller.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || !meantForUs(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const method = req.method ?? 'GET';
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: controller.signal };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(limited(req, onTooLarge));
    init.duplex = 'half';
  }
  return new Request(address, init);
}

export async function sendWebResponse(
  res: ServerResponse,
  response: Response,
  headOnly: boolean,
): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') continue;
    res.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies);
  if (headOnly || !response.body) {
    await response.body?.cancel();
    res.end();
    return;
  }
  if (response.headers.has('Content-Length')) res.end(Buffer.from(await response.arrayBuffer()));
  else await writeReadableStreamToWritable(response.body, res);
}
