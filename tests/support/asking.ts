import type { RequestHandler } from '@remix-run/node';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import type { Outcome } from './access-rows.ts';
import { leafAt, remixBuild } from './remix.ts';

export type Kind = 'document' | 'data' | 'data of the leaf';
export const kinds: Kind[] = ['document', 'data', 'data of the leaf'];

export type Ask = {
  path: string;
  kind?: Kind;
  method?: string;
  cookie?: string;
  /** A list is one field that is sent several times. */
  form?: Record<string, string | string[]>;
  /** Where it comes from. */
  address?: string;
  userAgent?: string;
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

function bodyOf(form: NonNullable<Ask['form']>): URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(entries);
}

/** Asks the program as its server would, through Remix's own handler. */
export async function ask(wanted: Ask): Promise<Answer> {
  handler ??= answerByBranch(await remixBuild());
  const { method = 'GET', cookie, form, address = '127.0.0.1', userAgent } = wanted;
  const headers = new Headers(cookie ? { cookie } : {});
  if (userAgent) headers.set('User-Agent', userAgent);
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(form ?? {});
  asked += 1;
  const context = { nonce: 'nonce', requestId: String(asked), clientAddress: address };
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
