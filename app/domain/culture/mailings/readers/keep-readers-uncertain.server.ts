import { storedReason } from '#app/domain/outbox/mail.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Whatever is on its way when a sender starts was on its way when the one before was stopped. */
export async function keepReadersUncertain(tx: Tx): Promise<number> {
  const { count } = await tx.mailingReader.updateMany({
    where: { state: 'sending' },
    data: { state: 'uncertain', settledAt: now(), reason: storedReason('interrupted') },
  });
  return count;
}
