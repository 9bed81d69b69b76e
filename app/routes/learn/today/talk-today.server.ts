import { readOwnActions } from '#app/domain/action-items/action-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readInvitations } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { dayAfter, dayBefore, daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatTime } from '#app/platform/locale/format.ts';

/** An action is spoken of so many days before it is due. */
const dueSoon = 2;

/** The talks of today and tomorrow that are not over, and how much of what one has taken on is open, and due. */
export async function readTalkToday(actor: PersonActor, locale: string) {
  const zone = actor.siteTimeZone;
  const today = dateIn(zone);
  // Where a talk takes place it may be another day.
  const near = await readInvitations(reader, actor.id, { from: dayBefore(today), to: daysAfter(today, 2) });
  const talks = near.flatMap((meeting) => {
    const { from, to } = spanOf(meeting);
    const day = dateIn(zone, from);
    if (to <= now() || day > dayAfter(today)) return [];
    const { id, title, place } = meeting;
    return [{ id, title, place, isToday: day <= today, time: formatTime(from, locale, zone) }];
  });
  const actions = await readOwnActions(reader, actor.id);
  const open = actions.filter(({ status }) => status === 'open');
  const due = open.filter(({ dueOn }) => dueOn <= daysAfter(today, dueSoon));
  return { talks, due: due.length, open: open.length };
}

export type TalkTodayView = Awaited<ReturnType<typeof readTalkToday>>;
