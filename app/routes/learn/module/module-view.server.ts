import type { ModuleForReading } from '#app/domain/learning/modules/module-reads.server.ts';
import { readModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { courseEditionFor, inLanguage } from '#app/domain/publishing/library.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { languageName, ownLanguageName } from '#app/platform/locale/format.ts';
import type { OpenModule } from './find-module.server.ts';
import { partTitle } from './part-title.ts';

export type PartOutline = { slug: string; title: string; minutes: number; read: boolean; to: string };

/** What the pages of a module have in common. Of the text it holds nothing. */
export async function readModuleView(open: OpenModule) {
  const found = await readModule(reader, open.actor, open, open.wished);
  return { found, outline: outlineOf(found, open) };
}

export type ModuleOutlineView = ReturnType<typeof outlineOf>;

function outlineOf(found: ModuleForReading, { home, wished, actor, locale }: OpenModule) {
  const { version, round, course, module, otherLanguages } = found;
  const read = round?.partsRead ?? [];
  const counts = found.completedOn !== null && found.againFrom === null;
  // A reading that is open has its language; before and after it, a wish stands in the address.
  const isWished = !round && wished === version.language;
  const here = isWished ? `${home}?${new URLSearchParams({ in: wished })}` : home;
  const parts: PartOutline[] = readingParts(version.tree).map((part, index) => ({
    slug: part.slug,
    title: partTitle(part, index, version.title),
    minutes: part.minutes,
    read: counts || read.includes(part.slug),
    to: `${home}?${new URLSearchParams({ part: part.slug, ...(isWished && { in: wished }) })}`,
  }));
  const { title: courseTitle, language: courseLanguage } = courseEditionFor(course, actor.language);
  const isInMine = inLanguage([version, ...module.editions], actor.language) !== undefined;
  return {
    home,
    here,
    title: version.title,
    language: version.language,
    languageName: languageName(version.language, locale),
    otherLanguages: otherLanguages.map((language) => ({ language, ownName: ownLanguageName(language) })),
    notInMine: isInMine
      ? null
      : {
          language: languageName(actor.language, locale),
          instead: languageName(version.language, locale),
        },
    edition: version.number,
    course: {
      title: courseTitle,
      language: courseLanguage,
      slug: course.slug,
      modules: course.modules.length,
    },
    position: found.position,
    minutes: Number(version.front.minutes),
    learn: (version.front.learn as string[] | undefined) ?? [],
    parts,
    questions: questionsOf(version.tree).length,
    quizMinutes: version.tree.parts.find(({ kind }) => kind === 'quiz')?.minutes ?? 0,
    begun: round !== null,
    mayRead: round !== null || counts,
    tryOpen: found.tryOpen,
    newerEdition: found.newerEdition,
  };
}
