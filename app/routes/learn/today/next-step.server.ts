import type { ModuleState } from '#app/domain/learning/courses/course-reads.server.ts';
import { readingParts, unreadParts } from '#app/domain/learning/modules/module-parts.ts';
import type { Placed } from '#app/domain/learning/today/next-up.ts';
import type { Today } from '#app/domain/learning/today/today-reads.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

export type NextStep = {
  title: string;
  /** Of the title. */
  language: string;
  state: ModuleState;
  begun: boolean;
  to: string;
  /** Of the part where the reader stopped; null where it has no name, or they stand before the questions. */
  stoppedAt: string | null;
  minutesLeft: number;
  /** The day from which it is to be read again, as long as that is not begun. */
  againFrom: string | null;
};

export const homeOf = ({ course, module }: Placed) => `/learn/${course.slug}/${module.slug}`;

/** The one thing to go on with, and where in it one stopped. */
export async function findNextStep({ left: [next], open }: Today): Promise<NextStep | null> {
  if (!next) return null;
  const { module } = next;
  const { title, language, state, begun } = module;
  const step = { title, language, state, begun, to: homeOf(next) };
  const reading = open.find(({ documentId }) => documentId === module.documentId);
  const version = reading && (await readVersion(reader, reading.versionId));
  if (!reading || !version)
    return { ...step, stoppedAt: null, minutesLeft: module.minutes, againFrom: module.againFrom };
  const tree = version.tree as ModuleTree;
  const unread = unreadParts(tree, reading.partsRead);
  const quiz = tree.parts.find(({ kind }) => kind === 'quiz')?.minutes ?? 0;
  const minutesLeft = tree.parts
    .filter(({ slug }) => unread.includes(slug))
    .reduce((sum, { minutes }) => sum + minutes, quiz);
  const stopped = readingParts(tree).find(({ slug }) => slug === reading.part);
  return {
    ...step,
    to: stopped ? step.to : `${step.to}/attempt`,
    stoppedAt: stopped?.title ?? null,
    minutesLeft,
    againFrom: null,
  };
}
