import { Temporal } from 'temporal-polyfill';

export const spans = ['daily', 'weekly', 'monthly'] as const;

/** What a backup is kept as. */
export type Span = (typeof spans)[number];

const keptOf: Record<Span, number> = { daily: 7, weekly: 4, monthly: 12 };

export type Dated = {
  name: string;
  /** The calendar day on which it was made. */
  madeOn: string;
};

function spanOf(day: string, span: Span): string {
  if (span === 'daily') return day;
  if (span === 'monthly') return day.slice(0, 7);
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-${date.weekOfYear}`;
}

/** Which backups stay, and as what: the last one of each of the last seven days, four weeks and twelve months that have one. */
export function keptBackups(backups: Dated[]): Map<string, Span[]> {
  const newestFirst = backups.toSorted((a, b) => (a.name < b.name ? 1 : -1));
  const kept = new Map<string, Span[]>();
  for (const span of spans) {
    const seen = new Set<string>();
    for (const { name, madeOn } of newestFirst) {
      const place = spanOf(madeOn, span);
      if (seen.has(place)) continue;
      if (seen.size === keptOf[span]) break;
      seen.add(place);
      kept.set(name, [...(kept.get(name) ?? []), span]);
    }
  }
  return kept;
}

const copiesKeptDays = 30;

/** Copies made before a migration or a restore: which of them may go. The newest stays, however old it is. */
export function outdatedCopies(copies: { name: string; madeAt: Date }[], at: Date): string[] {
  const [, ...older] = copies.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const oldest = at.getTime() - copiesKeptDays * 86_400_000;
  return older.filter(({ madeAt }) => madeAt.getTime() < oldest).map(({ name }) => name);
}
