import type { PersonActor } from '#app/domain/actor/actor.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { readChangesSeen } from '../changes/change-reads.server.ts';
import type { News } from '../changes/news.ts';
import { newsOf } from '../changes/news.ts';
import type { CourseOutline, OpenReading } from '../courses/course-reads.server.ts';
import { readMyLearning } from '../courses/course-reads.server.ts';
import type { Placed } from './next-up.ts';
import { nextUp } from './next-up.ts';

export type Today = {
  courses: CourseOutline[];
  /** All that is left to do; the first is the one thing to go on with. */
  left: Placed[];
  open: OpenReading[];
  /** What was completed and has changed since, unless its change was looked at or asks to read all of it again. */
  changed: (Placed & { news: News })[];
  /** What is completed, the last first. */
  finished: Placed[];
};

/** What somebody's first page is about: a few indexed reads, whatever they have done so far. */
export async function readToday(db: Reader | Tx, actor: PersonActor): Promise<Today> {
  const { courses: all, progress, modules } = await readMyLearning(db, actor);
  const courses = all.filter(({ meantForMe }) => meantForMe);
  const done = courses
    .flatMap((course) => course.modules.map((module, index) => ({ course, module, position: index + 1 })))
    .filter(({ module }) => module.state === 'completed');
  const newsFor = ({ module }: Placed, seen: string[]) => {
    const published = modules.get(module.documentId)!;
    const known = { done: progress.done.get(module.documentId) ?? [], seen };
    return newsOf(published.history, editionFor(published, actor.language), known);
  };
  const candidates = done.filter((placed) => newsFor(placed, []) !== null);
  const seen = candidates.length > 0 ? await readChangesSeen(db, actor.id) : [];
  return {
    courses,
    left: nextUp(courses, progress.open),
    open: progress.open,
    changed: candidates.flatMap((placed) => {
      const news = newsFor(placed, seen);
      return news ? [{ ...placed, news }] : [];
    }),
    finished: done.toSorted((a, b) => ((a.module.completedOn ?? '') < (b.module.completedOn ?? '') ? 1 : -1)),
  };
}
