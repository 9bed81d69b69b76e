import type { RequestHandler } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/node';
import type { Outcome } from './access-table.ts';
import { leafAt, remixBuild } from './remix.ts';

export type Kind = 'document' | 'data' | 'data of the leaf';
export const kinds: Kind[] = ['document', 'data', 'data of the leaf'];

export type Ask = {
  path: string;
  kind?: Kind;
  method?: string;
  cookie?: string;
  form?: Record<string, string>;
};
export type Answer = { status: number; text: string; location: string | null; headers: Headers };

let handler: RequestHandler | undefined;
let asked = 0;

function addressOf({ path, kind = 'document' }: Ask): string {
  const [pathname, query = ''] = path.split('?', 2) as [string, string?];
  const data = kind === 'document' ? pathname : `${pathname === '/' ? '/_root' : pathname}.data`;
  const search = new URLSearchParams(query);
  if (kind === 'data of the leaf') search.set('_routes', leafAt(pathname).id);
  return `http://localhost${data}${search.size > 0 ? `?${search}` : ''}`;
}

/** Asks the program as its server would, through Remix's own handler. */
export async function ask(wanted: Ask): Promise<Answer> {
  handler ??= createRequestHandler(await remixBuild(), 'production');
  const { method = 'GET', cookie, form } = wanted;
  const headers = new Headers(cookie ? { cookie } : {});
  const body = method === 'GET' || method === 'HEAD' ? undefined : new URLSearchParams(form ?? {});
  asked += 1;
  const context = { nonce: 'nonce', requestId: String(asked) };
  const response = await handler(new Request(addressOf(wanted), { method, headers, body }), context);
  const text = await response.text();
  // In data, a redirect is an answer that says where to.
  const inData = /"SingleFetchRedirect"|"redirect","\//.test(text) && response.status === 202;
  const location = inData
    ? (/"redirect","([^"]*)"/.exec(text)?.[1] ?? null)
    : response.headers.get('Location');
  const status = inData ? Number(/"status",(\d+)/.exec(text)?.[1] ?? 302) : response.status;
  return { status, text, location, headers: response.headers };
}

export function outcomeOf({ status, location }: Answer): Outcome | `status ${number}` {
  if (status === 200 || status === 422 || status === 303) return 'ok';
  if (status === 302) return location?.startsWith('/sign-in?next=') ? 'sign-in' : 'redirect';
  if (status === 401) return 'carry';
  if (status === 403 || status === 413) return 'refused';
  if (status === 404) return 'not-found';
  if (status === 409) return 'over';
  return status === 405 ? 'no-method' : `status ${status}`;
}
