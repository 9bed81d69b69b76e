import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Edition, LibraryCourse, LibraryModule } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { coursesFor, isMeantFor } from './audience.ts';

export type ModuleState = 'not-started' | 'started' | 'completed';

export type ModuleOutline = {
  documentId: string;
  slug: string;
  title: string;
  minutes: number;
  language: string;
  state: ModuleState;
  completedOn: string | null;
};

export type CourseOutline = {
  documentId: string;
  slug: string;
  title: string;
  summary: string;
  /** False for an editor looking at a course that is not meant for their department. */
  meantForMe: boolean;
  minutes: number;
  completedOn: string | null;
  modules: ModuleOutline[];
};

type Progress = { startedModules: Set<string>; completedOn: Map<string, string> };

async function readProgress(db: Reader | Tx, personId: string): Promise<Progress> {
  const [readings, completions] = await Promise.all([
    db.reading.findMany({ where: { personId }, select: { documentId: true } }),
    db.completion.findMany({
      where: { personId },
      orderBy: { completedAt: 'asc' },
      select: { documentId: true, completedOn: true },
    }),
  ]);
  return {
    startedModules: new Set(readings.map(({ documentId }) => documentId)),
    completedOn: new Map(completions.map(({ documentId, completedOn }) => [documentId, completedOn])),
  };
}

function outlineModule(module: LibraryModule, edition: Edition, progress: Progress): ModuleOutline {
  const completedOn = progress.completedOn.get(module.documentId) ?? null;
  const started = progress.startedModules.has(module.documentId);
  return {
    documentId: module.documentId,
    slug: module.slug,
    title: edition.title,
    minutes: edition.minutes,
    language: edition.language,
    state: completedOn ? 'completed' : started ? 'started' : 'not-started',
    completedOn,
  };
}

function outlineCourse(course: LibraryCourse, actor: PersonActor, progress: Progress): CourseOutline {
  const modules = course.modules.map((module) =>
    outlineModule(module, editionFor(module, actor.language), progress),
  );
  return {
    documentId: course.documentId,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    meantForMe: isMeantFor(course, actor.function),
    minutes: modules.reduce((sum, { minutes }) => sum + minutes, 0),
    completedOn: progress.completedOn.get(course.documentId) ?? null,
    modules,
  };
}

/** The courses somebody may open, with how far they are. */
export async function readMyCourses(db: Reader | Tx, actor: PersonActor): Promise<CourseOutline[]> {
  const library = await readLibrary(db);
  const progress = await readProgress(db, actor.id);
  return coursesFor(library, actor).map((course) => outlineCourse(course, actor, progress));
}

export async function readMyCourse(
  db: Reader | Tx,
  actor: PersonActor,
  slug: string,
): Promise<CourseOutline | null> {
  const course = coursesFor(await readLibrary(db), actor).find((candidate) => candidate.slug === slug);
  return course ? outlineCourse(course, actor, await readProgress(db, actor.id)) : null;
}
