import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { MailingPlan } from './mailing-plan.ts';

export type EditMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'begun';

/** As long as nobody has sent it. */
export async function editMailing(
  tx: Tx,
  actor: Actor,
  input: MailingPlan & { mailingId: string },
): Promise<{ ok: true } | Refused<EditMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const { mailingId, audience, startAt, ...plan } = input;
  const before = await tx.mailing.findUnique({ where: { id: mailingId } });
  if (!before) return { refused: 'no-such-mailing' };
  if (before.state !== 'planned') return { refused: 'begun' };
  const after = { ...plan, audience: JSON.stringify(audience), startAt: startAt ?? now() };
  const names = Object.keys(after) as (keyof typeof after)[];
  const fields = names.filter((name) => String(after[name]) !== String(before[name]));
  if (fields.length === 0) return { ok: true };
  await tx.mailing.update({ where: { id: mailingId }, data: after, select: { id: true } });
  await record(tx, actor, {
    name: 'mailing.edited',
    subject: { type: 'mailing', id: mailingId },
    facts: { fields },
  });
  return { ok: true };
}
