import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** What somebody says they will do. Said again for the same module, the newest counts. */
export async function makeCommitment(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string; versionId: string; text: string },
): Promise<{ ok: true }> {
  const id = ulid();
  await tx.commitment.create({
    data: { id, personId: actor.id, ...input, madeAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'commitment.made',
    subject: { type: 'commitment', id },
    facts: { documentId: input.documentId },
  });
  return { ok: true };
}
