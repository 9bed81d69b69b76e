import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { findHuddle } from './huddle-reads.server.ts';
import { publishedSheets } from './sheet-reads.server.ts';

export type ChooseSheetRefusal = 'not-allowed' | 'held-already' | 'over' | 'unknown-sheet';

/** Another sheet for a week, as the head knows better what their people need. */
export async function chooseSheet(
  tx: Tx,
  actor: PersonActor,
  input: { huddleId: string; documentId: string },
): Promise<{ ok: true } | Refused<ChooseSheetRefusal>> {
  const { huddleId, documentId } = input;
  const huddle = await findHuddle(tx, huddleId);
  if (!huddle || !mayLeadTalks(actor, huddle.departmentId)) return { refused: 'not-allowed' };
  if (huddle.held) return { refused: 'held-already' };
  if (huddle.state === 'missed') return { refused: 'over' };
  const theirs = functionOf(await readDepartments(tx), huddle.departmentId);
  const sheet = (await publishedSheets(tx)).find((one) => one.documentId === documentId);
  if (!sheet || (sheet.function !== null && sheet.function !== theirs)) return { refused: 'unknown-sheet' };
  const { versionId } = sheet;
  await tx.huddleChoice.create({
    data: { id: ulid(), huddleId, documentId, versionId, chosenById: actor.id, chosenAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'huddle.sheet-chosen',
    subject: { type: 'huddle', id: huddleId },
    facts: { documentId, versionId },
  });
  return { ok: true };
}
