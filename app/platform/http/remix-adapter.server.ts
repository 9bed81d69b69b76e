import type { IncomingMessage, ServerResponse } from 'node:http';
import { writeReadableStreamToWritable } from '@remix-run/node';
import { isDrawn } from './drawn-page.ts';

/** More than this in one request is refused. A long form has a few kilobytes. */
export const bodyLimit = 1024 * 1024;

const meantForUs = (name: string) =>
  // The origin is checked before; behind a proxy Remix would compare it with the wrong host and fail.
  !name.startsWith(':') && name !== 'origin';

/** All of a body; null as soon as it turns out longer than it may be. What then still comes is dropped. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let seen = 0;
    req.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen <= limit) chunks.push(chunk);
      else {
        chunks = [];
        resolve(null);
      }
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether the fields of a form can be read out of a body. Browsers send nothing else. */
export async function isWholeForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  try {
    if (/^multipart/i.test(contentType)) {
      await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
    } else {
      for (const [escaped] of utf8.decode(body).matchAll(/(?:%[0-9a-f]{2})+/gi)) decodeURIComponent(escaped);
    }
    return true;
  } catch {
    return false;
  }
}

/** Made once: an error of its own for each request would be the dearest part of it. */
const over = new Error('nobody waits for this any more');

/** A web request from Node's. `address` is under our own name, whatever the client claims. */
export function toWebRequest(
  req: IncomingMessage,
  res: ServerResponse,
  address: URL,
  body: Uint8Array<ArrayBuffer> | null,
): Request {
  const controller = new AbortController();
  // Also once all is sent: until then Remix keeps a timer, and with it all that the page was made of.
  res.on('close', () => controller.abort(over));
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || !meantForUs(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return new Request(address, { method: req.method ?? 'GET', headers, signal: controller.signal, body });
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
  if (isDrawn(response) && !headOnly) {
    res.end(response.html);
    return;
  }
  if (headOnly || !response.body) {
    await response.body?.cancel();
    res.end();
    return;
  }
  if (response.headers.has('Content-Length')) res.end(Buffer.from(await response.arrayBuffer()));
  else await writeReadableStreamToWritable(response.body, res);
}
