import { system } from '#app/domain/actor/actor.ts';
import type { MailTemplate } from '#app/domain/outbox/mail.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { sendDueMails } from '#app/jobs/mail/send-due-mails.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import type { SmtpTimeouts } from '#app/platform/mail/smtp-line.server.ts';
import { openLine, patientTimeouts } from '#app/platform/mail/smtp-line.server.ts';

const shortTimeouts: SmtpTimeouts = { connect: 400, greeting: 400, silence: 400, whole: 2000 };

export function settingsFor(smtpUrl: string | null, folder = '/nowhere'): MailSettings {
  const timeouts = shortTimeouts;
  return { smtpUrl, from: null, linkBase: 'https://learn.example.com', folder, timeouts };
}

/** For servers that behave: a busy machine is no silent server. */
export function patientSettings(smtpUrl: string): MailSettings {
  return { ...settingsFor(smtpUrl), timeouts: patientTimeouts };
}

let wishes = 0;

/** A mail that waits. The key is one's own where several programs wish. */
export async function queue(
  personId: string,
  template: MailTemplate = 'reset',
  key = `wish ${(wishes += 1)}`,
): Promise<string> {
  const mail = { key, template, personId, facts: {} };
  return (await transact((tx) => queueMail(tx, system, mail))).mailId;
}

/** One round of the sender, with a line of its own. */
export async function sendOnce(settings: MailSettings, stop?: AbortSignal): Promise<'done' | 'unreachable'> {
  const line = settings.smtpUrl ? openLine(settings.smtpUrl, settings.timeouts) : null;
  try {
    return await sendDueMails({ settings, line, stop: stop ?? new AbortController().signal });
  } finally {
    line?.close();
  }
}

export const mailOf = (id: string) => reader.mail.findUniqueOrThrow({ where: { id } });
