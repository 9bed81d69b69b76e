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
};

/** The mail as it goes over the line or into a file. */
export function composeMessage({ language, ...message }: Message): Promise<Buffer> {
  const composer = new MailComposer({
    ...message,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
