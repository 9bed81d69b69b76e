import { functions } from '#app/domain/people/department.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { editionFor, type Library } from '#app/domain/publishing/library.ts';
import { readLibrary, readStanding } from '#app/domain/publishing/library-reads.server.ts';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { functionOf, type Case, type CaseModule } from './case.ts';
import { findCasesIn } from './find-cases-in.ts';
import { makeCaseSearch } from './search-cases.ts';
import type { CaseIndex } from './select-cases.ts';

export type PublishedCases = CaseIndex & {
  /** The modules that name a source, by its id. */
  usesOf: ReadonlyMap<string, CaseModule[]>;
};

let kept: { standing: string; byLanguage: Map<string, Promise<PublishedCases>> } | undefined;

/**
 * The cases of every published module, in the reader's language where there is an edition in it. Read once after each
 * publication. `functionNames` are the words of the same language, to be searched too.
 */
export async function readPublishedCases(
  db: Reader | Tx,
  language: string,
  functionNames: Readonly<Record<string, string>>,
): Promise<PublishedCases> {
  const standing = (await readStanding(db)) ?? 'nothing';
  if (kept?.standing !== standing) kept = { standing, byLanguage: new Map() };
  const { byLanguage } = kept;
  const found = byLanguage.get(language);
  if (found) return found;
  const made = readTexts(db, language, functionNames);
  byLanguage.set(language, made);
  // A reading that failed is not kept.
  made.catch(() => byLanguage.delete(language));
  return made;
}

async function readTexts(
  db: Reader | Tx,
  language: string,
  functionNames: Readonly<Record<string, string>>,
): Promise<PublishedCases> {
  const library = await readLibrary(db);
  const usesOf = new Map<string, CaseModule[]>();
  const byId = new Map<string, Case>();
  for (const { module, versionId } of modulesIn(library, language)) {
    const version = await readVersion(db, versionId);
    if (version?.tree.kind !== 'module') continue;
    const { front, tree } = version;
    for (const source of namesIn(front.sources)) usesOf.set(source, [...(usesOf.get(source) ?? []), module]);
    const cases = findCasesIn({ front, tree: tree as ModuleTree, language: version.language, module });
    for (const one of cases) if (!byId.has(one.id)) byId.set(one.id, one);
    await new Promise(setImmediate);
  }
  const cases = inOrder([...byId.values()]);
  const standards = await readList(db, 'standards', language);
  const names = Object.fromEntries(standards.entries.map(({ id, name }) => [id, name]));
  return {
    cases,
    byId,
    usesOf,
    search: makeCaseSearch(cases, { functions: functionNames, standards: names }),
  };
}

function modulesIn({ courses }: Library, language: string): { module: CaseModule; versionId: string }[] {
  return courses.flatMap(({ slug: courseSlug, modules }) =>
    modules.map((one) => {
      const { versionId, title } = editionFor(one, language);
      return { module: { documentId: one.documentId, courseSlug, slug: one.slug, title }, versionId };
    }),
  );
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** What is for everyone, then function by function; within one, as the courses have them. */
function inOrder(cases: Case[]): Case[] {
  const place = (one: Case) => (functions as readonly string[]).indexOf(functionOf(one));
  return cases.toSorted((a, b) => place(a) - place(b));
}
