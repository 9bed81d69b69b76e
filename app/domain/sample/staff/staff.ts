import type { Role } from '#app/domain/actor/actor.ts';
import type { Span } from '../calendar.ts';
import { daysFrom } from '../calendar.ts';
import { diceFrom } from '../dice.ts';
import type { SampleData } from '../sample-data.ts';
import type { Named } from './names.ts';
import { nameStaff } from './names.ts';
import type { Slot } from './slots.ts';
import { managerOf, slotsIn } from './slots.ts';
import type { Term } from './terms.ts';
import { datesOfStaff } from './terms.ts';

export type StaffMember = Named &
  Term &
  Pick<Slot, 'key' | 'department' | 'site' | 'jobTitle' | 'rank'> & {
    employeeNumber: string;
    managerKey: string | null;
    isHead: boolean;
    isCast: boolean;
    roles: Role[];
  };

const firstNumber = 1001;

/** Everybody who works or has worked here, in the order in which they are entered. The same each time for the same day. */
export function planStaff(data: SampleData, span: Span): StaffMember[] {
  const slots = slotsIn(data);
  const names = nameStaff(slots, data.names, diceFrom(1));
  const terms = datesOfStaff(slots, span, diceFrom(2));
  const dayCount = ({ key }: Slot) => daysFrom(span.first, terms.get(key)!.hiredOn);
  const bySeniority = slots.toSorted((a, b) => dayCount(a) - dayCount(b));
  const numbers = new Map(bySeniority.map(({ key }, index) => [key, `HP-${firstNumber + index}`]));
  const staff = slots.map((slot): StaffMember => {
    const { key, department, site, jobTitle, rank, position, member } = slot;
    return {
      ...names.get(key)!,
      ...terms.get(key)!,
      key,
      department,
      site,
      jobTitle,
      rank,
      employeeNumber: numbers.get(key)!,
      managerKey: managerOf(slot, slots, data.departments),
      isHead: position === 'head',
      isCast: member !== null,
      roles: member?.roles ?? [],
    };
  });
  return staff.toSorted((a, b) => a.rank - b.rank || (a.employeeNumber < b.employeeNumber ? -1 : 1));
}
