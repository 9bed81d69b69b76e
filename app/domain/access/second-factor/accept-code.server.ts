import type { Actor } from '#app/domain/actor/actor.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { digitsOf, isAppCode, isBackupCode } from './factor.ts';
import { keepUsedStep } from './keep-used-step.server.ts';
import { hasSecondFactor } from './second-factor-reads.server.ts';
import { useBackupCode } from './use-backup-code.server.ts';

/** A code of somebody whose second factor is on: from the app, or a backup code. Neither is taken twice. */
export async function acceptCode(
  tx: Tx,
  actor: Actor,
  input: { personId: string; code: string },
): Promise<{ ok: true } | Refused<'wrong-code'>> {
  const { personId } = input;
  const digits = digitsOf(input.code);
  if (!(await hasSecondFactor(tx, personId))) return { refused: 'wrong-code' };
  if (isBackupCode(digits)) return useBackupCode(tx, actor, { personId, digits });
  const isRight = isAppCode(digits) && (await keepUsedStep(tx, personId, digits));
  return isRight ? { ok: true } : { refused: 'wrong-code' };
}
