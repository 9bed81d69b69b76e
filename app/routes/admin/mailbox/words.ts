import type { MailReason, MailState, MailTemplate } from '#app/domain/outbox/mail.ts';
import { parseReason } from '#app/domain/outbox/mail.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

export const templateWords: Record<MailTemplate, () => string> = {
  invitation: m.mail_template_invitation,
  reset: m.mail_template_reset,
  'sign-in-changed': m.mail_template_sign_in_changed,
  'talk-invitation': m.mail_template_talk_invitation,
  'talk-cancelled': m.mail_template_talk_cancelled,
  'newsletter-test': m.mail_template_newsletter_test,
};

export const stateWords: Record<MailState, () => string> = {
  queued: m.mail_state_queued,
  sending: m.mail_state_sending,
  sent: m.mail_state_sent,
  failed: m.mail_state_failed,
  uncertain: m.mail_state_uncertain,
};

export const stateTones: Record<MailState, StateTone> = {
  queued: 'plain',
  sending: 'plain',
  sent: 'good',
  failed: 'bad',
  uncertain: 'due',
};

const reasonWords: Record<MailReason, () => string> = {
  left: m.mail_reason_left,
  'no-address': m.mail_reason_no_address,
  unsubscribed: m.mail_reason_unsubscribed,
  'no-app-url': m.mail_reason_no_app_url,
  'no-connection': m.mail_reason_no_connection,
  'put-off': m.mail_reason_put_off,
  refused: m.mail_reason_refused,
  'cut-off': m.mail_reason_cut_off,
  interrupted: m.mail_reason_interrupted,
  restored: m.mail_reason_restored,
  'not-made': m.mail_reason_not_made,
  overtaken: m.mail_reason_overtaken,
};

/** Why, and in whose words: what the mail server said stands as it said it. */
export function reasonInWords(stored: string | null): { words: string | null; said: string | null } {
  if (stored === null) return { words: null, said: null };
  const { reason, detail } = parseReason(stored);
  return { words: reason && reasonWords[reason](), said: detail || null };
}
