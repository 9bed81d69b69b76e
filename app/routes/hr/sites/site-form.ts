import { z } from 'zod';
import type { EditSiteRefusal } from '#app/domain/people/sites/edit-site.server.ts';
import type { AddHolidayRefusal } from '#app/domain/people/sites/add-holiday.server.ts';
import type { CloseSiteRefusal } from '#app/domain/people/sites/close-site.server.ts';
import type { RemoveHolidayRefusal } from '#app/domain/people/sites/remove-holiday.server.ts';
import type { ReopenSiteRefusal } from '#app/domain/people/sites/reopen-site.server.ts';
import { newSite } from '#app/domain/people/site.ts';
import * as m from '#app/messages/generated/messages.js';

/** A weekday as a box to tick sends it. */
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7']).transform(Number);

export const siteForm = newSite
  .omit({ daysOff: true })
  .extend({ daysOff: z.array(weekday).max(7).default([]) })
  .strict();

export type SiteForm = z.input<typeof siteForm>;

type Refusal =
  EditSiteRefusal | CloseSiteRefusal | ReopenSiteRefusal | AddHolidayRefusal | RemoveHolidayRefusal;

export function fieldOf(refused: Refusal): string | null {
  if (refused === 'name-taken') return 'name';
  return refused === 'day-taken' ? 'day' : null;
}

const refusals: Record<Refusal, () => string> = {
  'not-allowed': m.hr_refused_site_not_allowed,
  'unknown-site': m.hr_refused_site_gone,
  'name-taken': m.hr_refused_site_name_taken,
  'closed-already': m.hr_refused_site_closed_already,
  'people-there': m.hr_refused_site_people_there,
  'not-closed': m.hr_refused_site_not_closed,
  'day-taken': m.hr_refused_day_taken,
  'unknown-holiday': m.hr_refused_holiday_gone,
};

const missing: Record<string, () => string> = {
  name: m.hr_name_missing,
  day: m.hr_day_missing,
  timeZone: m.hr_zone_unknown,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.hr_field_too_long,
  'not-a-date': m.hr_field_not_a_date,
  'not-a-time-zone': m.hr_zone_unknown,
  ...refusals,
};

export function wordSite(code: string, field: string): string {
  const word = code === 'missing' ? missing[field] : mistakes[code];
  return (word ?? m.hr_field_not_understood)();
}
