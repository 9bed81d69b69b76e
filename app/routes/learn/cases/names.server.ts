import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Case } from '#app/domain/learning/cases/case.ts';
import { forEveryone } from '#app/domain/learning/cases/case.ts';
import { readPublishedCases } from '#app/domain/learning/cases/published-cases-reads.server.ts';
import { coursesFor } from '#app/domain/learning/courses/audience.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import type { Standard } from '#app/domain/publishing/lists/list.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { functionNames } from '../../function-words.ts';

const functionsInWords = () => ({ [forEveryone]: m.cases_for_everyone(), ...functionNames() });

/** The cases in the reader's language. */
export function readCases(actor: PersonActor) {
  return readPublishedCases(reader, actor.language, functionsInWords());
}

export type CaseNames = {
  functionOf: (id: string) => string;
  /** Null for a standard that is no longer kept. */
  standardOf: (id: string | null) => Standard | null;
};

export async function readCaseNames(actor: PersonActor): Promise<CaseNames> {
  const functions: Record<string, string> = functionsInWords();
  const { entries } = await readList(reader, 'standards', actor.language);
  const standards = new Map(entries.map((one) => [one.id, one]));
  return {
    functionOf: (id) => functions[id] ?? id,
    standardOf: (id) => (id === null ? null : (standards.get(id) ?? null)),
  };
}

/** The address of a module, for whoever may open it. */
export async function moduleLinks(actor: PersonActor) {
  const mine = new Set(coursesFor(await readLibrary(reader), actor).map(({ slug }) => slug));
  return ({ courseSlug, slug, title }: Case['module']) => ({
    title,
    to: mine.has(courseSlug) ? `/learn/${courseSlug}/${slug}` : null,
  });
}
