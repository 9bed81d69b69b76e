import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPlanHuddles } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { publishedSheets } from './sheet-reads.server.ts';

export type PlanHuddle = { departmentId: string; mondayOn: string; timeZone: string; documentId: string };

export type PlanHuddleRefusal = 'not-allowed' | 'unknown-sheet' | 'has-one';

/** A department's sheet for a week. There is one. */
export async function planHuddle(
  tx: Tx,
  actor: Actor,
  input: PlanHuddle,
): Promise<{ ok: true; huddleId: string } | Refused<PlanHuddleRefusal>> {
  if (!mayPlanHuddles(actor)) return { refused: 'not-allowed' };
  const { departmentId, mondayOn, timeZone, documentId } = input;
  const sheet = (await publishedSheets(tx)).find((one) => one.documentId === documentId);
  if (!sheet) return { refused: 'unknown-sheet' };
  if ((await tx.huddle.count({ where: { departmentId, mondayOn } })) > 0) return { refused: 'has-one' };
  const id = ulid();
  const { versionId } = sheet;
  await tx.huddle.create({
    data: { id, departmentId, mondayOn, timeZone, documentId, versionId, createdAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'huddle.planned',
    subject: { type: 'huddle', id },
    facts: { departmentId, day: mondayOn, documentId, versionId },
  });
  return { ok: true, huddleId: id };
}
