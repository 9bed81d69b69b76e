import type { Actor } from '#app/domain/actor/actor.ts';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import { instantAt } from '../calendar.ts';
import type { Deed } from '../deed.ts';
import { granted } from '../deed.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { SampleData } from '../sample-data.ts';
import { addMember } from './add-member.work.server.ts';
import type { StaffMember } from './staff.ts';

type Staffing = { data: SampleData; staff: StaffMember[]; known: KnownIds };

/** HR enters those who come later on their first morning, and the last day of those who go on its evening. */
export function laterStaffDeeds(staffing: Staffing & { first: string; hr: () => Actor }): Deed[] {
  const { data, staff, known, first, hr } = staffing;
  const { timeZone } = data.company;
  const coming = staff
    .filter(({ hiredOn }) => hiredOn >= first)
    .map((member): Deed => ({
      at: instantAt(member.hiredOn, 7 * 60 + 10, timeZone),
      act: addMember(hr, member, known),
    }));
  const going = staff.flatMap(({ key, leftOn }): Deed[] => {
    if (!leftOn) return [];
    const act: Deed['act'] = async (tx) =>
      granted(await closePerson(tx, hr(), { personId: idOf(known.people, key), leftOn }));
    return [{ at: instantAt(leftOn, 15 * 60, timeZone), act }];
  });
  return [...coming, ...going];
}
