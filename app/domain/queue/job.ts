import type { EventName } from '#app/domain/events/catalogue.ts';

/** The event that each reaction follows. Never renamed: the database remembers by the name how far it has come. */
export const reactionEvents = {
  'notify-of-course': 'course.completed',
  'notify-of-asked-try': 'try.asked',
  'notify-of-granted-try': 'try.granted',
  'complete-by-talk': 'huddle.settled',
  'mail-planned-talk': 'meeting.planned',
  'mail-changed-talk': 'meeting.changed',
  'mail-cancelled-talk': 'meeting.cancelled',
  'pause-withdrawn-mailings': 'document.withdrawn',
} as const satisfies Record<string, EventName>;

export type ReactionName = keyof typeof reactionEvents;

export const reactionNames = Object.keys(reactionEvents) as ReactionName[];

/** What runs by the clock. Never renamed either. */
export const recurringNames = [
  'seen-sessions',
  'expired-sessions',
  'nightly-backup',
  'missed-backup',
  'old-mail-files',
  'missing-certificates',
  'plan-huddles',
  'settle-huddles',
] as const;

export type RecurringName = (typeof recurringNames)[number];

/** As kept for a job that was running when the program stopped. */
export const interrupted = 'interrupted';

export type RunState = 'never' | 'running' | 'interrupted' | 'failed' | 'done';

export type KeptRun = { startedAt: Date | null; finishedAt: Date | null; reason: string | null };

export function runState(run: KeptRun | null): RunState {
  if (!run?.startedAt) return 'never';
  if (run.finishedAt) return run.reason === null ? 'done' : 'failed';
  return run.reason === interrupted ? 'interrupted' : 'running';
}
