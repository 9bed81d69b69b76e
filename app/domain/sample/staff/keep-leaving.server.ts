import type { Tx } from '#app/platform/db/database.server.ts';

/** The last day of somebody who has not left yet. */
export async function keepLeaving(tx: Tx, input: { personId: string; leftOn: string }): Promise<void> {
  const { personId, leftOn } = input;
  await tx.employment.updateMany({ where: { personId, leftOn: null }, data: { leftOn } });
}
