/** What mails there are. Each is worded and drawn where it is sent. */
export const mailTemplates = [
  'invitation',
  'reset',
  'sign-in-changed',
  'talk-invitation',
  'talk-cancelled',
  'newsletter-test',
] as const;

export type MailTemplate = (typeof mailTemplates)[number];

/**
 * `sending` is written before the conversation with the mail server, so that a mail that may have left is never sent
 * again by itself: found in that state after a stop, it is `uncertain`.
 */
export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';

/** Why a mail waits, has failed or is uncertain. */
const mailReasons = [
  'left',
  'no-address',
  'unsubscribed',
  'no-app-url',
  'no-connection',
  'put-off',
  'refused',
  'cut-off',
  'interrupted',
  'restored',
  'not-made',
  'overtaken',
] as const;

export type MailReason = (typeof mailReasons)[number];

/** As it is stored: the reason, and after a colon what the mail server or the machine said. */
export function storedReason(reason: MailReason, detail?: string): string {
  return detail ? `${reason}: ${detail}` : reason;
}

export function parseReason(stored: string): { reason: MailReason | null; detail: string } {
  const [code = '', ...rest] = stored.split(': ');
  const reason = mailReasons.find((known) => known === code) ?? null;
  return { reason, detail: reason ? rest.join(': ') : stored };
}

/** What a person may let go once more: never what is on its way, and not what has arrived. */
export function maySendAgain(state: string): boolean {
  return state === 'failed' || state === 'uncertain';
}
