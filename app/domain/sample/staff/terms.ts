import type { Span } from '../calendar.ts';
import { addDays, addMonths, daysFrom, workdayFrom, workdayUpTo } from '../calendar.ts';
import type { Dice } from '../dice.ts';
import type { Slot } from './slots.ts';

/** From when to when somebody works here. */
export type Term = { hiredOn: string; leftOn: string | null };

const joiners = 24;
const lateJoiners = 5;
const leavers = 8;

/** Before anybody was hired. */
export function openingDay(first: string): string {
  return `${Number(first.slice(0, 4)) - 13}-01-01`;
}

function hiredLongAgo(slot: Slot, first: string, dice: Dice): string {
  if (slot.member) return workdayFrom(addMonths(first, -12 * slot.member.yearsHere));
  const most = slot.position === 'member' ? 10 * 365 : 12 * 365;
  const least = slot.position === 'member' ? 20 : 3 * 365;
  // Squared, since there are always more people who came lately.
  return workdayUpTo(addDays(first, -least - Math.floor((most - least) * dice.roll() ** 2)));
}

/** Neither the cast nor those whom others report to. */
const isOrdinary = ({ position, member, department }: Slot) =>
  position === 'member' && !member && department !== 'leadership';

/** Those who ship are drawn first, so that their course has joiners and leavers among its learners. */
function drawMembers(slots: Slot[], shippers: number, others: number, dice: Dice): Slot[] {
  const ordinary = dice.shuffle(slots.filter(isOrdinary));
  const ships = (slot: Slot) => slot.department.startsWith('shipping') || slot.department === 'returns';
  return [
    ...ordinary.filter(ships).slice(0, shippers),
    ...ordinary.filter((slot) => !ships(slot)).slice(0, others),
  ];
}

export function datesOfStaff(slots: Slot[], span: Span, dice: Dice): Map<string, Term> {
  const { first, last, today } = span;
  const terms = new Map<string, Term>(
    slots.map((slot) => [slot.key, { hiredOn: hiredLongAgo(slot, first, dice), leftOn: null }]),
  );
  const moving = dice.shuffle(drawMembers(slots, 8, joiners + leavers - 8, dice));
  const leaving = moving.slice(0, leavers);
  const joining = moving.slice(leavers);
  const days = daysFrom(first, last);
  joining.forEach(({ key }, index) => {
    const since = index < lateJoiners ? days - dice.between(2, 28) : dice.between(10, days - 30);
    terms.set(key, { hiredOn: workdayUpTo(addDays(first, since)), leftOn: null });
  });
  for (const { key } of leaving) {
    const leftOn = workdayUpTo(addDays(today, -dice.between(10, days - 60)));
    terms.set(key, { hiredOn: terms.get(key)!.hiredOn, leftOn });
  }
  return terms;
}
