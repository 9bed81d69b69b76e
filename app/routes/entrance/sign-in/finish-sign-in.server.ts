import { browserKind } from '#app/domain/access/sessions/browser-kind.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { hasSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { currentSession } from '../../guards.server.ts';
import type { PendingSignIn } from '../second-factor/pending-cookie.server.ts';
import { keepPending } from '../second-factor/pending-cookie.server.ts';
import { knownDevice } from '../trier.server.ts';

export type FirstFactor = Omit<PendingSignIn, 'browser'> & {
  /** Where they wanted to go. */
  next?: string;
};

export type FinishedSignIn = {
  ok: true;
  /** No session yet: the page at `to` asks for the code. */
  asksForCode: boolean;
  to: string;
  headers: Headers;
};

const codePath = (next: string) => `/sign-in/code?next=${encodeURIComponent(next)}`;

/**
 * What follows when somebody has proved who they are by one factor, whichever it was: a session, or the question for the
 * second one. Every way in ends here, so that none leads around it. The session that the browser had, whose ever it was,
 * ends.
 */
export async function finishSignIn(
  args: Guarded,
  { personId, method, next }: FirstFactor,
): Promise<FinishedSignIn | Refused<'not-employed' | 'not-the-sample'>> {
  const path = safePath(next);
  const browser = browserKind(args.request.headers.get('User-Agent'));
  if (await hasSecondFactor(reader, personId)) {
    const headers = new Headers({ 'Set-Cookie': await keepPending({ personId, method, browser }) });
    return { ok: true, asksForCode: true, to: codePath(path), headers };
  }
  const before = await currentSession(args);
  const opened = await transact((tx) =>
    openSession(tx, system, { personId, method, browser, endSessionId: before?.id }),
  );
  if ('refused' in opened) return opened;
  const headers = new Headers({ 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) });
  // Whoever got in without a password of theirs, as in the sample company, has proved nothing about the device.
  if (method !== 'sample') headers.append('Set-Cookie', await knownDevice(args.request, personId));
  return { ok: true, asksForCode: false, to: path, headers };
}
