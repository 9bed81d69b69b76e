// Floor (b): the least that Remix can do for a page of this size. Neither database nor session.
import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import type { EntryContext, ServerBuild } from '@remix-run/node';
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  RemixServer,
  Scripts,
  ScrollRestoration,
  useLoaderData,
} from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import remixConfig from '../remix.config.js';
import { countElements, makeTexts, numberFrom } from './filler.ts';

const abortAfter = 10_000;
let kept: { texts: string[] } = { texts: [] };

function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function Page() {
  const { texts } = useLoaderData<typeof kept>();
  return (
    <main className="prose">
      {texts.map((text) => (
        <p key={text} className="text">
          {text}
        </p>
      ))}
    </main>
  );
}

function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  return new Promise<Response>((resolve, reject) => {
    const remix = <RemixServer context={context} url={request.url} abortDelay={abortAfter} />;
    const { pipe, abort } = renderToPipeableStream(remix, {
      onShellReady() {
        const body = new PassThrough();
        // As Everyhand does: the timer would hold every render in memory, and the floor would pay for that.
        body.on('close', () => clearTimeout(timer));
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
    const timer = setTimeout(abort, abortAfter + 1000);
  });
}

const route = { hasAction: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false };
const root = { id: 'root', path: '' };
const page = { id: 'page', parentId: 'root', path: 'page' };

const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: handleRequest } },
  routes: {
    root: { ...root, module: { default: Root } },
    page: { ...page, module: { default: Page, loader: () => kept } },
  },
  assets: {
    version: '1',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: {
      root: { ...root, ...route, hasLoader: false, module: '/assets/root.js' },
      page: { ...page, ...route, hasLoader: true, module: '/assets/page.js' },
    },
  },
  publicPath: '/assets/',
  assetsBuildDirectory: 'assets',
  basename: '/',
  isSpaMode: false,
  future: remixConfig.future as ServerBuild['future'],
};

const handler = createRequestHandler(build, 'production');

async function ask(path: string): Promise<string> {
  return (await handler(new Request(`http://floor.invalid${path}`))).text();
}

/** As many elements, and as many bytes of loader data, as the page that is compared with it. */
async function fill(elements: number, dataBytes: number): Promise<void> {
  kept = { texts: [] };
  const count = Math.max(1, elements - countElements(await ask('/page')));
  for (let textLength = Math.ceil(dataBytes / count); textLength > 0; textLength -= 1) {
    kept = { texts: makeTexts(count, textLength) };
    if (Buffer.byteLength(await ask('/page.data')) <= dataBytes) return;
  }
}

await fill(numberFrom('ELEMENTS'), numberFrom('DATA_BYTES'));

const server = createServer(async (req, res) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
  const url = new URL(req.url ?? '/', `http://${req.headers.host}`);
  const response = await handler(new Request(url, { method: req.method, headers }));
  res.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await writeReadableStreamToWritable(response.body, res);
  else res.end();
});
server.listen(numberFrom('PORT'), '127.0.0.1');
