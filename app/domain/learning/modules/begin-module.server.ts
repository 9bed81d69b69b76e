import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';

/** Begins a module on the edition given, or goes on with the reading that is open, whatever edition that is on. */
export async function beginModule(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string; versionId: string; firstPart: string },
): Promise<{ ok: true; versionId: string }> {
  const { documentId, versionId, firstPart } = input;
  const key = openKey(actor.id, documentId);
  const open = await tx.reading.findUnique({ where: { openKey: key }, select: { versionId: true } });
  if (open) return { ok: true, versionId: open.versionId };
  const id = ulid();
  const at = now();
  await tx.reading.create({
    data: {
      id,
      personId: actor.id,
      documentId,
      versionId,
      part: firstPart,
      partsRead: '',
      beganAt: at,
      movedAt: at,
      openKey: key,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'reading.begun',
    subject: { type: 'reading', id },
    facts: { documentId, versionId },
  });
  return { ok: true, versionId };
}
