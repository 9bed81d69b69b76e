import { z } from 'zod';
import type { AddDepartmentRefusal } from '#app/domain/people/add-department.server.ts';
import type { CloseDepartmentRefusal } from '#app/domain/people/departments/close-department.server.ts';
import type { EditDepartmentRefusal } from '#app/domain/people/departments/edit-department.server.ts';
import type { EndDeputyRefusal } from '#app/domain/people/departments/end-deputy.server.ts';
import type { NameDeputyRefusal } from '#app/domain/people/departments/name-deputy.server.ts';
import type { ReopenDepartmentRefusal } from '#app/domain/people/departments/reopen-department.server.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import { newDepartment } from '#app/domain/people/department.ts';
import type { PlaceDepartmentRefusal } from '#app/domain/people/place-department.server.ts';
import * as m from '#app/messages/generated/messages.js';

const place = {
  parentId: z.string().max(40, 'unknown-parent').optional(),
  /** By what they sign in with. */
  head: z.string().trim().max(254, 'too-long').optional(),
};

export const departmentForm = newDepartment.omit({ headId: true }).extend(place).strict();
export const placeForm = z.object({ ...place, fromOn: isoDate }).strict();
export const deputyForm = z
  .object({
    deputy: z.string({ error: 'missing' }).trim().max(254, 'too-long'),
    fromOn: isoDate,
    untilOn: isoDate,
  })
  .strict();

export type DepartmentForm = z.input<typeof departmentForm>;

type Refusal =
  | AddDepartmentRefusal
  | PlaceDepartmentRefusal
  | EditDepartmentRefusal
  | CloseDepartmentRefusal
  | ReopenDepartmentRefusal
  | NameDeputyRefusal
  | EndDeputyRefusal;

/** Where each refusal is shown; what is not here stands above the form. */
const refusedAt: Partial<Record<Refusal, string>> = {
  'name-taken': 'name',
  'unknown-parent': 'parentId',
  'parent-closed': 'parentId',
  'unknown-head': 'head',
  'below-itself': 'parentId',
  'not-employed': 'deputy',
  overlaps: 'deputy',
  'ends-before-it-begins': 'untilOn',
  'before-it-began': 'on',
  'not-earlier': 'on',
  'changes-later': 'on',
  'not-closed': 'on',
};

export function fieldOf(refused: Refusal): string | null {
  return refusedAt[refused] ?? null;
}

const refusals: Record<Refusal, () => string> = {
  'not-allowed': m.hr_refused_department_not_allowed,
  'name-taken': m.hr_refused_name_taken,
  'unknown-parent': m.hr_refused_unknown_parent,
  'parent-closed': m.hr_refused_parent_closed,
  'unknown-head': m.hr_refused_unknown_head,
  'unknown-department': m.hr_refused_department_gone,
  'below-itself': m.hr_refused_below_itself,
  closed: m.hr_refused_closed_then,
  'closed-already': m.hr_refused_closed_already,
  'before-it-began': m.hr_refused_before_it_began,
  'changes-later': m.hr_refused_changes_later,
  'people-there': m.hr_refused_people_there,
  'departments-below': m.hr_refused_departments_below,
  'not-closed': m.hr_refused_not_closed,
  'ends-before-it-begins': m.hr_refused_ends_before_it_begins,
  'not-employed': m.hr_refused_deputy_not_employed,
  overlaps: m.hr_refused_deputy_overlaps,
  'unknown-deputyship': m.hr_refused_deputy_gone,
  'over-already': m.hr_refused_deputy_over,
  'not-earlier': m.hr_refused_not_earlier,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.hr_field_too_long,
  'not-a-date': m.hr_field_not_a_date,
  ...refusals,
};

const missing: Record<string, () => string> = {
  name: m.hr_name_missing,
  deputy: m.hr_refused_unknown_deputy,
  on: m.hr_day_missing,
  fromOn: m.hr_day_missing,
  untilOn: m.hr_day_missing,
};

export function wordDepartment(code: string, field: string): string {
  const word = code === 'missing' ? missing[field] : mistakes[code];
  return (word ?? m.hr_field_not_understood)();
}
