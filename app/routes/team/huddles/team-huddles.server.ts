import type { PersonActor } from '#app/domain/actor/actor.ts';
import { huddlesFrom, lastHeld } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { mondayOf } from '#app/domain/culture/huddles/week.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { ownFirst, shownHuddle } from './shown-huddle.ts';

/** So many departments are named on the team's page; of more, its own page tells. */
const shownAtMost = 3;

/** Of the departments that somebody heads: this week's sheets, and the day of the last one that was held. */
export async function showTeamHuddles(head: PersonActor, locale: string) {
  const monday = mondayOf(dateIn(head.siteTimeZone));
  // Where a department works the week may have begun a day later, or earlier.
  const own = (await huddlesFrom(reader, head.headOf, daysAfter(monday, -7))).filter(
    ({ mondayOn, timeZone }) => mondayOn === mondayOf(dateIn(timeZone)),
  );
  const days = [...(await lastHeld(reader, head.headOf)).values()].toSorted();
  const last = days.at(-1);
  return {
    huddles: ownFirst(own, head)
      .slice(0, shownAtMost)
      .map((huddle) => shownHuddle(huddle, locale)),
    several: head.headOf.length > 1,
    last: last ? formatShortDay(last, locale) : null,
  };
}
