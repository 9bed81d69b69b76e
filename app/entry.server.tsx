import { Writable } from 'node:stream';
import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { loggedPath } from '#app/platform/log/logged-path.ts';
import { isDiskFull } from '#app/platform/db/disk-full.ts';
import { log } from '#app/platform/log/log.server.ts';
import { NonceContext } from './nonce.ts';
import { RequestIdContext } from './request-id.tsx';

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
  { nonce, requestId, problemStatus }: RequestContext,
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
        <RequestIdContext.Provider value={requestId}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </RequestIdContext.Provider>
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

type Failed = { request: Request; context: RequestContext };

export function handleError(error: unknown, { request, context }: Failed) {
  if (request.signal.aborted) return;
  const id = context.requestId;
  if (isDiskFull(error)) {
    context.diskFull = true;
    log.error({ id }, 'the disk is full: what was sent could not be saved');
    return;
  }
  log.error({ id, err: error, path: loggedPath(new URL(request.url).pathname) }, 'a request failed');
}
