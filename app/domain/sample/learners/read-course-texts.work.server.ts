import type { QuizSettings } from '#app/domain/learning/quizzes/quiz-settings.ts';
import { quizSettingsOf } from '#app/domain/learning/quizzes/quiz-settings.ts';
import type { AnswerKey, ModuleTree } from '#app/domain/publishing/document-tree.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** One edition of a module, with what it takes to answer its questions. */
export type ModuleText = {
  documentId: string;
  versionId: string;
  tree: ModuleTree;
  key: AnswerKey;
  settings: QuizSettings;
};

export type CourseTexts = { courses: LibraryCourse[]; texts: Map<string, ModuleText> };

/** All that is published to learn from; the courses for few before those for many. */
export async function readCourseTexts(): Promise<CourseTexts> {
  const library = await readLibrary(reader);
  const width = ({ audience }: LibraryCourse) => (audience === 'everyone' ? Infinity : audience.length);
  const courses = library.courses
    .filter(({ modules }) => modules.length > 0)
    .toSorted((a, b) => (width(a) === width(b) ? 0 : width(a) - width(b)));
  const texts = new Map<string, ModuleText>();
  for (const { documentId, editions } of courses.flatMap(({ modules }) => modules)) {
    for (const { versionId } of editions) {
      const version = await readVersion(reader, versionId);
      if (!version) throw new Error(`The version ${versionId} is missing.`);
      const key = await readAnswerKey(reader, versionId);
      const settings = quizSettingsOf(version.front);
      texts.set(versionId, { documentId, versionId, tree: version.tree as ModuleTree, key, settings });
    }
  }
  return { courses, texts };
}
