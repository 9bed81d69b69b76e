import { setTimeout } from 'node:timers/promises';
import { keepUncertain } from '#app/domain/outbox/keep-uncertain.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { openLine } from '#app/platform/mail/smtp-line.server.ts';
import { sendDueMails } from './send-due-mails.server.ts';

const pause = 1000;
/** Before a server that did not talk to us is asked again. */
const restAfterSilence = 30_000;
/** How long the end of the house waits for the mail that is on its way. */
const patience = 3000;

async function sendRound(settings: MailSettings, stop: AbortSignal): Promise<'done' | 'unreachable'> {
  const line = settings.smtpUrl ? openLine(settings.smtpUrl, settings.timeouts) : null;
  const hangUp = () => void setTimeout(patience, undefined, { ref: false }).then(() => line?.close());
  stop.addEventListener('abort', hangUp, { once: true });
  try {
    return await sendDueMails({ settings, line, stop });
  } finally {
    stop.removeEventListener('abort', hangUp);
    line?.close();
  }
}

async function sendUntil(stop: AbortSignal): Promise<void> {
  let tidy = false;
  while (!stop.aborted) {
    let rest = pause;
    try {
      // What is on its way between two rounds is what a stop, or a fault, has left behind.
      if (!tidy) await transact(keepUncertain);
      tidy = true;
      const settings = mailSettings();
      if (settings && (await sendRound(settings, stop)) === 'unreachable') rest = restAfterSilence;
    } catch (error) {
      tidy = false;
      log.error({ err: error }, 'the sender of mail stumbled');
    }
    await setTimeout(rest, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}

/**
 * Sends mail beside everything else, one mail at a time, until the returned function is called. That hangs up after a
 * few seconds: what the server may have by then is uncertain, what it has not waits for the next start.
 */
export function startSender(): () => Promise<void> {
  const stop = new AbortController();
  const sending = sendUntil(stop.signal);
  return () => {
    stop.abort();
    return sending;
  };
}
