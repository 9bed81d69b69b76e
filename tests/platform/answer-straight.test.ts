import type { ServerBuild } from '@remix-run/node';
import { createRequestHandler, data, redirect } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation, useParams, useRouteLoaderData } from '@remix-run/react';
import { createElement } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import handleRequest from '#app/entry.server.tsx';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import remixConfig from '../../remix.config.js';

const context = () => ({ nonce: 'n', requestId: 'r', clientAddress: '127.0.0.1' });

const seen: { params: object; context: object }[] = [];
let answer: () => unknown;
let framed: unknown;
beforeEach(() => {
  seen.length = 0;
  answer = () => ({ text: 'a < b' });
  framed = { onTablet: false };
});

const Root = () => createElement('html', null, createElement('body', null, createElement(Outlet)));

function Page() {
  const place = JSON.stringify([useParams(), useLocation().pathname, useLocation().search]);
  const told = JSON.stringify([useRouteLoaderData('root'), useLoaderData()]);
  return createElement('p', null, place, told);
}

const build = (): ServerBuild => {
  const flags = { hasAction: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false };
  const root = { id: 'root', path: '' };
  const page = { id: 'page', parentId: 'root', path: 'read/:book/:page' };
  const loader = ({ params, context: given }: (typeof seen)[number]) => {
    seen.push({ params, context: given });
    return answer();
  };
  const needsScripts = (handles: unknown[], rootData: unknown) =>
    !handles.includes('to read') || (rootData as { onTablet?: boolean } | undefined)?.onTablet === true;
  return {
    mode: 'production',
    entry: { module: { default: handleRequest, needsScripts, handleError: () => undefined } },
    routes: {
      root: { ...root, module: { default: Root, loader: () => framed } },
      page: { ...page, module: { default: Page, loader, handle: 'to read' } },
    },
    assets: {
      version: '1',
      url: '/m.js',
      entry: { module: '/e.js', imports: [] },
      routes: {
        root: { ...root, ...flags, hasLoader: true, module: '/root.js' },
        page: { ...page, ...flags, hasLoader: true, module: '/page.js' },
      },
    },
    publicPath: '/',
    assetsBuildDirectory: 'assets',
    basename: '/',
    isSpaMode: false,
    future: remixConfig.future,
  } as unknown as ServerBuild;
};

const path = '/read/Faust/12?part=one';

async function both(init: RequestInit = {}, asked = path) {
  const handlers = [answerByBranch(build()), createRequestHandler(build(), 'production')];
  const [own, remix] = await Promise.all(
    handlers.map(async (handler) => {
      const response = await handler(new Request(`http://here${asked}`, init), context());
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    }),
  );
  return { own: own!, remix: remix! };
}

/** Without the marks that React finds its texts by. */
const unmarked = (html: string) => html.replaceAll(/<!--.*?-->/g, '');

describe('a page without scripts', () => {
  test('says what Remix would have it say, without a mark', async () => {
    const { own, remix } = await both();
    expect(own.status).toBe(200);
    expect(own.text).toBe(unmarked(remix.text));
    expect(own.text).not.toBe(remix.text);
    expect(own.text).toContain('&lt; b');
    expect(own.headers.filter(([name]) => name !== 'content-length')).toEqual(
      remix.headers.filter(([name]) => name !== 'content-length'),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.params).toEqual({ book: 'Faust', page: '12' });
  });

  test('tells its loaders which request it is, and loads once', async () => {
    const mine = context();
    await answerByBranch(build())(new Request(`http://here${path}`), mine);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.context).toBe(mine);
  });

  test('is answered by Remix where it is not there, leads elsewhere, or has a status of its own', async () => {
    const ways: (() => unknown)[] = [
      () => {
        throw data(null, { status: 404 });
      },
      () => {
        throw redirect('/sign-in?next=%2F', { headers: { 'Set-Cookie': 'a=b' } });
      },
      () => {
        throw new Error('broken');
      },
      () => data({ text: 'no' }, { status: 422 }),
      () => redirect('/there'),
    ];
    const statuses = [];
    for (const way of ways) {
      answer = way;
      const silent = vi.spyOn(console, 'error').mockReturnValue();
      const { own, remix } = await both();
      silent.mockRestore();
      expect(own).toEqual(remix);
      statuses.push(own.status);
    }
    expect(statuses).toEqual([404, 302, 500, 422, 302]);
  });

  test('is answered by Remix, and loaded once, where its frame asks for scripts after all', async () => {
    framed = { onTablet: true };
    const { own, remix } = await both();
    expect(own).toEqual(remix);
    expect(seen).toHaveLength(2);
  });

  test('is answered by Remix to whoever asks for its head, its data or a route of it', async () => {
    for (const [init, asked] of [
      [{ method: 'HEAD' }, path],
      [{}, '/read/Faust/12.data'],
      [{}, '/read/Faust/12.data?_routes=page'],
      [{}, '/read/Faust/12?index'],
      [{}, '/read/Fa%20ust/12'],
    ] as const) {
      const { own, remix } = await both(init, asked);
      expect([asked, own]).toEqual([asked, remix]);
    }
  });
});
