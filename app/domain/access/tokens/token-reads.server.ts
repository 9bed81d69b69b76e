import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { TokenPurpose } from './token.ts';
import { tokenHash } from './token-hash.ts';

export async function tokenOpens(db: Reader | Tx, purpose: TokenPurpose, token: string): Promise<boolean> {
  const found = await db.token.findFirst({
    where: { purpose, hash: tokenHash(token), usedAt: null },
    select: { id: true },
  });
  return found !== null;
}
