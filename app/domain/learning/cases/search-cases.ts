import MiniSearch from 'minisearch';
import { fold } from '#app/domain/people/search-key.ts';
import { functionOf, type Case, type CaseText } from './case.ts';

/** What a function and a standard are called, by id. */
export type Names = {
  functions: Readonly<Record<string, string>>;
  standards: Readonly<Record<string, string>>;
};

type Entry = CaseText & { id: string; title: string; function: string; standard: string };

export type CaseSearch = MiniSearch<Entry>;

const fields = ['title', 'situation', 'said', 'lesson', 'function', 'standard'];

/** Folds as people's names are folded, so that “Wroclaw” finds “Wrocław”. */
export function makeCaseSearch(cases: readonly Case[], names: Names): CaseSearch {
  const search: CaseSearch = new MiniSearch<Entry>({ fields, processTerm: (term) => fold(term) || null });
  search.addAll(
    cases.map((one) => ({
      id: one.id,
      title: one.title,
      ...one.text,
      function: names.functions[functionOf(one)] ?? '',
      standard: names.standards[one.standard ?? ''] ?? '',
    })),
  );
  return search;
}

export type Hit = { id: string; terms: ReadonlySet<string> };

/** The best first. Every word has to be in a case; only where no case has them all, some of them are enough. */
export function searchCases(search: CaseSearch, q: string): Hit[] {
  const found = (['AND', 'OR'] as const)
    .map((combineWith) => () => search.search(q, { ...howItLooks, combineWith }))
    .reduce<ReturnType<CaseSearch['search']>>((hits, look) => (hits.length > 0 ? hits : look()), []);
  return found.map(({ id, match }) => ({ id: String(id), terms: new Set(Object.keys(match)) }));
}

/** The beginning of a word will do; from four letters on one may be wrong, from seven on two. */
const howItLooks = {
  prefix: (term: string) => term.length > 1,
  fuzzy: (term: string) => (term.length < 4 ? false : term.length < 7 ? 1 : 2),
  boost: { title: 4, lesson: 2, function: 2, standard: 2 },
};
