import type { RequestHandler, ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/node';
import { answerStraight } from './answer-straight.server.ts';

type Routes = ServerBuild['routes'];
type Route = Routes[string];

/** As Remix reads a path: `:name` is one segment, or part of one, and is captured; a `*` at the end is any rest. */
function patternOf(path: string): RegExp {
  const fixed = path
    .replace(/\/*\*?$/, '')
    .replace(/^\/*/, '/')
    .replaceAll(/[\\.*+^${}|()[\]]/g, String.raw`\$&`)
    .replaceAll(/\/:[\w-]+/g, String.raw`/([^\/]+)`);
  const rest = path.endsWith('*')
    ? /^\/?\*$/.test(path)
      ? '(?:.*)'
      : String.raw`(?:\/.+|\/*)`
    : String.raw`\/*`;
  return new RegExp(`^${fixed}${rest}$`, 'i');
}

/** Of two paths that fit, Remix takes the one with the higher rank. */
function rankOf(path: string, index: boolean): number {
  const segments = path.split('/');
  const worth = (segment: string) => (/^:[\w-]+$/.test(segment) ? 3 : segment === '' ? 1 : 10);
  const rank = segments.filter((one) => one !== '*').reduce((sum, one) => sum + worth(one), segments.length);
  return rank + (segments.includes('*') ? -2 : 0) + (index ? 2 : 0);
}

function branchOf(routes: Routes, leaf: Route): Route[] {
  const parent = leaf.parentId === undefined ? undefined : routes[leaf.parentId];
  return parent ? [...branchOf(routes, parent), leaf] : [leaf];
}

function fullPath(routes: Routes, leaf: Route): string {
  const path = branchOf(routes, leaf)
    .map((route) => route.path ?? '')
    .join('/');
  return path.replaceAll(/\/{2,}/g, '/').replace(/^\/*/, '/');
}

const only = <T>(all: Record<string, T>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(ids.flatMap((id) => (all[id] ? [[id, all[id]]] : [])));

type Leaf = { id: string; pattern: RegExp; names: string[] };

/** The routes that have an address, those that Remix would rather take first. */
export function rankedLeaves(routes: Routes): Leaf[] {
  return Object.values(routes)
    .filter(({ parentId, path, index }) => parentId !== undefined && (path !== undefined || index))
    .map((route) => ({ id: route.id, path: fullPath(routes, route), index: route.index === true }))
    .map(({ id, path, index }) => ({
      id,
      pattern: patternOf(path),
      names: [...path.matchAll(/\/:([\w-]+)/g)].map(([, name = '']) => name),
      rank: rankOf(path, index),
    }))
    .toSorted((a, b) => b.rank - a.rank);
}

/** What the names in a route's path stand for in an address; null where it does not fit. */
export function paramsOf({ pattern, names }: Leaf, pathname: string): Record<string, string> | null {
  const values = pattern.exec(pathname)?.slice(1);
  if (!values) return null;
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
}

/** The address whose page is asked for: that of a page's data is the page's with an ending. */
function pagePath(pathname: string): string {
  const page = pathname.replace(/\.data$/, '');
  return page === '/_root' ? '/' : page;
}

/**
 * Remix looks through every route several times for each request, and a page pays for all the pages there are. Here
 * the address is looked up once, and Remix is given the routes of that one branch alone.
 */
export function answerByBranch(build: ServerBuild): RequestHandler {
  const leaves = rankedLeaves(build.routes);
  const whole = createRequestHandler(build, build.mode);
  const handlers = new Map<string, RequestHandler>();
  const make = (leaf: Leaf): RequestHandler => {
    const branch = branchOf(build.routes, build.routes[leaf.id]!);
    const ids = branch.map(({ id }) => id);
    const assets = { ...build.assets, routes: only(build.assets.routes, ids) };
    const ofBranch = { ...build, routes: only(build.routes, ids), assets };
    const handler = createRequestHandler(ofBranch, build.mode);
    const straight = answerStraight(ofBranch, branch);
    if (!straight) return handler;
    return async (request, context) => {
      const params = paramsOf(leaf, new URL(request.url).pathname);
      return (params && context && (await straight(request, context, params))) ?? handler(request, context);
    };
  };
  const handlerFor = (pathname: string) => {
    const leaf = leaves.find(({ pattern }) => pattern.test(pathname));
    if (!leaf) return whole;
    const handler = handlers.get(leaf.id) ?? make(leaf);
    handlers.set(leaf.id, handler);
    return handler;
  };
  return (request, context) => {
    const { pathname, searchParams } = new URL(request.url);
    // Escapes are for Remix to read, and so is a request that names its route.
    const plain = !pathname.includes('%') && !searchParams.has('_data');
    return (plain ? handlerFor(pagePath(pathname)) : whole)(request, context);
  };
}
