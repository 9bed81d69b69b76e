import type { Span } from '../calendar.ts';
import { addDays, daysFrom, workdayUpTo } from '../calendar.ts';
import type { Dice } from '../dice.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { Fate } from './fates.ts';
import type { Sitting } from './sitting.ts';

/** When somebody sits down to which module of a course, and how it goes. */
export type Appointment = Omit<Sitting, 'tells'> & { module: number; day: string };

/** How many parts each module has to be read. */
type Course = { partCounts: number[] };

type Progress = {
  /** So many modules are completed. */
  modules: number;
  /** Read of the next one, where it is begun. */
  parts: number | null;
};

const mostDaysBetween = 13;
/** Those who are in the middle of it began lately. */
const stillGoingOn = 60;

function progressOf(fate: Fate, { partCounts }: Course, dice: Dice): Progress {
  if (fate === 'not-started') return { modules: 0, parts: null };
  if (fate === 'done' || fate === 'failed-once') return { modules: partCounts.length, parts: null };
  const modules = fate === 'in-second-module' && partCounts.length > 1 ? 1 : 0;
  return { modules, parts: dice.between(0, Math.max(0, (partCounts[modules] ?? 1) - 1)) };
}

function appointmentsUpTo(
  progress: Progress,
  days: string[],
  failsAt: number | null,
  dice: Dice,
): Appointment[] {
  return days.map((day, module) => {
    const stopsHere = module === progress.modules;
    const failsFirst = module === failsAt;
    return {
      module,
      day,
      failsFirst,
      promises: dice.roll() < 0.4,
      partsRead: stopsHere ? progress.parts : null,
    };
  });
}

/** No days where there is not enough time between being hired and today, or the last day. */
function drawDays(member: StaffMember, span: Span, count: number, lately: boolean, dice: Dice): string[] {
  const earliest = addDays(member.hiredOn > span.first ? member.hiredOn : span.first, 4);
  const latest = member.leftOn && member.leftOn < span.last ? member.leftOn : span.last;
  const room = daysFrom(earliest, latest) - (count - 1) * mostDaysBetween;
  if (count === 0 || room < 0) return [];
  const from = lately ? Math.max(0, room - stillGoingOn) : 0;
  let day = addDays(earliest, dice.between(from, room));
  const days = [day];
  while (days.length < count) {
    day = addDays(day, dice.between(3, mostDaysBetween));
    days.push(day);
  }
  return days.map(workdayUpTo);
}

export function timetableOf(
  member: StaffMember,
  course: Course,
  fate: Fate,
  span: Span,
  dice: Dice,
): Appointment[] {
  const progress = progressOf(fate, course, dice);
  const lately = progress.parts !== null;
  const days = drawDays(member, span, progress.modules + (lately ? 1 : 0), lately, dice);
  const failsAt = fate === 'failed-once' ? dice.between(0, course.partCounts.length - 1) : null;
  return appointmentsUpTo(progress, days, failsAt, dice);
}

/** Module 1 two weeks ago, with a promise, so that Today asks how it went; yesterday the first part of module 2, so that there is something to go on with. */
export function timetableOfAda(course: Course, span: Span): Appointment[] {
  const days = [addDays(span.today, -16), addDays(span.today, -1)].map(workdayUpTo);
  const half = { failsFirst: false, promises: true };
  if (course.partCounts.length < 2) return [{ ...half, module: 0, day: days[1]!, partsRead: 1 }];
  return [
    { ...half, module: 0, day: days[0]!, partsRead: null },
    { ...half, module: 1, day: days[1]!, partsRead: 1 },
  ];
}

/** All of it, among the first: what a head of department does. */
export function timetableOfEarly(course: Course, span: Span): Appointment[] {
  return course.partCounts.map((_, module) => ({
    module,
    day: workdayUpTo(addDays(span.first, 6 + 7 * module)),
    partsRead: null,
    failsFirst: false,
    promises: true,
  }));
}
