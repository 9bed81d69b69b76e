import type { Department } from '#app/domain/people/department.ts';
import { departmentTree, withBelow } from '#app/domain/people/department.ts';

type Count = { departmentId: string; month: string; held: number; lastOn: string };
type TalkCount = Count & { withGuests: number };
type HeldCounts = { talks: readonly TalkCount[]; huddles: readonly Count[] };

/** From the month of one day to that of another: `2026-03`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

export type DepartmentMonths = {
  departmentId: string;
  name: string;
  depth: number;
  /** Team talks and Monday’s five minutes together. */
  byMonth: number[];
  held: number;
  withGuests: number;
  huddles: number;
  /** The day of the last one. */
  lastOn: string | null;
};

export const heldIn = (counts: readonly Count[]) => counts.reduce((sum, { held }) => sum + held, 0);

/** Each department with all below it, and what they held month by month; those that are closed by now count nowhere. */
export function countByMonth(
  departments: Department[],
  { talks, huddles }: HeldCounts,
  months: readonly string[],
): DepartmentMonths[] {
  return departmentTree(departments).map(({ id, name, depth }) => {
    const ids = new Set(withBelow(departments, id));
    const ofThem = <C extends Count>(counts: readonly C[]) =>
      counts.filter(({ departmentId }) => ids.has(departmentId));
    const [ownTalks, ownHuddles] = [ofThem(talks), ofThem(huddles)];
    const all: Count[] = [...ownTalks, ...ownHuddles];
    return {
      departmentId: id,
      name,
      depth,
      byMonth: months.map((month) => heldIn(all.filter((one) => one.month === month))),
      held: heldIn(ownTalks),
      withGuests: ownTalks.reduce((sum, { withGuests }) => sum + withGuests, 0),
      huddles: heldIn(ownHuddles),
      lastOn:
        all
          .map(({ lastOn }) => lastOn)
          .toSorted()
          .at(-1) ?? null,
    };
  });
}
