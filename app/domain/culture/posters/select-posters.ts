import { functionOf, type Poster, type PosterFilters, postersOnPage } from './poster.ts';

type Count = { id: string; count: number };

export type SelectedPosters = {
  rows: Poster[];
  total: number;
  page: number;
  /** What can be chosen, each with how many there would be. */
  functions: Count[];
  standards: Count[];
};

/** One page of the gallery. A page after the last is the last. */
export function selectPosters(all: readonly Poster[], filters: PosterFilters): SelectedPosters {
  const isIn = (poster: Poster) => !filters.function || functionOf(poster) === filters.function;
  const isAbout = (poster: Poster) => !filters.standard || poster.standard === filters.standard;
  const found = all.filter((poster) => isIn(poster) && isAbout(poster));
  const page = Math.max(1, Math.min(filters.page, Math.ceil(found.length / postersOnPage)));
  return {
    rows: found.slice((page - 1) * postersOnPage, page * postersOnPage),
    total: found.length,
    page,
    functions: counts(all.filter(isAbout).map(functionOf)),
    standards: counts(all.filter(isIn).flatMap(({ standard }) => standard ?? [])),
  };
}

function counts(ids: string[]): Count[] {
  const found = new Map<string, number>();
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  return [...found].map(([id, count]) => ({ id, count }));
}
