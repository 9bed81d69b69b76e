import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepCertificates } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { holderWorksHere } from './holder-reads.server.ts';

export type EraseHolderRefusal = 'not-allowed' | 'unknown-person' | 'works-here' | 'nothing-to-erase';

/**
 * Takes the name of somebody who has left off all their certificates, and with it what was written when one of them
 * was revoked. The certificates stay, so that a code on paper still says whether it counts.
 */
export async function eraseHolder(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true; count: number } | Refused<EraseHolderRefusal>> {
  if (!mayKeepCertificates(actor)) return { refused: 'not-allowed' };
  const { personId } = input;
  if ((await tx.person.count({ where: { id: personId } })) === 0) return { refused: 'unknown-person' };
  if (await holderWorksHere(tx, personId)) return { refused: 'works-here' };
  const { count } = await tx.certificate.updateMany({
    where: { personId, holderName: { not: null } },
    data: { holderName: null, holderKey: null },
  });
  if (count === 0) return { refused: 'nothing-to-erase' };
  await tx.certificateRevocation.updateMany({
    where: { certificate: { personId }, reason: { not: null } },
    data: { reason: null },
  });
  await record(tx, actor, {
    name: 'certificates.erased',
    subject: { type: 'person', id: personId },
    facts: { count },
  });
  return { ok: true, count };
}
