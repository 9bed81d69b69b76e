import type { FreezeMailingRefusal } from '#app/domain/culture/mailings/freeze-mailing.server.ts';
import type { CancelMailingRefusal } from '#app/domain/culture/mailings/cancel-mailing.server.ts';
import type { MailingState, PauseReason, ReaderState } from '#app/domain/culture/mailings/mailing.ts';
import type { PauseMailingRefusal } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import type { EditMailingRefusal } from '#app/domain/culture/mailings/planning/edit-mailing.server.ts';
import type { AudienceRole } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import type { PlanMailingRefusal } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import type { TestMailingRefusal } from '#app/domain/culture/mailings/planning/test-mailing.server.ts';
import type { RetryFailedRefusal } from '#app/domain/culture/mailings/readers/retry-failed.server.ts';
import type { ResumeMailingRefusal } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import type { EventName } from '#app/domain/events/catalogue.ts';
import type { MailReason } from '#app/domain/outbox/mail.ts';
import { parseReason } from '#app/domain/outbox/mail.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

/** A mailing as it stands at a moment: one that was sent off may wait for its time. */
export type ShownState = MailingState | 'waiting';

export const stateWords: Record<ShownState, () => string> = {
  planned: m.mailing_state_planned,
  waiting: m.mailing_state_waiting,
  running: m.mailing_state_running,
  paused: m.mailing_state_paused,
  cancelled: m.mailing_state_cancelled,
  done: m.mailing_state_done,
};

export const stateTones: Record<ShownState, StateTone> = {
  planned: 'plain',
  waiting: 'plain',
  running: 'plain',
  paused: 'due',
  cancelled: 'plain',
  done: 'good',
};

export function shownState({ state, startAt }: { state: MailingState; startAt: Date }, at: Date): ShownState {
  return state === 'running' && startAt > at ? 'waiting' : state;
}

export const readerWords: Record<ReaderState, () => string> = {
  queued: m.mailing_reader_queued,
  sending: m.mailing_reader_sending,
  sent: m.mailing_reader_sent,
  failed: m.mailing_reader_failed,
  uncertain: m.mailing_reader_uncertain,
  'left-out': m.mailing_reader_left_out,
};

export const readerTones: Record<ReaderState, StateTone> = {
  queued: 'plain',
  sending: 'plain',
  sent: 'good',
  failed: 'bad',
  uncertain: 'due',
  'left-out': 'plain',
};

export const pauseWords: Record<PauseReason, () => string> = {
  editor: m.mailing_paused_editor,
  refused: m.mailing_paused_refused,
  restored: m.mailing_paused_restored,
  withdrawn: m.mailing_paused_withdrawn,
};

export const roleWords: Record<AudienceRole, () => string> = {
  head: m.mailing_role_head,
  editor: m.mailing_role_editor,
  hr: m.mailing_role_hr,
  admin: m.mailing_role_admin,
};

export type MailingRefusal =
  | PlanMailingRefusal
  | EditMailingRefusal
  | TestMailingRefusal
  | FreezeMailingRefusal
  | PauseMailingRefusal
  | ResumeMailingRefusal
  | CancelMailingRefusal
  | RetryFailedRefusal;

export const refusalWords: Record<MailingRefusal, () => string> = {
  'not-allowed': m.mailing_refused_not_allowed,
  'no-such-mailing': m.mailing_readers_none,
  'not-published': m.mailing_refused_not_published,
  begun: m.mailing_refused_begun,
  'no-readers': m.mailing_refused_no_readers,
  'not-running': m.mailing_refused_not_running,
  'not-paused': m.mailing_refused_not_paused,
  over: m.mailing_refused_over,
  cancelled: m.mailing_refused_cancelled,
  nobody: m.mailing_refused_nobody,
  'no-address': m.mailing_test_no_address,
};

/** That a talk was changed meanwhile is no reason of the newsletter. */
const reasonWords: Record<Exclude<MailReason, 'overtaken'>, () => string> = {
  left: m.mailing_reason_left,
  'no-address': m.mailing_reason_no_address,
  unsubscribed: m.mailing_reason_unsubscribed,
  'no-app-url': m.mailing_no_address,
  'no-connection': m.mailing_reason_no_connection,
  'put-off': m.mailing_reason_put_off,
  refused: m.mailing_reason_refused,
  'cut-off': m.mailing_reason_cut_off,
  interrupted: m.mailing_reason_interrupted,
  restored: m.mailing_reason_restored,
  'not-made': m.mailing_reason_not_made,
};

/** Why, in plain words; and what the mail server said, as it said it. */
export function reasonInWords(
  stored: string | null,
  state: ReaderState,
): { why: string | null; said: string | null } {
  if (stored === null) return { why: null, said: null };
  const { reason, detail } = parseReason(stored);
  const gaveUp = state === 'failed' && reason === 'put-off';
  const known = reason !== null && reason !== 'overtaken' ? reasonWords[reason] : null;
  const why = gaveUp ? m.mailing_reason_put_off_for_good : known;
  return { why: why ? why() : null, said: detail || null };
}

const steps: Partial<Record<EventName, () => string>> = {
  'mailing.planned': m.mailing_step_planned,
  'mailing.edited': m.mailing_step_edited,
  'mailing.tested': m.mailing_step_tested,
  'mailing.frozen': m.mailing_step_frozen,
  'mailing.started': m.mailing_step_started,
  'mailing.paused': m.mailing_step_paused,
  'mailing.resumed': m.mailing_step_resumed,
  'mailing.cancelled': m.mailing_step_cancelled,
  'mailing.retried': m.mailing_step_retried,
  'mailing.settled': m.mailing_step_settled,
  'mailing.finished': m.mailing_step_finished,
};

export function stepInWords({ name, actor }: { name: string; actor: string | null }): string {
  const what = (steps[name as EventName] ?? (() => name))();
  return actor === null ? what : m.mailing_step_by({ what, who: actor });
}

/** What has just been done, said once: by the word that the redirect carries. */
export const saidWords = {
  planned: m.mailing_said_planned,
  saved: m.mailing_said_saved,
  tested: m.mailing_said_tested,
  started: m.mailing_said_started,
  paused: m.mailing_said_paused,
  resumed: m.mailing_said_resumed,
  cancelled: m.mailing_said_cancelled,
  retried: m.mailing_said_retried,
  settled: m.mailing_said_settled,
} satisfies Record<string, () => string>;

export function saidIn(query: URLSearchParams): string | null {
  const said = query.get('said') ?? '';
  return Object.hasOwn(saidWords, said) ? saidWords[said as keyof typeof saidWords]() : null;
}
