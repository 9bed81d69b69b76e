import type { ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/node';
import fc from 'fast-check';
import { matchRoutes } from 'react-router-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerByBranch, rankedLeaves } from '#app/platform/http/answer-by-branch.server.ts';
import { leaves, remixBuild } from '../support/remix.ts';

let build: ServerBuild;
beforeAll(async () => {
  build = await remixBuild();
});

const remixPick = (pathname: string) => {
  const routes = leaves.map(({ id, path, index }) => ({
    id,
    path: index ? undefined : path.slice(1),
    index,
  }));
  return matchRoutes([{ id: 'root', path: '', children: routes }], pathname)?.at(-1)?.route.id;
};

const ownPick = (pathname: string) =>
  rankedLeaves(build.routes).find(({ pattern }) => pattern.test(pathname))?.id;

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
          expect(ownPick(asked)).toBe(remixPick(asked));
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
