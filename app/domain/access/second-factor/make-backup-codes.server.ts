import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { BackupCodeHash } from './factor.ts';
import { hasSecondFactor } from './second-factor-reads.server.ts';

/** New ones of one's own in place of all there were. */
export async function makeBackupCodes(
  tx: Tx,
  actor: PersonActor,
  input: { hashes: BackupCodeHash[] },
): Promise<{ ok: true } | Refused<'is-off'>> {
  const personId = actor.id;
  if (!(await hasSecondFactor(tx, personId))) return { refused: 'is-off' };
  await tx.backupCode.deleteMany({ where: { personId } });
  await tx.backupCode.createMany({
    data: input.hashes.map((hash) => ({ id: ulid(), personId, hash, createdAt: now() })),
  });
  await record(tx, actor, {
    name: 'backup-codes.made',
    subject: { type: 'person', id: personId },
    facts: { count: input.hashes.length },
  });
  return { ok: true };
}
