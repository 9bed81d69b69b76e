import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { CourseOutline } from '#app/domain/learning/courses/course-reads.server.ts';
import { findModule, readModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { readingParts, unreadParts } from '#app/domain/learning/modules/module-parts.ts';
import { reader } from '#app/platform/db/database.server.ts';

export type NextStep = {
  title: string;
  to: string;
  started: boolean;
  /** Of the part where the reader stopped; null where it has no name, or they stand before the questions. */
  stoppedAt: string | null;
  minutesLeft: number;
};

/** The one thing to go on with: what was begun, else the first that is not done. */
export async function findNextStep(actor: PersonActor, courses: CourseOutline[]): Promise<NextStep | null> {
  const open = courses
    .filter(({ meantForMe }) => meantForMe)
    .flatMap((course) => course.modules.map((module) => ({ course, module })));
  const next =
    open.find(({ module }) => module.state === 'started') ??
    open.find(({ module }) => module.state === 'not-started');
  if (!next) return null;
  const { course, module } = next;
  const place = await findModule(reader, actor, course.slug, module.slug);
  const round = place && (await readModule(reader, actor, place));
  const to = `/learn/${course.slug}/${module.slug}`;
  const step = { title: module.title, to, started: module.state === 'started' };
  if (!round?.round) return { ...step, stoppedAt: null, minutesLeft: module.minutes };
  const { tree } = round.version;
  const unread = unreadParts(tree, round.round.partsRead);
  const quiz = tree.parts.find(({ kind }) => kind === 'quiz')?.minutes ?? 0;
  const left = tree.parts
    .filter(({ slug }) => unread.includes(slug))
    .reduce((sum, { minutes }) => sum + minutes, quiz);
  const stopped = readingParts(tree).find(({ slug }) => slug === round.round?.part);
  return {
    ...step,
    to: stopped ? to : `${to}/attempt`,
    stoppedAt: stopped?.title ?? null,
    minutesLeft: left,
  };
}
