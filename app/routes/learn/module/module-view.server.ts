import type { ModuleForReading } from '#app/domain/learning/modules/module-reads.server.ts';
import { readModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { OpenModule } from './find-module.server.ts';
import { partTitle } from './part-title.ts';

export type PartOutline = { slug: string; title: string; minutes: number; read: boolean };

/** What the pages of a module have in common. Of the text it holds nothing. */
export async function readModuleView(open: OpenModule) {
  const found = await readModule(reader, open.actor, open);
  return { found, outline: outlineOf(found, open.home) };
}

export type ModuleOutlineView = ReturnType<typeof outlineOf>;

function outlineOf(found: ModuleForReading, home: string) {
  const { version, round, course } = found;
  const read = round?.partsRead ?? [];
  const parts: PartOutline[] = readingParts(version.tree).map((part, index) => ({
    slug: part.slug,
    title: partTitle(part, index, version.title),
    minutes: part.minutes,
    read: found.completedOn !== null || read.includes(part.slug),
  }));
  return {
    home,
    title: version.title,
    language: version.language,
    edition: version.number,
    course: { title: course.title, slug: course.slug, modules: course.modules.length },
    position: found.position,
    minutes: Number(version.front.minutes),
    learn: (version.front.learn as string[] | undefined) ?? [],
    parts,
    questions: questionsOf(version.tree).length,
    quizMinutes: version.tree.parts.find(({ kind }) => kind === 'quiz')?.minutes ?? 0,
    begun: round !== null,
    tryOpen: found.tryOpen,
    newerEdition: found.newerEdition,
  };
}
