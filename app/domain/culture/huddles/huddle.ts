import { z } from 'zod';
import { isoDate } from '#app/domain/people/iso-date.ts';

/** What the head says once it was held. */
export const heldForm = z
  .object({ heldOn: isoDate, people: z.array(z.string()).max(2000).default([]) })
  .strict();

export type HuddleState =
  /** Its week is still to come. */
  | 'coming'
  /** It can be held. */
  | 'open'
  /** It was told today, and can still be corrected. */
  | 'told'
  /** It was held. */
  | 'held'
  /** Nobody said so in time. */
  | 'missed';

/** Somebody who could take part. */
export type HuddlePerson = {
  personId: string;
  name: string;
  /** Their department, where it is not the huddle's own. */
  department: string | null;
  /** By the calendar of their site. */
  worksThatDay: boolean;
};

type Stand = {
  mondayOn: string;
  /** The day on which it was told first; null before. */
  toldOn: string | null;
  settled: boolean;
};

/** How a huddle stands on a day of its department. `lastDay` is the last one on which it can be told. */
export function huddleState(
  { mondayOn, toldOn, settled }: Stand,
  today: string,
  lastDay: string,
): HuddleState {
  if (toldOn !== null) return toldOn === today && !settled ? 'told' : 'held';
  if (today < mondayOn) return 'coming';
  return today > lastDay ? 'missed' : 'open';
}

/** Whether the head may say who took part, or say it anew. */
export const mayBeTold = (state: HuddleState): boolean => state === 'open' || state === 'told';
