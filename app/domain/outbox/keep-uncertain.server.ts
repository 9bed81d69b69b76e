import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { storedReason } from './mail.ts';

/** Whatever is on its way when a sender starts was on its way when the one before was stopped. */
export async function keepUncertain(tx: Tx): Promise<number> {
  const { count } = await tx.mail.updateMany({
    where: { state: 'sending' },
    data: { state: 'uncertain', settledAt: now(), reason: storedReason('interrupted') },
  });
  return count;
}
