import { system } from '#app/domain/actor/actor.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import { withdrawnMailings } from '#app/domain/culture/mailings/readers/withdrawn-reads.server.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** What nobody is to read is not sent, either. Who has it, has it. */
export async function pauseWithdrawnMailings(
  tx: Tx,
  _seq: number,
  { kind }: EventFacts<'document.withdrawn'>,
): Promise<void> {
  if (kind !== 'issue') return;
  for (const mailingId of await withdrawnMailings(tx)) {
    await pauseMailing(tx, system, { mailingId, because: 'withdrawn' });
  }
}
