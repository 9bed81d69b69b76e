import { Writable } from 'node:stream';
import type { EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { DrawnPage } from '#app/platform/http/drawn-page.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { loggedPath } from '#app/platform/log/logged-path.ts';
import { isDiskFull } from '#app/platform/db/disk-full.ts';
import { log } from '#app/platform/log/log.server.ts';
import { NonceContext } from './nonce.ts';
import { RequestIdContext } from './request-id.tsx';
import type { FrameData } from './routes/frame.server.ts';
import { scriptsFor } from './routes/frame.tsx';

export { openHouse } from './jobs/open-house.server.ts';

export const streamTimeout = 10_000;

/** React 18 fills a piece up with zeros where the next character is too long for it; browsers show them as �. */
function withoutFilling(html: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return html.includes(0) ? html.filter((byte) => byte !== 0) : html;
}

/** Pages without the program's scripts go a shorter way. */
export function needsScripts(handles: unknown[], rootData: unknown): boolean {
  return scriptsFor(handles, rootData as FrameData | undefined) === 'all';
}

/** Nothing on a page waits for anything once its loaders are done, so it is sent whole and not in pieces. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, problemStatus }: RequestContext,
): Promise<Response> {
  const init = { headers, status: problemStatus ?? status };
  const page = (
    <NonceContext.Provider value={nonce}>
      <RequestIdContext.Provider value={requestId}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </RequestIdContext.Provider>
    </NonceContext.Provider>
  );
  // Nothing is sent for a script to go on from, nor the marks that React would find its texts by.
  if (!remixContext.serverHandoffStream) {
    const html = Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(page)}`);
    return Promise.resolve(new DrawnPage(html, init));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const drawn = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        // A timer left running would hold the whole render in memory until it fires.
        clearTimeout(timer);
        resolve(new DrawnPage(withoutFilling(new Uint8Array(Buffer.concat(chunks))), init));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => void pipe(drawn),
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        log.error({ err: error }, 'a page failed while it was drawn');
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

type Failed = { request: Request; context: RequestContext };

export function handleError(error: unknown, { request, context }: Failed) {
  // What is not there, or not for them, is in the line of the request, and no fault.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const id = context.requestId;
  if (isDiskFull(error)) {
    context.diskFull = true;
    log.error({ id }, 'the disk is full: what was sent could not be saved');
    return;
  }
  log.error({ id, err: error, path: loggedPath(new URL(request.url).pathname) }, 'a request failed');
}
