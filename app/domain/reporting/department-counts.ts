import type { Department } from '#app/domain/people/department.ts';
import type { StateCounts } from './completions-report.ts';
import { noCounts, plus, sumOf } from './completions-report.ts';

export type DepartmentCount = {
  departmentId: string;
  name: string;
  counts: StateCounts;
  /** Of the department that was asked for: the people of its own, without those below. */
  isItself: boolean;
};

/**
 * The departments that stand at the top, or directly below the one asked for, each with all below it; those in the
 * asked one itself come first. A single one at the top is looked into as if it were asked for. Where nobody is meant,
 * there is nothing to tell.
 */
export function countBelow(
  departments: Department[],
  asked: string,
  of: (departmentId: string) => StateCounts,
): DepartmentCount[] {
  const known = new Set(departments.map(({ id }) => id));
  const children = new Map<string | null, Department[]>();
  for (const department of departments) {
    const above = department.parentId !== null && known.has(department.parentId) ? department.parentId : null;
    const list = children.get(above);
    if (list) list.push(department);
    else children.set(above, [department]);
  }
  const [top, ...others] = children.get(null) ?? [];
  const itself = departments.find(({ id }) => id === asked) ?? (others.length === 0 ? top : undefined);
  const whole = (id: string): StateCounts =>
    (children.get(id) ?? []).map((below) => whole(below.id)).reduce(plus, of(id));
  const rows = (children.get(itself?.id ?? null) ?? []).map(({ id, name }) => ({
    departmentId: id,
    name,
    counts: whole(id),
    isItself: false,
  }));
  const own = itself ? of(itself.id) : noCounts;
  const first = itself ? [{ departmentId: itself.id, name: itself.name, counts: own, isItself: true }] : [];
  return [...first, ...rows].filter(({ counts }) => sumOf(counts) > 0);
}
