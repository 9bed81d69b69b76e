import type { ClosePersonRefusal } from '#app/domain/people/staff/close-person.server.ts';
import type { EditPersonRefusal } from '#app/domain/people/staff/edit-person.server.ts';
import type { PlacePersonRefusal } from '#app/domain/people/staff/place-person.server.ts';
import type { ReopenPersonRefusal } from '#app/domain/people/staff/reopen-person.server.ts';
import type { RetainPersonRefusal } from '#app/domain/people/staff/retain-person.server.ts';
import * as m from '#app/messages/generated/messages.js';

type Refusal =
  EditPersonRefusal | PlacePersonRefusal | ClosePersonRefusal | ReopenPersonRefusal | RetainPersonRefusal;

const refusals: Record<Refusal, () => string> = {
  'not-allowed': m.hr_refused_keep_people,
  'not-for-their-roles': m.hr_refused_not_for_their_roles,
  'unknown-person': m.hr_refused_person_gone,
  yourself: m.hr_refused_yourself,
  'no-way-to-sign-in': m.hr_refused_no_way_to_sign_in,
  'email-taken': m.hr_refused_email_of_somebody,
  'number-taken': m.hr_refused_number_of_somebody,
  'not-employed-then': m.hr_refused_not_employed_then,
  'nothing-changed': m.hr_refused_nothing_changed,
  'unknown-department': m.hr_refused_unknown_department,
  'department-closed': m.hr_refused_department_closed,
  'unknown-site': m.hr_refused_unknown_site,
  'site-closed': m.hr_refused_site_closed,
  'unknown-manager': m.hr_refused_unknown_manager,
  'own-manager': m.hr_refused_own_manager,
  'last-admin': m.hr_refused_last_admin,
  'left-already': m.hr_refused_left_already,
  'before-hiring': m.hr_refused_before_hiring,
  'moved-since': m.hr_refused_moved_since,
  overlaps: m.hr_refused_overlaps,
  'not-leaving': m.hr_refused_not_leaving,
};

/** Where each refusal is shown; what is not here stands above the form. */
const refusedAt: Partial<Record<Refusal, string>> = {
  'no-way-to-sign-in': 'email',
  'email-taken': 'email',
  'number-taken': 'employeeNumber',
  'unknown-department': 'departmentId',
  'department-closed': 'departmentId',
  'unknown-site': 'siteId',
  'site-closed': 'siteId',
  'unknown-manager': 'manager',
  'own-manager': 'manager',
};

/** The same for a form with a day, by the name of its field. */
export function fieldOf(refused: Refusal, day?: string): string | null {
  const ofDay: Refusal[] = ['not-employed-then', 'before-hiring', 'moved-since', 'overlaps'];
  if (day && ofDay.includes(refused)) return day;
  return refusedAt[refused] ?? null;
}

const missing: Record<string, () => string> = {
  name: m.hr_name_missing,
  departmentId: m.hr_department_missing,
  siteId: m.hr_site_missing,
  fromOn: m.hr_day_missing,
  on: m.hr_day_missing,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.hr_field_too_long,
  unprintable: m.hr_field_unprintable,
  'not-an-address': m.hr_field_not_an_address,
  'not-a-number': m.hr_field_not_a_number,
  'not-a-date': m.hr_field_not_a_date,
  ...refusals,
};

export function wordPersonChange(code: string, field: string): string {
  const word = code === 'missing' ? missing[field] : mistakes[code];
  return (word ?? m.hr_field_not_understood)();
}
