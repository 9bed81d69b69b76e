import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { readRecipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { dueAheadAtMost, statusOf } from './action-item.ts';
import { actionToKeep } from './action-reads.server.ts';

export type ChangeActionRefusal = 'no-such-action' | 'not-open' | 'not-employed' | 'due';

/** Another owner or another date: for whoever heads the department. What was agreed stays as it was said. */
export async function changeAction(
  tx: Tx,
  actor: PersonActor,
  { actionId, ownerId, dueOn }: { actionId: string; ownerId: string; dueOn: string },
): Promise<{ ok: true } | Refused<ChangeActionRefusal>> {
  const item = await actionToKeep(tx, actor, actionId);
  if (!item || !mayLeadTalks(actor, item.departmentId)) return { refused: 'no-such-action' };
  if (statusOf(item.settlements[0]) !== 'open') return { refused: 'not-open' };
  if (item.ownerId === ownerId && item.dueOn === dueOn) return { ok: true };
  if (item.ownerId !== ownerId && !(await readRecipient(tx, ownerId))?.employed)
    return { refused: 'not-employed' };
  const today = dateIn(actor.siteTimeZone);
  const isMoved = item.dueOn !== dueOn;
  if (isMoved && (dueOn < today || dueOn > daysAfter(today, dueAheadAtMost))) return { refused: 'due' };
  await tx.actionItem.update({ where: { id: actionId }, data: { ownerId, dueOn }, select: { id: true } });
  await record(tx, actor, {
    name: 'action.changed',
    subject: { type: 'action', id: actionId },
    facts: { ownerId, dueOn },
  });
  return { ok: true };
}
