import { randomInt } from 'node:crypto';
import { keyedHash } from '#app/platform/seal/seal.server.ts';
import type { BackupCodeHash } from './factor.ts';
import { backupCodeCount, backupCodeLength, backupPurpose } from './factor.ts';

/** Codes to be shown once, and what is kept of them. */
export async function drawBackupCodes(
  personId: string,
): Promise<{ codes: string[]; hashes: BackupCodeHash[] }> {
  const drawn = new Set<string>();
  while (drawn.size < backupCodeCount) {
    drawn.add(String(randomInt(10 ** backupCodeLength)).padStart(backupCodeLength, '0'));
  }
  const codes = [...drawn];
  return {
    codes,
    hashes: codes.map((code) => keyedHash(backupPurpose, `${personId} ${code}`) as BackupCodeHash),
  };
}
