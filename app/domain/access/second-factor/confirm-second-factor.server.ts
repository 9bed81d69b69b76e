import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { BackupCodeHash } from './factor.ts';
import { digitsOf, isAppCode } from './factor.ts';
import { keepUsedStep } from './keep-used-step.server.ts';
import { makeBackupCodes } from './make-backup-codes.server.ts';
import { readSecondFactor } from './second-factor-reads.server.ts';

export type ConfirmSecondFactor = { code: string; hashes: BackupCodeHash[] };

export type ConfirmRefusal = 'not-begun' | 'on-already' | 'wrong-code';

/**
 * The app is proved to hold the secret: from now on signing in asks for a code. All sessions of the person end, since
 * none was opened with one; who confirms gets a new one.
 */
export async function confirmSecondFactor(
  tx: Tx,
  actor: PersonActor,
  { code, hashes }: ConfirmSecondFactor,
): Promise<{ ok: true } | Refused<ConfirmRefusal>> {
  const personId = actor.id;
  const { state } = await readSecondFactor(tx, personId);
  if (state === 'off') return { refused: 'not-begun' };
  if (state === 'on') return { refused: 'on-already' };
  const digits = digitsOf(code);
  if (!isAppCode(digits) || !(await keepUsedStep(tx, personId, digits))) return { refused: 'wrong-code' };
  await tx.credential.updateMany({
    where: { personId, kind: 'totp' },
    data: { confirmedAt: now(), changedAt: now() },
  });
  await record(tx, actor, {
    name: 'second-factor.confirmed',
    subject: { type: 'person', id: personId },
    facts: {},
  });
  await makeBackupCodes(tx, actor, { hashes });
  await tx.session.deleteMany({ where: { personId } });
  return { ok: true };
}
