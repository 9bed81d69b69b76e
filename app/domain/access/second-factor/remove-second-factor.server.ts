import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { rolesOf } from '../roles-reads.server.ts';

export type RemoveSecondFactor = {
  personId: string;
  /** The session that stays open; every other one of the person ends. */
  keepSessionId?: string;
};

/** One's own, or as HR for somebody who has lost the phone. Who has an address is told by mail. */
export async function removeSecondFactor(
  tx: Tx,
  actor: Actor,
  { personId, keepSessionId }: RemoveSecondFactor,
): Promise<{ ok: true } | Refused<'not-allowed' | 'is-off'>> {
  const byOther = actorId(actor) !== personId;
  if (byOther && !mayActFor(actor, await rolesOf(tx, personId))) return { refused: 'not-allowed' };
  const { count } = await tx.credential.deleteMany({ where: { personId, kind: 'totp' } });
  if (count === 0) return { refused: 'is-off' };
  await tx.backupCode.deleteMany({ where: { personId } });
  await tx.session.deleteMany({ where: { personId, id: { not: keepSessionId ?? '' } } });
  const seq = await record(tx, actor, {
    name: 'second-factor.removed',
    subject: { type: 'person', id: personId },
    facts: { byOther },
  });
  const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
  if (person?.email) {
    await queueMail(tx, actor, {
      key: `second-factor.removed ${seq}`,
      template: 'sign-in-changed',
      personId,
      facts: { what: 'second-factor', byOther: byOther ? 1 : 0 },
    });
  }
  return { ok: true };
}
