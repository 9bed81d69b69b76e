import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { storedReason } from './mail.ts';

const lookAgainAfter = 5 * 60_000;

/** A mail with a link cannot be made until the program's own address is known. It has not been tried. */
export async function keepWaiting(tx: Tx, mailId: string): Promise<void> {
  const nextAt = new Date(now().getTime() + lookAgainAfter);
  await tx.mail.updateMany({
    where: { id: mailId, state: 'queued' },
    data: { nextAt, reason: storedReason('no-app-url') },
  });
}
