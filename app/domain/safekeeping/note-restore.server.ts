import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/**
 * The database is what a backup held. What happened between the two is not in it: who was signed out or shut out since,
 * which link was used, which mail was sent. So everybody signs in again, links and slips open nothing any more, and mail
 * that waited may have left.
 */
export async function noteRestore(
  tx: Tx,
  actor: Actor,
  input: { name: string },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const { name } = input;
  await tx.session.deleteMany({});
  await tx.token.deleteMany({ where: { usedAt: null } });
  await tx.mail.updateMany({
    where: { state: { in: ['queued', 'sending'] } },
    data: { state: 'uncertain', settledAt: now(), reason: storedReason('restored') },
  });
  const onItsWay = { state: { in: ['running', 'paused'] } };
  await tx.mailingReader.updateMany({
    where: { state: { in: ['queued', 'sending'] }, mailing: onItsWay },
    data: { state: 'uncertain', settledAt: now(), reason: storedReason('restored') },
  });
  await tx.mailing.updateMany({ where: onItsWay, data: { state: 'paused', pausedFor: 'restored' } });
  await record(tx, actor, {
    name: 'backup.restored',
    subject: { type: 'backup', id: name },
    facts: { name },
  });
  return { ok: true };
}
