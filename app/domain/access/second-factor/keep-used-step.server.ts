import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { storedFactor } from './second-factor-reads.server.ts';
import { totpStep } from './totp.ts';

/**
 * Whether a code is one of the app's, of about this moment, and newer than every one that was accepted before. It is
 * used up by asking.
 */
export async function keepUsedStep(tx: Tx, personId: string, code: string): Promise<boolean> {
  const factor = await storedFactor(tx, personId);
  if (!factor?.secret) return false;
  const step = totpStep(factor.secret, code, now());
  if (step === null) return false;
  const { count } = await tx.credential.updateMany({
    where: { id: factor.id, OR: [{ usedStep: null }, { usedStep: { lt: step } }] },
    data: { usedStep: step },
  });
  return count === 1;
}
