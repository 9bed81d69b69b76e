import { keepOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { keepWaiting } from '#app/domain/outbox/keep-waiting.server.ts';
import { dueMails } from '#app/domain/outbox/mail-reads.server.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { faultReason } from '#app/platform/log/masked.ts';
import type { Delivery } from '#app/platform/mail/delivery.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { writeMailFiles } from '#app/platform/mail/mailbox-folder.server.ts';
import type { SmtpLine } from '#app/platform/mail/smtp-line.server.ts';
import type { MailToMake } from './begin-sending.server.ts';
import { beginSending } from './begin-sending.server.ts';
import { linkPurpose } from './mail-link.ts';
import type { MadeMail } from './make-mail.server.ts';
import { makeMail } from './make-mail.server.ts';

const batch = 20;

const outcomes: Record<Exclude<Delivery['outcome'], 'sent'>, (detail: string) => MailOutcome> = {
  unreachable: (detail) => ({ state: 'put-off', reason: storedReason('no-connection', detail) }),
  'put-off': (detail) => ({ state: 'put-off', reason: storedReason('put-off', detail) }),
  refused: (detail) => ({ state: 'failed', reason: storedReason('refused', detail) }),
  uncertain: (detail) => ({ state: 'uncertain', reason: storedReason('cut-off', detail) }),
};

/** Nothing has left yet, whatever went wrong here: it may be tried again. */
function notMade(mailId: string, error: unknown): MailOutcome {
  log.error({ mail: mailId, err: error }, 'a mail could not be made');
  return { state: 'put-off', reason: storedReason('not-made', faultReason(error)) };
}

async function deliver(mailId: string, made: MadeMail, to: Out): Promise<MailOutcome> {
  if (to.line) {
    const delivery = await to.line.send({ from: made.from, to: made.to }, made.raw);
    return delivery.outcome === 'sent' ? { state: 'sent' } : outcomes[delivery.outcome](delivery.detail);
  }
  try {
    await writeMailFiles(to.settings.folder, mailId, made);
    return { state: 'sent' };
  } catch (error) {
    return notMade(mailId, error);
  }
}

async function send(making: MailToMake, out: Out): Promise<MailOutcome> {
  const mailId = making.mail.id;
  let made: MadeMail;
  try {
    made = await makeMail(making, out.settings);
  } catch (error) {
    return notMade(mailId, error);
  }
  return deliver(mailId, made, out);
}

type Out = {
  settings: MailSettings;
  /** Null where mail goes to files. */
  line: SmtpLine | null;
  stop: AbortSignal;
};

/**
 * Sends what is due, one after the other. `unreachable` where the server does not talk to us: the other mails need not
 * find that out one by one.
 */
export async function sendDueMails(out: Out): Promise<'done' | 'unreachable'> {
  for (;;) {
    const due = await dueMails(reader, batch);
    if (due.length === 0) return 'done';
    for (const { id, template } of due) {
      if (out.stop.aborted) return 'done';
      if (linkPurpose[template] && !out.settings.linkBase) {
        await transact((tx) => keepWaiting(tx, id));
        continue;
      }
      const making = await transact((tx) => beginSending(tx, id));
      if (!making) continue;
      const outcome = await send(making, out);
      await transact((tx) => keepOutcome(tx, { mailId: id, outcome }));
      if (outcome.state === 'put-off' && outcome.reason.startsWith('no-connection')) return 'unreachable';
    }
  }
}
