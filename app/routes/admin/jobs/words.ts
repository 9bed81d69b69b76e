import type { ReactionName, RecurringName, RunState } from '#app/domain/queue/job.ts';
import { interrupted, reactionNames, recurringNames } from '#app/domain/queue/job.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

export const reactionWords: Record<ReactionName, () => string> = {
  'notify-of-course': m.jobs_reaction_notify_of_course,
  'notify-of-asked-try': m.jobs_reaction_notify_of_asked_try,
  'notify-of-granted-try': m.jobs_reaction_notify_of_granted_try,
  'complete-by-talk': m.jobs_reaction_complete_by_talk,
  'mail-planned-talk': m.jobs_reaction_mail_planned_talk,
  'mail-changed-talk': m.jobs_reaction_mail_changed_talk,
  'mail-cancelled-talk': m.jobs_reaction_mail_cancelled_talk,
  'pause-withdrawn-mailings': m.jobs_reaction_pause_withdrawn_mailings,
};

export const recurringWords: Record<RecurringName, () => string> = {
  'seen-sessions': m.jobs_recurring_seen_sessions,
  'expired-sessions': m.jobs_recurring_expired_sessions,
  'nightly-backup': m.jobs_recurring_nightly_backup,
  'missed-backup': m.jobs_recurring_missed_backup,
  'old-mail-files': m.jobs_recurring_old_mail_files,
  'missing-certificates': m.jobs_recurring_missing_certificates,
  'plan-huddles': m.jobs_recurring_plan_huddles,
  'settle-huddles': m.jobs_recurring_settle_huddles,
};

export const runStateWords: Record<RunState, () => string> = {
  never: m.jobs_state_never,
  running: m.jobs_state_running,
  interrupted: m.jobs_state_interrupted,
  failed: m.jobs_state_failed,
  done: m.jobs_state_done,
};

export const runStateTones: Record<RunState, StateTone> = {
  never: 'plain',
  running: 'plain',
  interrupted: 'late',
  failed: 'bad',
  done: 'good',
};

/** A reaction that an older version knew has its own name and no words. */
export function reactionInWords(name: string): string {
  const known = reactionNames.find((one) => one === name);
  return known ? reactionWords[known]() : name;
}

export function findReaction(name: string | undefined): ReactionName | undefined {
  return reactionNames.find((one) => one === name);
}

export function findRecurring(name: string | undefined): RecurringName | undefined {
  return recurringNames.find((one) => one === name);
}

export function runReason(reason: string | null): string | null {
  return reason === interrupted ? m.jobs_reason_interrupted() : reason;
}
