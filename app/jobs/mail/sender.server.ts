import { setTimeout } from 'node:timers/promises';
import { keepReadersUncertain } from '#app/domain/culture/mailings/readers/keep-readers-uncertain.server.ts';
import { keepUncertain } from '#app/domain/outbox/keep-uncertain.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import type { SmtpLine } from '#app/platform/mail/smtp-line.server.ts';
import { openLine } from '#app/platform/mail/smtp-line.server.ts';
import { sendDueMailings } from '../newsletter/send-due-mailings.server.ts';
import type { Pace } from '../newsletter/turns.server.ts';

const pause = 1000;
/** Before a server that did not talk to us is asked again. */
const restAfterSilence = 30_000;
/** How long the end of the house waits for the mail that is on its way. */
const patience = 3000;

/** The line to the server that the settings name. It stays open while a mailing is sent at a pace. */
function keepLine(stop: AbortSignal) {
  let kept: { url: string; line: SmtpLine } | null = null;
  const hangUp = () => {
    kept?.line.close();
    kept = null;
  };
  const hangUpSoon = () => void setTimeout(patience, undefined, { ref: false }).then(hangUp);
  stop.addEventListener('abort', hangUpSoon, { once: true });
  return {
    to: ({ smtpUrl, timeouts }: MailSettings): SmtpLine | null => {
      if (kept?.url !== smtpUrl) hangUp();
      if (smtpUrl) kept ??= { url: smtpUrl, line: openLine(smtpUrl, timeouts) };
      return kept?.line ?? null;
    },
    hangUp,
    end: () => {
      stop.removeEventListener('abort', hangUpSoon);
      hangUp();
    },
  };
}

async function sendUntil(stop: AbortSignal): Promise<void> {
  const kept = keepLine(stop);
  const pace: Pace = new Map();
  let tidy = false;
  while (!stop.aborted) {
    let rest = pause;
    try {
      // What is on its way between two rounds is what a stop, or a fault, has left behind.
      if (!tidy) {
        await transact(keepUncertain);
        await transact(keepReadersUncertain);
      }
      tidy = true;
      const settings = mailSettings();
      if (settings) {
        const { state, again } = await sendDueMailings({ settings, line: kept.to(settings), stop }, pace);
        if (state === 'unreachable') rest = restAfterSilence;
        else if (again !== null) rest = Math.min(pause, again);
        if (again === null) kept.hangUp();
      }
    } catch (error) {
      tidy = false;
      kept.hangUp();
      log.error({ err: error }, 'the sender of mail stumbled');
    }
    await setTimeout(rest, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
  kept.end();
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
