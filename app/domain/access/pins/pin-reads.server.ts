import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export async function hasPin(db: Reader | Tx, personId: string): Promise<boolean> {
  return (await db.credential.count({ where: { personId, kind: 'pin' } })) > 0;
}

export async function pinHashOf(db: Reader | Tx, personId: string): Promise<string | null> {
  const stored = await db.credential.findFirst({
    where: { personId, kind: 'pin' },
    select: { secretHash: true },
  });
  return stored?.secretHash ?? null;
}
