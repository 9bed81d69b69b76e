import type { Actor } from '#app/domain/actor/actor.ts';
import { mayGiveSlip } from '#app/domain/actor/role-grants.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { keyFor } from '#app/platform/session/keys.server.ts';
import { issueToken } from './issue-token.server.ts';
import { makeShortCode, shortCodeHash } from './short-code.ts';
import { readSlipPerson } from './slip-reads.server.ts';
import type { PersonalPurpose } from './token.ts';

export type Slip = { ok: true; purpose: PersonalPurpose; token: string; code: string; expiresAt: Date };

/** For somebody who cannot be reached by mail: a link and a short code, shown once. An earlier slip opens nothing more. */
export async function printSlip(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<Slip | Refused<'not-allowed'>> {
  const { personId } = input;
  const person = await readSlipPerson(tx, personId);
  if (!person || !mayGiveSlip(actor, person)) return { refused: 'not-allowed' };
  const code = makeShortCode();
  const purpose = person.hasPassword ? 'reset' : 'invitation';
  const shortHash = shortCodeHash(keyFor('slip code'), personId, code);
  const issued = await issueToken(tx, actor, { purpose, personId, channel: 'slip', shortHash });
  return { ok: true, purpose, token: issued.token, code, expiresAt: issued.expiresAt! };
}
