import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Completes the course a module belongs to, if all its modules are done and it was not complete before. */
export async function completeCourse(
  tx: Tx,
  actor: PersonActor,
  input: { moduleId: string },
): Promise<{ ok: true; completed: boolean }> {
  const { courses } = await readLibrary(tx);
  const course = courses.find(({ modules }) =>
    modules.some(({ documentId }) => documentId === input.moduleId),
  );
  if (!course) return { ok: true, completed: false };
  const moduleIds = course.modules.map(({ documentId }) => documentId);
  const done = await tx.completion.findMany({
    where: { personId: actor.id, documentId: { in: [course.documentId, ...moduleIds] } },
    select: { documentId: true },
  });
  const doneIds = new Set(done.map(({ documentId }) => documentId));
  if (doneIds.has(course.documentId) || !moduleIds.every((id) => doneIds.has(id)))
    return { ok: true, completed: false };
  const id = ulid();
  const at = now();
  const { documentId, versionId } = course;
  const timeZone = actor.siteTimeZone;
  const completedOn = dateIn(timeZone, at);
  await tx.completion.create({
    data: {
      id,
      personId: actor.id,
      documentId,
      versionId,
      source: 'self',
      completedAt: at,
      completedOn,
      timeZone,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'course.completed',
    subject: { type: 'completion', id },
    facts: { personId: actor.id, documentId, versionId, source: 'self', completedOn },
  });
  return { ok: true, completed: true };
}
