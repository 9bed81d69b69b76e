import MailComposer from 'nodemailer/lib/mail-composer';

export type Message = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  date: Date;
  language: string;
  /** An entry for the reader's calendar. */
  calendar?: { method: string; content: string };
  /** Of mail to many: how mail programs know it and get out of it. Addresses of our own alone. */
  list?: { id: string; unsubscribe: string };
};

/** One line each, whatever the addresses hold; and the one-click way only where the line to it is a safe one. */
function listHeaders({ id, unsubscribe }: NonNullable<Message['list']>): Record<string, string> {
  const address = new URL(unsubscribe);
  return {
    'List-ID': `<${id.replace(/[^a-z0-9.-]/gi, '')}>`,
    'List-Unsubscribe': `<${address.href}>`,
    ...(address.protocol === 'https:' ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    Precedence: 'bulk',
  };
}

/** The mail as it goes over the line or into a file. */
export function composeMessage({ language, calendar, list, ...message }: Message): Promise<Buffer> {
  const composer = new MailComposer({
    ...message,
    ...(calendar && { icalEvent: { ...calendar, filename: 'talk.ics' } }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
      ...(list && listHeaders(list)),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
