import type { AppLoadContext, EntryContext, ServerBuild } from '@remix-run/node';

type Route = ServerBuild['routes'][string];
type Answer = (request: Request, context: AppLoadContext, params: Params) => Promise<Response | null>;
type Params = Record<string, string>;
type LoaderData = EntryContext['staticHandlerContext']['loaderData'];

/** What `entry.server` says of itself beside what Remix asks of it. */
type StraightEntry = {
  /** Whether a page of routes with these handles goes on by Remix's scripts; what its root loaded is known later. */
  needsScripts?: (handles: unknown[], rootData: unknown) => boolean;
};

/** Whatever says more than its data (a status, a header, where to go instead) is for Remix to read. */
const isPlain = (data: unknown) =>
  data === null || (typeof data === 'object' && Object.getPrototypeOf(data) === Object.prototype);

/** The page itself is asked for, not its data or a route of it. */
const asksForPage = ({ method }: Request, { pathname, searchParams }: URL) =>
  method === 'GET' &&
  !pathname.endsWith('.data') &&
  !['index', '_routes', '_data'].some((name) => searchParams.has(name));

/** A page drawn without what a script would go on from. */
function contextOf(build: ServerBuild, url: URL, branch: Route[], params: Params, data: LoaderData) {
  const { pathname, search } = url;
  const matches = branch.map((route) => {
    const base = route.parentId === undefined ? '/' : pathname;
    return { route, params, pathname: base, pathnameBase: base };
  });
  const page = {
    basename: '/',
    location: { pathname, search, hash: '', state: null, key: 'default' },
    matches,
    loaderData: data,
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  return {
    manifest: build.assets,
    routeModules: Object.fromEntries(branch.map(({ id, module }) => [id, module])),
    staticHandlerContext: page,
    serverHandoffString: '',
    renderMeta: {},
    future: build.future,
    isSpaMode: false,
    serializeError: () => undefined,
  } as unknown as EntryContext;
}

/**
 * A page that sends no scripts needs little of what Remix does for one that does: here its loaders are called, and it
 * is drawn. Null where it is no such page or does not come out as one; then Remix is asked, from the beginning.
 */
export function answerStraight(build: ServerBuild, branch: Route[]): Answer | null {
  const { needsScripts } = build.entry.module as StraightEntry;
  const handles = branch.map(({ module }) => module.handle);
  const draw = build.entry.module.default;
  // Of a star, `params` would say nothing; and headers of its own are for Remix to put together.
  const wantsMore = branch.some(({ path, module }) => path?.endsWith('*') || module.headers);
  if (wantsMore || !needsScripts || needsScripts(handles, undefined)) return null;
  return async (request, context, params) => {
    const url = new URL(request.url);
    if (!asksForPage(request, url)) return null;
    const loaded: LoaderData = {};
    try {
      for (const { id, parentId, module } of branch) {
        const data = module.loader ? await module.loader({ request, context, params }) : null;
        // Before the others: what a loader notes of a page that is read, it should note once.
        if (!isPlain(data) || (parentId === undefined && needsScripts(handles, data))) return null;
        loaded[id] = data;
      }
      return await draw(request, 200, new Headers(), contextOf(build, url, branch, params, loaded), context);
    } catch {
      return null;
    }
  };
}
