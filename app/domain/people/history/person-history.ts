import type { Term } from '../staff/employment.ts';
import { byHiring } from '../staff/employment.ts';
import { inForceOn, inForceOrFirst } from './in-force.ts';

/** A place as it was called on the day it began. */
export type NamedPlace = {
  departmentId: string;
  department: string;
  site: string;
  jobTitle: string;
  manager: string | null;
};

type Called = { name: string; email: string | null; employeeNumber: string | null };

/** One thing that changed for somebody, and from which day; of `left`, their last day. */
export type PersonEntry = { on: string } & (
  | { kind: 'hired' | 'returned'; to: NamedPlace | null }
  | { kind: 'moved'; from: NamedPlace; to: NamedPlace }
  | { kind: 'left' }
  | { kind: 'renamed'; from: string; to: string }
  | { kind: 'email' | 'number'; from: string | null; to: string | null }
  | { kind: 'deputy'; departmentId: string; department: string; until: string }
  | { kind: 'head' | 'head-no-more'; departmentId: string; department: string }
);

type Row<T> = T & { fromOn: string };

export type PersonRows = {
  terms: Term[];
  places: Row<NamedPlace>[];
  identities: Row<Called>[];
  deputyships: Row<{ untilOn: string; departmentId: string; department: string }>[];
  /** Every row of the departments that they head or have headed. */
  headships: Row<{ departmentId: string; department: string; isHead: boolean }>[];
};

const byDay = (one: { fromOn: string }, other: { fromOn: string }) => (one.fromOn < other.fromOn ? -1 : 1);

function termEntries({ terms, places }: PersonRows): PersonEntry[] {
  return byHiring(terms).flatMap(({ hiredOn, leftOn }, index): PersonEntry[] => {
    const kind = index === 0 ? 'hired' : 'returned';
    const begun: PersonEntry = { on: hiredOn, kind, to: inForceOn(places, hiredOn) ?? null };
    return leftOn ? [begun, { on: leftOn, kind: 'left' }] : [begun];
  });
}

function moveEntries({ terms, places }: PersonRows): PersonEntry[] {
  const firstDays = new Set(terms.map(({ hiredOn }) => hiredOn));
  const ordered = places.toSorted(byDay);
  return ordered.flatMap((to, index): PersonEntry[] => {
    const from = ordered[index - 1];
    return from && !firstDays.has(to.fromOn) ? [{ on: to.fromOn, kind: 'moved', from, to }] : [];
  });
}

function identityEntries({ identities }: PersonRows): PersonEntry[] {
  const ordered = identities.toSorted(byDay);
  return ordered.flatMap((to, index): PersonEntry[] => {
    const from = ordered[index - 1];
    const on = to.fromOn;
    if (!from) return [];
    return [
      ...(from.name === to.name ? [] : [{ on, kind: 'renamed' as const, from: from.name, to: to.name }]),
      ...(from.email === to.email ? [] : [{ on, kind: 'email' as const, from: from.email, to: to.email }]),
      ...(from.employeeNumber === to.employeeNumber
        ? []
        : [{ on, kind: 'number' as const, from: from.employeeNumber, to: to.employeeNumber }]),
    ];
  });
}

function headEntries({ headships }: PersonRows): PersonEntry[] {
  const departments = new Set(headships.map(({ departmentId }) => departmentId));
  return [...departments].flatMap((departmentId) => {
    const rows = headships.filter((row) => row.departmentId === departmentId).toSorted(byDay);
    return rows.flatMap(({ fromOn: on, department, isHead }, index): PersonEntry[] => {
      if (isHead === (rows[index - 1]?.isHead ?? false)) return [];
      return [{ on, kind: isHead ? 'head' : 'head-no-more', departmentId, department }];
    });
  });
}

/** All that is known of somebody's time here, newest first; what is planned comes before what has been. */
export function personHistory(rows: PersonRows): PersonEntry[] {
  const deputy = rows.deputyships.map(({ fromOn: on, untilOn: until, departmentId, department }) => ({
    on,
    kind: 'deputy' as const,
    departmentId,
    department,
    until,
  }));
  const entries = [
    ...headEntries(rows),
    ...deputy,
    ...identityEntries(rows),
    ...moveEntries(rows),
    ...termEntries(rows),
  ];
  return entries.toSorted((a, b) => (a.on === b.on ? 0 : a.on > b.on ? -1 : 1));
}

/** How something was called on a day. */
export function nameOn(terms: Row<{ name: string }>[], day: string, now: string): string {
  return inForceOrFirst(terms, day)?.name ?? now;
}
