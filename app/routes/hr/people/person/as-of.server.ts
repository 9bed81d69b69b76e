import { readIdentityOn, readWorkplaceOn } from '#app/domain/people/history/person-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';

/** A sentence about where somebody worked on a day, and under which name. */
export async function sayAsOf(personId: string, on: string, locale: string): Promise<string> {
  const date = formatDay(on, locale);
  const name = (await readIdentityOn(reader, personId, on))?.name ?? '';
  const place = await readWorkplaceOn(reader, personId, on);
  if (!place) return m.hr_as_of_not_here({ date, name });
  const { department, site, jobTitle } = place;
  return jobTitle
    ? m.hr_as_of_job({ date, name, department, site, job: jobTitle })
    : m.hr_as_of_here({ date, name, department, site });
}
