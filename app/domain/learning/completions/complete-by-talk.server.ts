import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayCompleteByTalk } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { endOfDay } from '#app/platform/clock/local-dates.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { completeCourse } from './complete-course.server.ts';
import { readDone } from './done.sql.server.ts';
import { editionOnDay } from './edition-on-day.ts';

export type CompleteByTalk = {
  personId: string;
  /** `<course>/<module>`. */
  module: string;
  /** The day of the talk, where they work. */
  heldOn: string;
  timeZone: string;
};

export type CompleteByTalkRefusal = 'not-allowed' | 'unknown-module' | 'unknown-person';

/**
 * Whoever took part in a talk about a module has refreshed it, if they had completed it before: the first time, everybody
 * reads it themselves. It is pinned to the edition that was published on the day of the talk.
 */
export async function completeByTalk(
  tx: Tx,
  actor: Actor,
  input: CompleteByTalk,
): Promise<{ ok: true; completed: boolean } | Refused<CompleteByTalkRefusal>> {
  if (!mayCompleteByTalk(actor)) return { refused: 'not-allowed' };
  const { personId, heldOn, timeZone } = input;
  const [courseSlug, moduleSlug] = input.module.split('/', 2);
  const { courses } = await readLibrary(tx);
  const module = courses
    .find(({ slug }) => slug === courseSlug)
    ?.modules.find(({ slug }) => slug === moduleSlug);
  if (!module) return { refused: 'unknown-module' };
  const person = await tx.person.findUnique({ where: { id: personId }, select: { language: true } });
  if (!person) return { refused: 'unknown-person' };
  const { documentId } = module;
  const done = (await readDone(tx, personId, documentId)).get(documentId) ?? [];
  if (!done.some(({ completedOn }) => completedOn < heldOn)) return { ok: true, completed: false };
  const same = { personId, documentId, source: 'talk', completedOn: heldOn };
  if ((await tx.completion.count({ where: same })) > 0) return { ok: true, completed: false };
  const id = ulid();
  const { versionId } = editionOnDay(module, person.language, endOfDay(heldOn, timeZone));
  await tx.completion.create({
    data: { id, ...same, versionId, completedAt: now(), timeZone },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'module.completed',
    subject: { type: 'completion', id },
    facts: { personId, documentId, versionId, source: 'talk', completedOn: heldOn },
  });
  await completeCourse(tx, actor, {
    moduleId: documentId,
    learner: { id: personId, language: person.language, siteTimeZone: timeZone },
    source: 'talk',
    completedOn: heldOn,
  });
  return { ok: true, completed: true };
}
