import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import * as entry from '#app/entry.server.tsx';
import * as root from '#app/root.tsx';
import routes from '#app/routes.ts';
import remixConfig from '../../remix.config.js';

type RouteModule = ServerBuild['routes'][string]['module'];

const found = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}');

export type Leaf = { id: string; path: string; file: string; index?: boolean };

/** Every route as the access table names it, with the id that Remix gives it. */
export const leaves: Leaf[] = (routes as RouteConfigEntry[]).map(({ path, file, index }) => ({
  id: file.replace(/\.tsx?$/, ''),
  path: `/${path ?? ''}`,
  file,
  index,
}));

const dynamic = (path: string) => (path.match(/[:*]/g) ?? []).length + (path.endsWith('*') ? 100 : 0);

/** The route that answers an address: of those that fit, the one that leaves least open. */
export function leafAt(pathname: string): Leaf {
  const fits = leaves.filter(({ path }) => {
    const pattern = path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*');
    return new RegExp(`^${pattern}$`).test(pathname);
  });
  return fits.toSorted((a, b) => dynamic(a.path) - dynamic(b.path))[0]!;
}

const own = (module: RouteModule, name: keyof RouteModule) => Object.hasOwn(module, name);

/** What the build would hold, put together from the sources: the true routes, entry and flags, without a client. */
export async function remixBuild(): Promise<ServerBuild> {
  const build: ServerBuild = {
    mode: 'production',
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes: {},
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: {},
      url: '/assets/manifest.js',
      version: 'test',
    },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: remixConfig.future as ServerBuild['future'],
    isSpaMode: false,
  };
  const add = (
    route: { id: string; parentId?: string; path?: string; index?: boolean },
    module: RouteModule,
  ) => {
    build.routes[route.id] = { ...route, module };
    build.assets.routes[route.id] = {
      ...route,
      hasAction: own(module, 'action'),
      hasLoader: own(module, 'loader'),
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: own(module, 'ErrorBoundary'),
      module: `/assets/${route.id}.js`,
    };
  };
  add({ id: 'root', path: '' }, root as unknown as RouteModule);
  for (const { id, path, file, index } of leaves) {
    const load = found[`../../app/${file}`];
    if (!load) throw new Error(`app/routes.ts names ${file}, which is not there.`);
    add({ id, parentId: 'root', path: index ? undefined : path.slice(1), index }, await load());
  }
  return build;
}
