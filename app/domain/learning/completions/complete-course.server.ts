import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { issueCertificate } from '#app/domain/learning/certificates/issue-certificate.server.ts';
import { courseEditionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { courseStands, standingOf } from './currency.ts';
import { readDone } from './done.sql.server.ts';

/**
 * Completes the course a module belongs to, if all its modules are current and it was not completed in this round
 * before: a material change of a module begins a new one.
 */
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
  const at = now();
  const timeZone = actor.siteTimeZone;
  const completedOn = dateIn(timeZone, at);
  const all = await readDone(tx, actor.id);
  const modules = course.modules.map(({ documentId, history }) => ({
    history,
    done: all.get(documentId) ?? [],
  }));
  const last = all.get(course.documentId)?.at(-1);
  const isCurrent = modules.every(
    ({ history, done }) => standingOf(history, done, completedOn) === 'current',
  );
  if (!isCurrent || (last && courseStands(modules, last.completedAt, completedOn)))
    return { ok: true, completed: false };
  const id = ulid();
  const { documentId } = course;
  const { versionId } = courseEditionFor(course, actor.language);
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
  await issueCertificate(tx, actor, { completionId: id });
  return { ok: true, completed: true };
}
