/** What mails there are. Each is worded and drawn where it is sent. */
export const mailTemplates = ['invitation', 'reset', 'sign-in-changed'] as const;

export type MailTemplate = (typeof mailTemplates)[number];

/**
 * `sending` is written before the conversation with the mail server, so that a mail that may have left is never sent
 * again by itself: found in that state after a stop, it is `uncertain`.
 */
export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';
