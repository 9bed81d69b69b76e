import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { pinHashOf } from '#app/domain/access/pins/pin-reads.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import type { OpenTablet } from '#app/domain/access/tablets/tablet.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { currentSession } from '../../guards.server.ts';
import { keepTabletToken, readTabletToken } from '../../tablet-cookie.server.ts';

export type PinTry = {
  tablet: OpenTablet;
  /** Null for a number nobody of this tablet has: it takes the same work and the same tries. */
  personId: string | null;
  /** Whom the tries are counted for. */
  who: string;
  pin: string;
};

/** The cookies of a session on the shared device. */
export async function signInByPin(
  args: Guarded,
  { tablet, personId, who, pin }: PinTry,
): Promise<{ ok: true; headers: Headers } | Refused<'wrong' | 'too-many'>> {
  const tried = await countTry(limits.pin(tablet.id, who));
  if ('refused' in tried) return { refused: 'too-many' };
  const stored = personId ? await pinHashOf(reader, personId) : null;
  const isRight = await verifyPassword(stored, pin);
  const before = await currentSession(args);
  const opened =
    isRight && personId
      ? await transact((tx) =>
          openSession(tx, system, {
            personId,
            method: 'pin',
            tabletId: tablet.id,
            endSessionId: before?.id,
          }),
        )
      : null;
  if (!opened || 'refused' in opened) {
    await transact((tx) => refuseSignIn(tx, system, { personId }));
    return { refused: 'wrong' };
  }
  await tried.takeBack();
  const headers = new Headers({ 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) });
  const token = await readTabletToken(args.request);
  if (token) headers.append('Set-Cookie', await keepTabletToken(token));
  return { ok: true, headers };
}
