import { keepOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { keepWaiting } from '#app/domain/outbox/keep-waiting.server.ts';
import { dueMails } from '#app/domain/outbox/mail-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { beginSending } from './begin-sending.server.ts';
import type { Out } from './deliver-mail.server.ts';
import { deliverMail, isUnreachable } from './deliver-mail.server.ts';
import { needsAddress } from './mail-link.ts';
import { makeMail } from './make-mail.server.ts';

const batch = 20;

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
      if (needsAddress(template) && !out.settings.linkBase) {
        await transact((tx) => keepWaiting(tx, id));
        continue;
      }
      const making = await transact((tx) => beginSending(tx, id));
      if (!making) continue;
      const outcome = await deliverMail(id, () => makeMail(making, out.settings), out);
      await transact((tx) => keepOutcome(tx, { mailId: id, outcome }));
      if (isUnreachable(outcome)) return 'unreachable';
    }
  }
}
