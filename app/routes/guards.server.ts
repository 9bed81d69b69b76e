import { data, redirect } from '@remix-run/node';
import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { hasRole, headsPeople } from '#app/domain/actor/actor.ts';
import type { OpenSession } from '#app/domain/access/sessions/session-reads.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { readSessionToken } from '#app/platform/session/session-cookie.server.ts';
import type { CarriedForm } from './carried-form.ts';
import { carryForm } from './carried-form.server.ts';
import { readTabletToken } from './tablet-cookie.server.ts';
import { tabletPath } from './tablet-path.ts';

export type Guarded = { request: Request; context: RequestContext };

/** Several loaders run for one page; they ask who it is once. */
const asked = new WeakMap<RequestContext, Promise<OpenSession | null>>();

async function findSession(request: Request): Promise<OpenSession | null> {
  const token = await readSessionToken(request);
  return token ? sessionByToken(reader, token) : null;
}

/** Who is signed in, or null. */
export function currentSession({ request, context }: Guarded): Promise<OpenSession | null> {
  const session = asked.get(context) ?? findSession(request);
  asked.set(context, session);
  return session;
}

/** What one may not see is not there. */
export function notFound(): never {
  throw data(null, { status: 404 });
}

/** The path and query a reader asked for, as `next` after signing in. */
export function pathOf(request: Request): string {
  const url = new URL(request.url);
  return url.pathname.replace(/\.data$/, '') + url.search;
}

/** What a POST whose session ran out is answered with: the sign-in form, carrying what was typed. */
export type SignInAgain = { signInAgain: CarriedForm };

/** What a shared device opens to whoever signs in on it: learning, and what is there to read. All else is not there, new pages included. */
const forTablets =
  /^\/$|^\/(learn|cases|newsletter|posters|huddles|talks|actions|glossary|sources|commitments|notices|pictures|reading|sign-out|tablet)(\/|$)/;

async function sendToSignIn(request: Request): Promise<never> {
  if (!(await readCompany(reader))) throw redirect('/first-run');
  // On a device that many share, signing in is choosing a name.
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (await readTabletToken(request)) throw redirect(tabletPath(pathOf(request)), reads ? 302 : 303);
  if (reads) {
    throw redirect(`/sign-in?next=${encodeURIComponent(pathOf(request))}`);
  }
  throw data({ signInAgain: await carryForm(request) } satisfies SignInAgain, { status: 401 });
}

/**
 * The session of a person who is signed in, with a password of their own and the second factor that is asked of them;
 * everybody else is sent where that is mended.
 */
export async function requireSession(args: Guarded): Promise<OpenSession> {
  const session = await currentSession(args);
  if (!session) return sendToSignIn(args.request);
  const path = pathOf(args.request).split('?', 1)[0]!;
  if (session.kind === 'tablet' && !forTablets.test(path)) return notFound();
  const next = encodeURIComponent(pathOf(args.request));
  if (session.actor.mustChangePassword) {
    if (!path.startsWith('/password')) throw redirect(`/password?next=${next}`);
  } else if (session.mustSetUpFactor && !/^\/(account\/second-factor|sign-out)(\/|$)/.test(path)) {
    throw redirect(`/account/second-factor?next=${next}`);
  }
  return session;
}

export async function requirePerson(args: Guarded): Promise<PersonActor> {
  return (await requireSession(args)).actor;
}

export async function requireRole(args: Guarded, ...roles: Role[]): Promise<PersonActor> {
  const actor = await requirePerson(args);
  return roles.some((role) => hasRole(actor, role)) ? actor : notFound();
}

export async function requireHead(args: Guarded): Promise<PersonActor> {
  const actor = await requirePerson(args);
  return headsPeople(actor) ? actor : notFound();
}

/** Keeping one's own account is for one's own device: on a shared one these pages are not there. */
export async function requireOwnDevice(args: Guarded): Promise<OpenSession> {
  const session = await requireSession(args);
  return session.kind === 'own' ? session : notFound();
}
