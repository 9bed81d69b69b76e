import type { ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/node';
import fc from 'fast-check';
import { matchRoutes } from 'react-router-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerByBranch, paramsOf, rankedLeaves } from '#app/platform/http/answer-by-branch.server.ts';
import { leaves, remixBuild } from '../support/remix.ts';

let build: ServerBuild;
let ranked: ReturnType<typeof rankedLeaves>;
beforeAll(async () => {
  build = await remixBuild();
  ranked = rankedLeaves(build.routes);
});

const allRoutes = leaves.map(({ id, path, index }) => ({
  id,
  path: index ? undefined : path.slice(1),
  index,
}));

const remixPick = (pathname: string) => {
  const last = matchRoutes([{ id: 'root', path: '', children: allRoutes }], pathname)?.at(-1);
  // What a star stands for is nobody's to ask: no page of such a route is drawn here.
  const { '*': _rest, ...params } = last?.params ?? {};
  return last && { id: last.route.id, params };
};

const ownPick = (pathname: string) => {
  const leaf = ranked.find(({ pattern }) => pattern.test(pathname));
  return leaf && { id: leaf.id, params: paramsOf(leaf, pathname) };
};

describe('the branch of an address', () => {
  it('is the one that Remix takes, for every route', () => {
    for (const { path } of leaves) {
      for (const address of [path, path.replaceAll(/:\w+/g, 'new'), `${path.replaceAll(':', '')}/`]) {
        const asked = address.replace('*', 'no/such/page');
        expect([asked, ownPick(asked)]).toEqual([asked, remixPick(asked)]);
      }
    }
  });

  it('is the one that Remix takes, for whatever is asked', () => {
    const words = [...new Set(leaves.flatMap(({ path }) => path.split('/')))].map((one) =>
      one.replace(/^:/, ''),
    );
    const segment = fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[\w.~-]{0,8}$/));
    const path = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);
    fc.assert(
      fc.property(
        fc.oneof(
          path,
          path.map((one) => one.toUpperCase()),
        ),
        (asked) => {
          expect(ownPick(asked)).toEqual(remixPick(asked));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a page by its branch', () => {
  const context = { nonce: 'n', requestId: 'r', clientAddress: '127.0.0.1' };
  const bare = () => {
    const component = () => null;
    const routes = Object.fromEntries(
      Object.entries(build.routes).map(([id, route]) => {
        const loader = () => ({ answeredBy: id });
        return [id, { ...route, module: { default: component, loader } }];
      }),
    );
    return { ...build, routes } as unknown as ServerBuild;
  };

  it('has the loaders that it has of all routes', async () => {
    const all = createRequestHandler(bare(), 'production');
    const one = answerByBranch(bare());
    for (const path of [
      '/_root.data',
      '/learn.data',
      '/learn/a/b.data',
      '/no/such.data',
      '/LEARN/',
      '/a%2Fb.data',
    ]) {
      const ask = async (handler: typeof all) => {
        const answer = await handler(new Request(`http://here${path}`), context);
        return [answer.status, path.endsWith('.data') ? await answer.text() : ''];
      };
      expect(await ask(one)).toEqual(await ask(all));
    }
  });
});
