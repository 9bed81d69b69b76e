import { Writable } from 'node:stream';
import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { log } from '#app/platform/log/log.server.ts';
import { NonceContext } from './nonce.ts';

export { openHouse } from './jobs/open-house.server.ts';

export const streamTimeout = 10_000;

/** React 18 fills a piece up with zeros where the next character is too long for it; browsers show them as �. */
function withoutFilling(html: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return html.includes(0) ? html.filter((byte) => byte !== 0) : html;
}

/** Nothing on a page waits for anything once its loaders are done, so it is sent whole and not in pieces. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, problemStatus }: RequestContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const page = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        // A timer left running would hold the whole render in memory until it fires.
        clearTimeout(timer);
        const html = withoutFilling(new Uint8Array(Buffer.concat(chunks)));
        headers.set('Content-Type', 'text/html; charset=utf-8');
        headers.set('Content-Length', String(html.length));
        resolve(new Response(html, { headers, status: problemStatus ?? status }));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => void pipe(page),
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          log.error({ err: error }, 'a page failed while it was drawn');
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted) return;
  log.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
}
