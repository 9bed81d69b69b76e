import { z } from 'zod';
import { roles } from '#app/domain/actor/actor.ts';
import type { AddPersonRefusal } from '#app/domain/people/add-person.server.ts';
import { newPerson } from '#app/domain/people/person.ts';
import * as m from '#app/messages/generated/messages.js';

/** As HR fills it in: the manager by what they sign in with, since a list of thousands finds nobody. */
export const personForm = newPerson
  .omit({ language: true, managerId: true })
  .extend({
    manager: z.string().trim().max(254, 'too-long').optional(),
    roles: z.array(z.enum(roles, 'role-not-allowed')).default([]),
  })
  .strict();

export type PersonForm = z.input<typeof personForm>;

export type PersonRefusal = AddPersonRefusal | 'role-not-allowed';

/** Where each refusal is shown; null is the form as a whole. */
export const refusedAt: Record<PersonRefusal, keyof PersonForm | null> = {
  'not-allowed': null,
  'no-way-to-sign-in': 'email',
  'email-taken': 'email',
  'number-taken': 'employeeNumber',
  'unknown-department': 'departmentId',
  'unknown-site': 'siteId',
  'unknown-manager': 'manager',
  'role-not-allowed': 'roles',
};

const refusals: Record<PersonRefusal, () => string> = {
  'not-allowed': m.hr_refused_not_allowed,
  'no-way-to-sign-in': m.hr_refused_no_way_to_sign_in,
  'email-taken': m.hr_refused_email_taken,
  'number-taken': m.hr_refused_number_taken,
  'unknown-department': m.hr_refused_unknown_department,
  'unknown-site': m.hr_refused_unknown_site,
  'unknown-manager': m.hr_refused_unknown_manager,
  'role-not-allowed': m.hr_refused_role,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.hr_field_too_long,
  unprintable: m.hr_field_unprintable,
  'not-an-address': m.hr_field_not_an_address,
  'not-a-number': m.hr_field_not_a_number,
  'not-a-date': m.hr_field_not_a_date,
  ...refusals,
};

const missing: Record<string, () => string> = {
  name: m.hr_name_missing,
  departmentId: m.hr_department_missing,
  siteId: m.hr_site_missing,
  hiredOn: m.hr_hired_missing,
};

export function wordPerson(code: string, field: string): string {
  const word = code === 'missing' ? missing[field] : mistakes[code];
  return (word ?? m.hr_field_not_understood)();
}
