import type { PasswordHash } from '../passwords/credential.ts';
import { setPassword } from '../passwords/set-password.server.ts';
import type { Actor, PersonActor } from '#app/domain/actor/actor.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { spendToken } from './spend-token.server.ts';
import type { TokenProof } from './token.ts';

/** By the bearer of a link or a slip, which is spent with it. Every session of the person ends. */
export async function choosePassword(
  tx: Tx,
  actor: Actor,
  input: { proof: TokenProof; secretHash: PasswordHash },
): Promise<{ ok: true; personId: string } | Refused<'token-dead' | 'not-allowed'>> {
  const spent = await spendToken(tx, actor, input.proof);
  if ('refused' in spent) return spent;
  const { bearer } = spent.token;
  if (!bearer) return { refused: 'token-dead' };
  const { id: personId, name, language } = bearer;
  // Whoever bears it is that person, and nothing more: the token opens the choice of a password and no role.
  const themselves: PersonActor = {
    kind: 'person',
    id: personId,
    name,
    language,
    roles: [],
    departmentId: null,
    function: null,
    headOf: [],
    siteTimeZone: 'UTC',
    mustChangePassword: false,
  };
  const set = await setPassword(tx, themselves, { personId, secretHash: input.secretHash });
  return 'refused' in set ? set : { ok: true, personId };
}
