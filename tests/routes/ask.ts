import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { configureSessionCookie, keepSessionToken } from '#app/platform/session/session-cookie.server.ts';

type Args = {
  request: Request;
  context: { nonce: string; requestId: string; clientAddress: string };
  params: Record<string, string>;
};

export type Answer = {
  status: number;
  /** Where a redirect leads. */
  location: string | null;
  data: unknown;
  response: Response | null;
};

type Ask = {
  /** Who asks; nobody is signed in without it. */
  as?: string;
  params?: Record<string, string>;
  form?: Record<string, string | string[]>;
  method?: string;
};

export function configureCookies(): void {
  configureSessionCookie({ secret: 'a secret for the tests, long enough', https: false });
}

async function cookieOf(personId: string): Promise<string> {
  const opened = await transact((tx) => openSession(tx, system, { personId, method: 'password' }));
  if ('refused' in opened) throw new Error(opened.refused);
  return (await keepSessionToken(opened.token, opened.expiresAt)).split(';')[0]!;
}

function bodyOf(form: NonNullable<Ask['form']>): URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(entries);
}

function answerOf(result: unknown): Answer {
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get('Location'), data: null, response: result };
  }
  if (typeof result === 'object' && result !== null && 'type' in result && 'init' in result) {
    const { data, init } = result as unknown as { data: unknown; init: ResponseInit | null };
    return { status: init?.status ?? 200, location: null, data, response: null };
  }
  return { status: 200, location: null, data: result, response: null };
}

/** Calls a loader or an action as the server would, and brings what it returns and what it throws into one shape. */
export async function ask(route: (args: never) => unknown, path: string, how: Ask = {}): Promise<Answer> {
  const headers = new Headers({ 'Accept-Language': 'en-GB' });
  if (how.as) headers.set('Cookie', await cookieOf(how.as));
  const method = how.method ?? (how.form ? 'POST' : 'GET');
  const request = new Request(`http://localhost${path}`, {
    headers,
    method,
    body: how.form && bodyOf(how.form),
  });
  const args: Args = {
    request,
    context: { nonce: '', requestId: '', clientAddress: '127.0.0.1' },
    params: how.params ?? {},
  };
  try {
    return answerOf(await route(args as never));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return answerOf(thrown);
  }
}

type Reply = { reply?: { initialValue?: Record<string, unknown>; error?: Record<string, string[] | null> } };

/** What a form says when it comes back. */
export function replyOf({ data }: Answer) {
  const reply = (data as Reply).reply;
  return { typed: reply?.initialValue ?? {}, errors: reply?.error ?? {} };
}
