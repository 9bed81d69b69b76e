import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import { completeCourse } from './complete-course.server.ts';

/** Evidence that somebody has done a module, on the edition they read. The last module of a course completes that too. */
export async function completeModule(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string; versionId: string; attemptId: string | null },
): Promise<{ ok: true }> {
  const { documentId, versionId, attemptId } = input;
  const id = ulid();
  const at = now();
  const timeZone = actor.siteTimeZone;
  const completedOn = dateIn(timeZone, at);
  await tx.completion.create({
    data: {
      id,
      personId: actor.id,
      documentId,
      versionId,
      attemptId,
      source: 'self',
      completedAt: at,
      completedOn,
      timeZone,
    },
    select: { id: true },
  });
  await tx.reading.updateMany({
    where: { openKey: openKey(actor.id, documentId) },
    data: { finishedAt: at, openKey: null },
  });
  await record(tx, actor, {
    name: 'module.completed',
    subject: { type: 'completion', id },
    facts: { personId: actor.id, documentId, versionId, source: 'self', completedOn },
  });
  await completeCourse(tx, actor, { moduleId: documentId, learner: actor, source: 'self' });
  return { ok: true };
}
