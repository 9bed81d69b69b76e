import { z } from 'zod';
import type { AddDepartmentRefusal } from '#app/domain/people/add-department.server.ts';
import { newDepartment } from '#app/domain/people/department.ts';
import type { PlaceDepartmentRefusal } from '#app/domain/people/place-department.server.ts';
import * as m from '#app/messages/generated/messages.js';

const place = {
  parentId: z.string().max(40, 'unknown-parent').optional(),
  /** By what they sign in with. */
  head: z.string().trim().max(254, 'too-long').optional(),
};

export const departmentForm = newDepartment.omit({ headId: true }).extend(place).strict();
export const placeForm = z.object(place).strict();

export type DepartmentForm = z.input<typeof departmentForm>;

type Refusal = AddDepartmentRefusal | PlaceDepartmentRefusal;

const refusedAt: Record<Refusal, keyof DepartmentForm | null> = {
  'not-allowed': null,
  'name-taken': 'name',
  'unknown-parent': 'parentId',
  'unknown-head': 'head',
  'unknown-department': null,
  'below-itself': 'parentId',
};

/** A refusal as a form library takes it. */
export function refusalAt(refused: Refusal) {
  const field = refusedAt[refused];
  return field ? { fieldErrors: { [field]: [refused] } } : { formErrors: [refused] };
}

const refusals: Record<Refusal, () => string> = {
  'not-allowed': m.hr_refused_department_not_allowed,
  'name-taken': m.hr_refused_name_taken,
  'unknown-parent': m.hr_refused_unknown_parent,
  'unknown-head': m.hr_refused_unknown_head,
  'unknown-department': m.hr_refused_department_gone,
  'below-itself': m.hr_refused_below_itself,
};

const mistakes: Record<string, () => string> = {
  missing: m.hr_name_missing,
  'too-long': m.hr_field_too_long,
  ...refusals,
};

export function wordDepartment(code: string): string {
  return (mistakes[code] ?? m.hr_field_not_understood)();
}
