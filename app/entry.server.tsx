import { PassThrough } from 'node:stream';
import type { EntryContext } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { log } from '#app/platform/log/log.server.ts';
import { NonceContext } from './nonce.ts';

export { openHouse } from './jobs/open-house.server.ts';

export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, problemStatus }: RequestContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let shellIsOut = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady() {
          shellIsOut = true;
          const body = new PassThrough();
          // A timer left running would hold the whole render in memory until it fires.
          body.on('close', () => clearTimeout(timer));
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: problemStatus ?? status,
            }),
          );
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          if (shellIsOut) log.error({ err: error }, 'a page failed while it was sent');
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
