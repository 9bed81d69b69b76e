import type { EventFacts, EventName } from '#app/domain/events/catalogue.ts';
import type { ReactionName, reactionEvents } from '#app/domain/queue/job.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { completeByTalk } from './huddles/complete-by-talk.server.ts';
import { mailCancelledTalk } from './mail/talks/mail-cancelled-talk.server.ts';
import { mailChangedTalk } from './mail/talks/mail-changed-talk.server.ts';
import { mailPlannedTalk } from './mail/talks/mail-planned-talk.server.ts';
import { notifyOfAskedTry } from './notify-of-asked-try.server.ts';
import { notifyOfCourse } from './notify-of-course.server.ts';
import { pauseWithdrawnMailings } from './newsletter/pause-withdrawn-mailings.server.ts';
import { notifyOfGrantedTry } from './notify-of-granted-try.server.ts';

export type Reaction<Name extends EventName = EventName> = {
  name: string;
  on: Name;
  run: (tx: Tx, seq: number, facts: EventFacts<Name>) => Promise<void>;
};

const reaction = <Name extends ReactionName>(
  entry: Reaction<(typeof reactionEvents)[Name]> & { name: Name; on: (typeof reactionEvents)[Name] },
) => entry as unknown as Reaction;

/**
 * What follows from what has happened, across rooms. Each runs after the commit, at least once. Their names and events
 * stand in the queue's room, where the page about them finds them.
 */
export const reactions: Reaction[] = [
  reaction({ name: 'notify-of-course', on: 'course.completed', run: notifyOfCourse }),
  reaction({ name: 'notify-of-asked-try', on: 'try.asked', run: notifyOfAskedTry }),
  reaction({ name: 'notify-of-granted-try', on: 'try.granted', run: notifyOfGrantedTry }),
  reaction({ name: 'complete-by-talk', on: 'huddle.settled', run: completeByTalk }),
  reaction({ name: 'mail-planned-talk', on: 'meeting.planned', run: mailPlannedTalk }),
  reaction({ name: 'mail-changed-talk', on: 'meeting.changed', run: mailChangedTalk }),
  reaction({ name: 'mail-cancelled-talk', on: 'meeting.cancelled', run: mailCancelledTalk }),
  reaction({ name: 'pause-withdrawn-mailings', on: 'document.withdrawn', run: pauseWithdrawnMailings }),
];
