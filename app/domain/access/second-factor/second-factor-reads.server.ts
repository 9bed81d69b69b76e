import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { unseal } from '#app/platform/seal/seal.server.ts';
import type { SecondFactor } from './factor.ts';
import { factorPurpose } from './factor.ts';

export async function readSecondFactor(db: Reader | Tx, personId: string): Promise<SecondFactor> {
  const stored = await db.credential.findFirst({
    where: { personId, kind: 'totp' },
    select: { confirmedAt: true },
  });
  if (!stored) return { state: 'off' };
  if (!stored.confirmedAt) return { state: 'begun' };
  const codesLeft = await db.backupCode.count({ where: { personId, usedAt: null } });
  return { state: 'on', since: stored.confirmedAt, codesLeft };
}

/** Whether signing in asks them for a code. */
export async function hasSecondFactor(db: Reader | Tx, personId: string): Promise<boolean> {
  return (await db.credential.count({ where: { personId, kind: 'totp', confirmedAt: { not: null } } })) > 0;
}

export type StoredFactor = { id: string; secret: string | null; confirmed: boolean };

/** The secret is null where it was sealed with a key that this server no longer has. */
export async function storedFactor(db: Reader | Tx, personId: string): Promise<StoredFactor | null> {
  const stored = await db.credential.findFirst({
    where: { personId, kind: 'totp' },
    select: { id: true, sealed: true, confirmedAt: true },
  });
  if (!stored) return null;
  const secret = stored.sealed === null ? null : unseal(factorPurpose, personId, stored.sealed);
  return { id: stored.id, secret, confirmed: stored.confirmedAt !== null };
}

/** Another one as soon as the password is another one. */
export async function passwordStamp(db: Reader | Tx, personId: string): Promise<string> {
  const stored = await db.credential.findFirst({
    where: { personId, kind: 'password' },
    select: { changedAt: true },
  });
  return stored?.changedAt.toISOString() ?? '';
}
