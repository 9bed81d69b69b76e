import { readOpenActions } from '#app/domain/action-items/action-reads.server.ts';
import { isOverdue } from '#app/domain/action-items/action-item.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readHeldMeetings, readPlannedMeetings } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { daysBetween } from '#app/domain/people/iso-date.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { writingFor } from './find-talk.server.ts';

/**
 * When the team last talked, what is over and not written down yet, what comes next, and how much of what was agreed is
 * open.
 */
export async function readLastTalk(actor: PersonActor, request: Request) {
  const writing = writingFor(actor, request);
  const [last] = await readHeldMeetings(reader, actor.headOf, 1);
  const planned = await readPlannedMeetings(reader, actor.headOf);
  const next = planned.find((talk) => spanOf(talk).to > now());
  const unwritten = planned.findLast((talk) => spanOf(talk).to <= now());
  const open = await readOpenActions(reader, actor.headOf);
  return {
    last: last
      ? {
          id: last.id,
          title: last.title,
          day: writing.day(last.day),
          weeksAgo: Math.floor(daysBetween(last.day, dateIn(last.timeZone)) / 7),
        }
      : null,
    next: next ? { id: next.id, title: next.title, when: writing.when(next) } : null,
    unwritten: unwritten ? { id: unwritten.id, title: unwritten.title, when: writing.when(unwritten) } : null,
    open: open.length,
    late: open.filter((line) => isOverdue(line)).length,
  };
}

export type LastTalk = Awaited<ReturnType<typeof readLastTalk>>;
