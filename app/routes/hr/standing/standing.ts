import type { StateCounts } from '#app/domain/reporting/completions-report.ts';
import { sumOf } from '#app/domain/reporting/completions-report.ts';
import type { StackedPart } from '#app/ui/chart/stacked-bar.tsx';

/** How many stand where, ready to be shown: nothing is formatted a second time in the browser. */
export type Standing = {
  parts: StackedPart[];
  completed: string;
  again: string;
  started: string;
  open: string;
  all: string;
  hasAgain: boolean;
};

export function showStanding(counts: StateCounts, format: Intl.NumberFormat): Standing {
  const all = sumOf(counts);
  return {
    parts: [
      { tone: 'good', share: counts.completed / all },
      { tone: 'mark', share: counts.again / all },
      { tone: 'ink', share: counts.started / all },
    ],
    completed: format.format(counts.completed),
    again: format.format(counts.again),
    started: format.format(counts.started),
    open: format.format(counts['not-started']),
    all: format.format(all),
    hasAgain: counts.again > 0,
  };
}
