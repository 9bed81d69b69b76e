import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Edition, LibraryCourse, LibraryModule } from '#app/domain/publishing/library.ts';
import { courseEditionFor, editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Done } from '../completions/currency.ts';
import { askedAgain, standingOf } from '../completions/currency.ts';
import { readDone } from '../completions/done.sql.server.ts';
import { coursesFor, isMeantFor } from './audience.ts';

/** `again`: completed, and a change since then asks everybody to read it again. */
export type ModuleState = 'not-started' | 'started' | 'completed' | 'again';

export type ModuleOutline = {
  documentId: string;
  slug: string;
  title: string;
  minutes: number;
  language: string;
  state: ModuleState;
  /** The last time; it stays on record when the module is to be read again. */
  completedOn: string | null;
  /** The day from which it is to be read again. */
  againFrom: string | null;
  /** A reading of it is open. */
  begun: boolean;
};

export type CourseOutline = {
  documentId: string;
  slug: string;
  title: string;
  summary: string;
  /** Of title and summary. */
  language: string;
  /** False for an editor looking at a course that is not meant for their department. */
  meantForMe: boolean;
  forEveryone: boolean;
  minutes: number;
  completedOn: string | null;
  /** It was completed, and a module of it is to be read again. */
  again: boolean;
  modules: ModuleOutline[];
};

/** A reading that is open: the edition, the place, and the parts that are read. */
export type OpenReading = { documentId: string; versionId: string; part: string; partsRead: string[] };

export type Progress = {
  begun: Set<string>;
  /** The one moved last comes first. */
  open: OpenReading[];
  done: Map<string, Done[]>;
  today: string;
};

async function readProgress(db: Reader | Tx, actor: PersonActor): Promise<Progress> {
  const [readings, done] = await Promise.all([
    db.reading.findMany({
      where: { personId: actor.id },
      orderBy: { movedAt: 'desc' },
      select: { documentId: true, versionId: true, part: true, partsRead: true, openKey: true },
    }),
    readDone(db, actor.id),
  ]);
  return {
    begun: new Set(readings.map(({ documentId }) => documentId)),
    open: readings
      .filter(({ openKey }) => openKey !== null)
      .map(({ documentId, versionId, part, partsRead }) => {
        return { documentId, versionId, part, partsRead: partsRead.split(' ').filter(Boolean) };
      }),
    done,
    today: dateIn(actor.siteTimeZone),
  };
}

function stateOf({ documentId, history }: LibraryModule, { begun, done, today }: Progress): ModuleState {
  const standing = standingOf(history, done.get(documentId) ?? [], today);
  if (standing === 'again') return 'again';
  if (standing === 'current') return 'completed';
  return begun.has(documentId) ? 'started' : 'not-started';
}

function outlineModule(module: LibraryModule, edition: Edition, progress: Progress): ModuleOutline {
  const { documentId, slug, history } = module;
  const state = stateOf(module, progress);
  return {
    documentId,
    slug,
    title: edition.title,
    minutes: edition.minutes,
    language: edition.language,
    state,
    completedOn: progress.done.get(documentId)?.at(-1)?.completedOn ?? null,
    againFrom: state === 'again' ? (askedAgain(history, progress.today)?.from ?? null) : null,
    begun: progress.open.some((reading) => reading.documentId === documentId),
  };
}

function outlineCourse(course: LibraryCourse, actor: PersonActor, progress: Progress): CourseOutline {
  const { title, summary, language } = courseEditionFor(course, actor.language);
  const modules = course.modules.map((module) =>
    outlineModule(module, editionFor(module, actor.language), progress),
  );
  const completedOn = progress.done.get(course.documentId)?.at(-1)?.completedOn ?? null;
  return {
    documentId: course.documentId,
    slug: course.slug,
    title,
    summary,
    language,
    meantForMe: isMeantFor(course, actor.function),
    forEveryone: course.audience === 'everyone',
    minutes: modules.reduce((sum, { minutes }) => sum + minutes, 0),
    completedOn,
    again: completedOn !== null && modules.some(({ state }) => state === 'again'),
    modules,
  };
}

export type MyLearning = {
  courses: CourseOutline[];
  progress: Progress;
  /** By document: what is published of the modules of these courses. */
  modules: Map<string, LibraryModule>;
};

/** The courses somebody may open, with how far they are and what that follows from. */
export async function readMyLearning(db: Reader | Tx, actor: PersonActor): Promise<MyLearning> {
  const courses = coursesFor(await readLibrary(db), actor);
  const progress = await readProgress(db, actor);
  const modules = courses.flatMap((course) => course.modules);
  return {
    courses: courses.map((course) => outlineCourse(course, actor, progress)),
    progress,
    modules: new Map(modules.map((module) => [module.documentId, module])),
  };
}

/** The courses somebody may open, with how far they are. */
export async function readMyCourses(db: Reader | Tx, actor: PersonActor): Promise<CourseOutline[]> {
  return (await readMyLearning(db, actor)).courses;
}

export async function readMyCourse(
  db: Reader | Tx,
  actor: PersonActor,
  slug: string,
): Promise<CourseOutline | null> {
  const course = coursesFor(await readLibrary(db), actor).find((candidate) => candidate.slug === slug);
  return course ? outlineCourse(course, actor, await readProgress(db, actor)) : null;
}
