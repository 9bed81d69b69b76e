import type { EventFacts, EventName } from '#app/domain/events/catalogue.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { notifyOfCourse } from './notify-of-course.server.ts';

export type Reaction<Name extends EventName = EventName> = {
  /** Never renamed: the database remembers by it how far it has come. */
  name: string;
  on: Name;
  run: (tx: Tx, seq: number, facts: EventFacts<Name>) => Promise<void>;
};

const reaction = <Name extends EventName>(entry: Reaction<Name>) => entry as unknown as Reaction;

/** What follows from what has happened, across rooms. Each runs after the commit, at least once. */
export const reactions: Reaction[] = [
  reaction({ name: 'notify-of-course', on: 'course.completed', run: notifyOfCourse }),
];
