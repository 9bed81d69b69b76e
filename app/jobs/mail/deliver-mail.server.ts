import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import { log } from '#app/platform/log/log.server.ts';
import { faultReason } from '#app/platform/log/masked.ts';
import type { Delivery } from '#app/platform/mail/delivery.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { writeMailFiles } from '#app/platform/mail/mailbox-folder.server.ts';
import type { SmtpLine } from '#app/platform/mail/smtp-line.server.ts';
import type { MadeMail } from './made-mail.ts';

/** The way out of the house. */
export type Out = {
  settings: MailSettings;
  /** Null where mail goes to files. */
  line: SmtpLine | null;
  stop: AbortSignal;
};

const outcomes: Record<Exclude<Delivery['outcome'], 'sent'>, (detail: string) => MailOutcome> = {
  unreachable: (detail) => ({ state: 'put-off', reason: storedReason('no-connection', detail) }),
  'put-off': (detail) => ({ state: 'put-off', reason: storedReason('put-off', detail) }),
  refused: (detail) => ({ state: 'failed', reason: storedReason('refused', detail) }),
  uncertain: (detail) => ({ state: 'uncertain', reason: storedReason('cut-off', detail) }),
};

/** Nothing has left yet, whatever went wrong here: it may be tried again. */
function notMade(name: string, error: unknown): MailOutcome {
  log.error({ mail: name, err: error }, 'a mail could not be made');
  return { state: 'put-off', reason: storedReason('not-made', faultReason(error)) };
}

/** Makes a mail and lets it go, to the server or to a file of this name. Never throws. */
export async function deliverMail(
  name: string,
  make: () => Promise<MadeMail>,
  { settings, line }: Out,
): Promise<MailOutcome> {
  let made: MadeMail;
  try {
    made = await make();
    if (!line) {
      await writeMailFiles(settings.folder, name, made);
      return { state: 'sent' };
    }
  } catch (error) {
    return notMade(name, error);
  }
  const delivery = await line.send({ from: made.from, to: made.to }, made.raw);
  return delivery.outcome === 'sent' ? { state: 'sent' } : outcomes[delivery.outcome](delivery.detail);
}

/** The server does not talk to us, so neither would it about the next mail. */
export function isUnreachable(outcome: { state: string; reason?: string }): boolean {
  return outcome.state === 'put-off' && (outcome.reason ?? '').startsWith('no-connection');
}
