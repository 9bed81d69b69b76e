import { z } from 'zod';
import { passwordStamp } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { signedCookie } from '#app/platform/session/signed-cookie.server.ts';

const cookie = signedCookie('everyhand-sign-in');
const lifetime = 10 * 60_000;

/** Somebody who has given the first factor and owes the second. It opens nothing but the question for the code. */
const pending = z.object({
  personId: z.string(),
  method: z.enum(['password', 'sample', 'invitation', 'reset']),
  browser: z.string().nullable(),
  stamp: z.string(),
  at: z.number(),
});

export type PendingSignIn = Pick<z.infer<typeof pending>, 'personId' | 'method' | 'browser'>;

export async function keepPending(signIn: PendingSignIn): Promise<string> {
  const at = now().getTime();
  const stamp = await passwordStamp(reader, signIn.personId);
  return cookie.keep({ ...signIn, stamp, at }, new Date(at + lifetime));
}

/** Null after ten minutes, and as soon as the password it was opened with is another one. */
export async function readPending(request: Request): Promise<PendingSignIn | null> {
  const kept = pending.safeParse(await cookie.read(request));
  if (!kept.success) return null;
  const { at, stamp, ...signIn } = kept.data;
  const isFresh = now().getTime() - at < lifetime;
  return isFresh && stamp === (await passwordStamp(reader, signIn.personId)) ? signIn : null;
}

export function dropPending(): Promise<string> {
  return cookie.drop();
}
