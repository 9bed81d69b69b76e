import type { Role } from '#app/domain/actor/actor.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

/** The roles somebody holds now, whether or not they work here. */
export async function heldRoles(db: Reader | Tx, personId: string): Promise<Role[]> {
  const grants = await db.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true },
  });
  return [...new Set(grants.map(({ role }) => role as Role))];
}
