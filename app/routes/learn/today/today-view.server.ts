import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readMyCommitments } from '#app/domain/learning/commitments/commitment-reads.server.ts';
import type { CourseOutline } from '#app/domain/learning/courses/course-reads.server.ts';
import type { Placed } from '#app/domain/learning/today/next-up.ts';
import { readToday } from '#app/domain/learning/today/today-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay, formatShortDay } from '#app/platform/locale/format.ts';
import { showCommitment } from '../commitments/shown-commitment.server.ts';
import { findNextStep, homeOf } from './next-step.server.ts';

const othersAtMost = 3;
const changedAtMost = 3;

/** What Today says about learning, with dates as the reader writes them. */
export async function readTodayView(actor: PersonActor, locale: string) {
  const today = await readToday(reader, actor);
  const next = await findNextStep(today);
  const day = (date: string | null) => date && formatShortDay(date, locale);
  const show = (placed: Placed) => ({
    to: homeOf(placed),
    title: placed.module.title,
    course: placed.course.title,
    position: placed.position,
    total: placed.course.modules.length,
    state: placed.module.state,
    completedOn: day(placed.module.completedOn),
    againFrom: day(placed.module.againFrom),
  });
  const { courses, left, finished } = today;
  const here = left[0]?.course;
  const others = left
    .slice(1)
    .filter(({ course, module }) => course === here || module.begun || module.state === 'again')
    .slice(0, othersAtMost);
  const changed = today.changed.slice(0, changedAtMost);
  const isShownChanged = ({ module }: Placed) => changed.some((one) => one.module === module);
  const commitments = await readMyCommitments(reader, actor);
  const asked = commitments.find(({ isAsked }) => isAsked);
  return {
    hasCourses: courses.length > 0,
    next: next && { ...next, againFrom: next.againFrom && formatDay(next.againFrom, locale) },
    others: others.map(show),
    courses: courses.filter((course) => course !== here).flatMap(foldCourse),
    changed: changed.map((placed) => ({
      ...show(placed),
      note: placed.news.steps.findLast(({ note }) => note !== null)?.note ?? null,
    })),
    finished: finished.filter((placed) => !isShownChanged(placed)).map(show),
    asked: asked ? showCommitment(asked, locale, dateIn(actor.siteTimeZone)) : null,
    hasCommitments: commitments.length > 0,
  };
}

/** A course in one line, as long as there is something left of it to do. */
function foldCourse({ slug, title, modules }: CourseOutline) {
  const left = modules.filter(({ state }) => state !== 'completed');
  if (left.length === 0) return [];
  const minutes = left.reduce((sum, module) => sum + module.minutes, 0);
  return [{ slug, title, done: modules.length - left.length, total: modules.length, minutes }];
}

export type TodayView = Awaited<ReturnType<typeof readTodayView>>;
export type ShownPlaced = TodayView['finished'][number];
