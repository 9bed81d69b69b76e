import { ulid } from 'ulid';
import type { Actor, PersonActor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { issueCertificate } from '#app/domain/learning/certificates/issue-certificate.server.ts';
import { courseEditionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayCompleteByTalk } from '#app/domain/actor/role-grants.ts';
import type { CompletionSource } from './completion-source.ts';
import { courseStands, standingOf } from './currency.ts';
import { readDone } from './done.sql.server.ts';

export type CompleteCourse = {
  moduleId: string;
  learner: Pick<PersonActor, 'id' | 'language' | 'siteTimeZone'>;
  source: CompletionSource;
  /** The day that the last module was completed on; today where nothing is said. */
  completedOn?: string;
};

/**
 * Completes the course a module belongs to, if all its modules are current and it was not completed in this round
 * before: a material change of a module begins a new one. Everybody completes their own; a talk does it for them.
 */
export async function completeCourse(
  tx: Tx,
  actor: Actor,
  input: CompleteCourse,
): Promise<{ ok: true; completed: boolean } | Refused<'not-allowed'>> {
  const { learner, source } = input;
  if (actorId(actor) !== learner.id && !mayCompleteByTalk(actor)) return { refused: 'not-allowed' };
  const { courses } = await readLibrary(tx);
  const course = courses.find(({ modules }) =>
    modules.some(({ documentId }) => documentId === input.moduleId),
  );
  if (!course) return { ok: true, completed: false };
  const at = now();
  const timeZone = learner.siteTimeZone;
  const completedOn = input.completedOn ?? dateIn(timeZone, at);
  const all = await readDone(tx, learner.id);
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
  const { versionId } = courseEditionFor(course, learner.language);
  await tx.completion.create({
    data: {
      id,
      personId: learner.id,
      documentId,
      versionId,
      source,
      completedAt: at,
      completedOn,
      timeZone,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'course.completed',
    subject: { type: 'completion', id },
    facts: { personId: learner.id, documentId, versionId, source, completedOn },
  });
  await issueCertificate(tx, actor, { completionId: id });
  return { ok: true, completed: true };
}
