import type { CompletionsFilters, CompletionSort } from '#app/domain/reporting/completions-report.ts';
import { completionSorts, completionsQuery } from '#app/domain/reporting/completions-report.ts';
import type { Sort } from '#app/ui/table/data-table.tsx';

export const completionsPath = '/hr/completions';

/** Pressed again, the column that orders the rows turns round. */
export function sortLinks(filters: CompletionsFilters): Record<CompletionSort, Sort> {
  const link = (sort: CompletionSort): Sort => {
    const isSorted = filters.sort === sort;
    const turned = isSorted && filters.direction === 'asc' ? 'desc' : 'asc';
    return {
      to: completionsPath + completionsQuery(filters, { sort, direction: turned }),
      direction: isSorted ? (filters.direction === 'asc' ? 'ascending' : 'descending') : null,
    };
  };
  const links = completionSorts.map((sort) => [sort, link(sort)]);
  return Object.fromEntries(links) as Record<CompletionSort, Sort>;
}
