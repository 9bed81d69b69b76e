import { inForceOn } from '../history/in-force.ts';

/** A row of a department's history, as far as the tree goes. */
type TreeRow = { departmentId: string; fromOn: string; parentId: string | null; closed: boolean };

/** Who is above whom on a day; what is closed is above nobody and below nobody. */
function parentsOn(rows: TreeRow[], day: string): Map<string, string | null> {
  const byDepartment = new Map<string, TreeRow[]>();
  for (const row of rows) {
    byDepartment.set(row.departmentId, [...(byDepartment.get(row.departmentId) ?? []), row]);
  }
  const parents = new Map<string, string | null>();
  for (const [id, own] of byDepartment) {
    const held = inForceOn(own, day);
    if (held && !held.closed) parents.set(id, held.parentId);
  }
  return parents;
}

/** Whether somebody who goes upwards from a department comes past it again. */
function loops(parents: Map<string, string | null>, from: string): boolean {
  const seen = new Set([from]);
  for (let at = parents.get(from); at; at = parents.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Whether a department would stand below itself if it were under `parentId` from a day on: on that day, or on any day
 * on which something else changes before its own next change.
 */
export function wouldLoop(rows: TreeRow[], departmentId: string, parentId: string, fromOn: string): boolean {
  const others = rows.filter((row) => row.departmentId !== departmentId || row.fromOn !== fromOn);
  const next = others
    .filter((row) => row.departmentId === departmentId && row.fromOn > fromOn)
    .map((row) => row.fromOn)
    .toSorted()[0];
  const changed: TreeRow[] = [...others, { departmentId, fromOn, parentId, closed: false }];
  const days = changed
    .map((row) => row.fromOn)
    .filter((day) => day >= fromOn && (next === undefined || day < next));
  return [...new Set(days)].some((day) => loops(parentsOn(changed, day), departmentId));
}
