import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { keyedHash } from '#app/platform/seal/seal.server.ts';
import { backupPurpose } from './factor.ts';

/** Opens once: of many at the same moment, one. */
export async function useBackupCode(
  tx: Tx,
  actor: Actor,
  input: { personId: string; digits: string },
): Promise<{ ok: true } | Refused<'wrong-code'>> {
  const { personId, digits } = input;
  const { count } = await tx.backupCode.updateMany({
    where: { personId, hash: keyedHash(backupPurpose, `${personId} ${digits}`), usedAt: null },
    data: { usedAt: now() },
  });
  if (count !== 1) return { refused: 'wrong-code' };
  await record(tx, actor, {
    name: 'backup-code.used',
    subject: { type: 'person', id: personId },
    facts: {},
  });
  return { ok: true };
}
