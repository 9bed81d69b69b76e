import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';

/** Remembers which part was read and which comes next. Without an open reading there is nothing to remember. */
export async function keepPlace(
  tx: Tx,
  input: { personId: string; documentId: string; readPart: string; nextPart: string },
): Promise<void> {
  const key = openKey(input.personId, input.documentId);
  const reading = await tx.reading.findUnique({ where: { openKey: key }, select: { partsRead: true } });
  if (!reading) return;
  const partsRead = new Set(reading.partsRead.split(' ').filter(Boolean)).add(input.readPart);
  await tx.reading.update({
    where: { openKey: key },
    data: { part: input.nextPart, partsRead: [...partsRead].join(' '), movedAt: now() },
    select: { id: true },
  });
}
