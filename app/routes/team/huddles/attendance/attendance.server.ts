import type { Huddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { partsOf } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { readHuddlePeople } from '#app/domain/culture/huddles/huddle-people-reads.server.ts';
import type { HuddlePerson } from '#app/domain/culture/huddles/huddle.ts';
import { mayBeTold } from '#app/domain/culture/huddles/huddle.ts';
import { daysOfWeek } from '#app/domain/culture/huddles/week.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';

/** Today, else the last day of the week before on which anybody works: a Monday's talk is told on a Sunday, too. */
async function likelyDay(huddle: Huddle): Promise<{ day: string; people: HuddlePerson[] }> {
  const today = dateIn(huddle.timeZone);
  const days = daysOfWeek(huddle.mondayOn).filter((day) => day <= today);
  for (const day of days.toReversed()) {
    const people = await readHuddlePeople(reader, huddle, day);
    if (people.some(({ worksThatDay }) => worksThatDay)) return { day, people };
  }
  const day = days.at(-1) ?? huddle.mondayOn;
  return { day, people: await readHuddlePeople(reader, huddle, day) };
}

/** Who could have taken part, and who did; with all that the form begins with. */
export async function readAttendance(huddle: Huddle, locale: string) {
  const { held, mondayOn, timeZone } = huddle;
  const took = held ? ((await partsOf(reader, [held.id])).get(held.id) ?? []) : [];
  const week = daysOfWeek(mondayOn);
  const today = dateIn(timeZone);
  const limits = { first: mondayOn, last: today < week[6]! ? today : week[6]! };
  const names = took.map(({ name }) => name);
  const heldOn = held ? formatShortDay(held.heldOn, locale) : null;
  if (!mayBeTold(huddle.state)) return { ...limits, day: '', people: [], took: names, heldOn };
  const ticked = new Set(took.map(({ personId }) => personId));
  const { day, people } = held
    ? { day: held.heldOn, people: await readHuddlePeople(reader, huddle, held.heldOn) }
    : await likelyDay(huddle);
  return {
    ...limits,
    day,
    people: people.map(({ worksThatDay, ...person }) => ({
      ...person,
      isOff: !worksThatDay,
      ticked: held ? ticked.has(person.personId) : worksThatDay,
    })),
    took: names,
    heldOn,
  };
}

/** Whom the form offered, and who did not work there on the day that was said: it began with another one. */
export async function namesNotThere(
  huddle: Huddle,
  { heldOn, people }: { heldOn: string; people: string[] },
): Promise<string> {
  const there = new Set((await readHuddlePeople(reader, huddle, heldOn)).map(({ personId }) => personId));
  const { people: offered } = huddle.held
    ? { people: await readHuddlePeople(reader, huddle, huddle.held.heldOn) }
    : await likelyDay(huddle);
  const away = offered.filter(({ personId }) => people.includes(personId) && !there.has(personId));
  return away.map(({ name }) => name).join(', ');
}

export type Attendance = Awaited<ReturnType<typeof readAttendance>>;
