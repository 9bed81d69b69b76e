import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { passwordOf } from '#app/domain/access/passwords/credential-reads.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { acceptCode } from '#app/domain/access/second-factor/accept-code.server.ts';
import { digitsOf, isAppCode } from '#app/domain/access/second-factor/factor.ts';
import type { OpenSession } from '#app/domain/access/sessions/session-reads.server.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

/**
 * Before what decides who can sign in is changed, whoever is signed in proves again that it is them: by the password, or
 * by a code from the app. No password is as short as a code.
 */
export async function proveAgain(
  { id, actor }: OpenSession,
  typed: string,
): Promise<{ ok: true } | Refused<'wrong' | 'too-many'>> {
  const tried = await countTry(limits.ownPassword(id));
  if ('refused' in tried) return { refused: 'too-many' };
  const personId = actor.id;
  const code = digitsOf(typed);
  const isRight = isAppCode(code)
    ? 'ok' in (await transact((tx) => acceptCode(tx, actor, { personId, code })))
    : await verifyPassword((await passwordOf(reader, personId))?.secretHash ?? null, typed);
  if (!isRight) return { refused: 'wrong' };
  await tried.takeBack();
  return { ok: true };
}
