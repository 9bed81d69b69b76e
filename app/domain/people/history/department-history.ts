/** One thing that changed for a department, and from which day. */
export type DepartmentEntry = { on: string } & (
  | { kind: 'added'; name: string }
  | { kind: 'renamed'; from: string; to: string }
  | { kind: 'function'; to: string | null }
  | { kind: 'placed'; under: string | null }
  | { kind: 'head'; head: string | null }
  | { kind: 'deputy'; deputy: string; until: string }
  | { kind: 'closed' | 'reopened' }
);

type Row<T> = T & { fromOn: string };

export type DepartmentRows = {
  name: string;
  terms: Row<{ name: string; function: string | null }>[];
  /** With the names of the department above and of the head. */
  placements: Row<{ parent: string | null; head: string | null; closed: boolean }>[];
  deputyships: Row<{ untilOn: string; deputy: string }>[];
};

const byDay = (one: { fromOn: string }, other: { fromOn: string }) => (one.fromOn < other.fromOn ? -1 : 1);

function termEntries({ terms }: DepartmentRows): DepartmentEntry[] {
  const ordered = terms.toSorted(byDay);
  return ordered.flatMap((to, index): DepartmentEntry[] => {
    const from = ordered[index - 1];
    const on = to.fromOn;
    if (!from) return [];
    return [
      ...(from.name === to.name ? [] : [{ on, kind: 'renamed' as const, from: from.name, to: to.name }]),
      ...(from.function === to.function ? [] : [{ on, kind: 'function' as const, to: to.function }]),
    ];
  });
}

function placementEntries({ name, terms, placements }: DepartmentRows): DepartmentEntry[] {
  const ordered = placements.toSorted(byDay);
  return ordered.flatMap((to, index): DepartmentEntry[] => {
    const from = ordered[index - 1];
    const on = to.fromOn;
    if (to.closed) return [{ on, kind: 'closed' }];
    const under: DepartmentEntry[] = [{ on, kind: 'placed', under: to.parent }];
    const head: DepartmentEntry[] = [{ on, kind: 'head', head: to.head }];
    if (!from) {
      const first = terms.toSorted(byDay)[0]?.name ?? name;
      return [...(to.head ? head : []), ...(to.parent ? under : []), { on, kind: 'added', name: first }];
    }
    if (from.closed) return [...(to.head ? head : []), { on, kind: 'reopened' }];
    return [...(from.head === to.head ? [] : head), ...(from.parent === to.parent ? [] : under)];
  });
}

/** All that is known of a department, newest first. */
export function departmentHistory(rows: DepartmentRows): DepartmentEntry[] {
  const deputies = rows.deputyships.map(({ fromOn: on, untilOn: until, deputy }) => ({
    on,
    kind: 'deputy' as const,
    deputy,
    until,
  }));
  const entries = [...deputies, ...termEntries(rows), ...placementEntries(rows)];
  return entries.toSorted((a, b) => (a.on === b.on ? 0 : a.on > b.on ? -1 : 1));
}
