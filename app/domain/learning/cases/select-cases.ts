import { casesOnPage, functionOf, type Case, type CaseFilters } from './case.ts';
import { searchCases, type CaseSearch } from './search-cases.ts';

export type CaseIndex = {
  /** Function by function; what is for everyone first. */
  cases: readonly Case[];
  byId: ReadonlyMap<string, Case>;
  search: CaseSearch;
};

export type FoundCase = { case: Case; terms: ReadonlySet<string> };

export type Choice = { id: string; count: number };

export type SelectedCases = {
  rows: FoundCase[];
  total: number;
  page: number;
  /** How many there would be with each choice, the other filters left as they are. */
  functions: Choice[];
  standards: Choice[];
};

/** The page of the list that an address asks for; the last one where it asks for one too many. */
export function selectCases({ cases, byId, search }: CaseIndex, filters: CaseFilters): SelectedCases {
  const matching = filters.q === '' ? cases.map(asFound) : foundBy(filters.q, byId, search);
  const inFunction = ({ case: one }: FoundCase) => !filters.function || functionOf(one) === filters.function;
  const ofStandard = ({ case: one }: FoundCase) => !filters.standard || one.standard === filters.standard;
  const found = matching.filter((one) => inFunction(one) && ofStandard(one));
  const page = Math.min(filters.page, Math.max(1, Math.ceil(found.length / casesOnPage)));
  return {
    rows: found.slice((page - 1) * casesOnPage, page * casesOnPage),
    total: found.length,
    page,
    functions: choices(cases, matching.filter(ofStandard), functionOf),
    standards: choices(cases, matching.filter(inFunction), ({ standard }) => standard),
  };
}

const asFound = (one: Case): FoundCase => ({ case: one, terms: new Set() });

function foundBy(q: string, byId: CaseIndex['byId'], search: CaseSearch): FoundCase[] {
  return searchCases(search, q).flatMap(({ id, terms }) => {
    const one = byId.get(id);
    return one ? [{ case: one, terms }] : [];
  });
}

/** Every choice there is, in the order of the list, however few it would leave. */
function choices(
  all: readonly Case[],
  left: readonly FoundCase[],
  idOf: (one: Case) => string | null,
): Choice[] {
  const ids = [...new Set(all.map(idOf))].filter((id) => id !== null);
  return ids.map((id) => ({ id, count: left.filter((one) => idOf(one.case) === id).length }));
}

export type Neighbours = { previous: Case | null; next: Case | null; alike: Case[] };

const alikeAtMost = 3;

/** Before and after it in its function, and others that teach the same standard. */
export function neighboursOf(index: CaseIndex, one: Case): Neighbours {
  const row = index.cases.filter((other) => functionOf(other) === functionOf(one));
  const at = row.indexOf(one);
  const [previous, next] = [row[at - 1] ?? null, row[at + 1] ?? null];
  const shared = index.cases.filter((other) => one.standard !== null && other.standard === one.standard);
  const others = shared.filter((other) => other !== one && other !== previous && other !== next);
  return { previous, next, alike: others.slice(0, alikeAtMost) };
}
