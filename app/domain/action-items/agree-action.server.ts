import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { readRecipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewAction } from './action-item.ts';

export type AgreeActionRefusal = 'not-allowed' | 'not-employed';

export type AgreedAction = NewAction & { departmentId: string; origin: { type: string; id: string } };

/** Writes down what was agreed in a department: one owner, one date. */
export async function agreeAction(
  tx: Tx,
  actor: Actor,
  { text, ownerId, dueOn, departmentId, origin }: AgreedAction,
): Promise<{ ok: true; actionId: string } | Refused<AgreeActionRefusal>> {
  if (!mayLeadTalks(actor, departmentId)) return { refused: 'not-allowed' };
  if (!(await readRecipient(tx, ownerId))?.employed) return { refused: 'not-employed' };
  const id = ulid();
  const where = { departmentId, originType: origin.type, originId: origin.id };
  await tx.actionItem.create({
    data: { id, text, ownerId, dueOn, madeAt: now(), madeById: actorId(actor), ...where },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'action.agreed',
    subject: { type: 'action', id },
    facts: { ownerId, dueOn, ...where },
  });
  return { ok: true, actionId: id };
}
