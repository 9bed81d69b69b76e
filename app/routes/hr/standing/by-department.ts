import type { DepartmentCount } from '#app/domain/reporting/department-counts.ts';
import * as m from '#app/messages/generated/messages.js';
import { showStanding } from './standing.ts';
import type { StandingRow } from './standing-table.tsx';

/** A row for each department; `to` narrows the page to it. */
export function departmentRows(
  counts: DepartmentCount[],
  format: Intl.NumberFormat,
  to: (departmentId: string) => string,
): StandingRow[] {
  return counts.map(({ departmentId, name, counts: own, isItself }) => ({
    key: departmentId,
    name: isItself ? m.hr_standing_itself({ name }) : name,
    to: isItself ? null : to(departmentId),
    ...showStanding(own, format),
  }));
}
