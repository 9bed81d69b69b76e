import type { Role } from '#app/domain/actor/actor.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

/** The roles somebody holds. */
export async function rolesOf(db: Reader | Tx, personId: string): Promise<Role[]> {
  const grants = await db.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true },
  });
  return grants.map(({ role }) => role as Role);
}

/** Who holds a role. */
export async function holdersOf(db: Reader | Tx, role: Role): Promise<string[]> {
  const grants = await db.roleGrant.findMany({
    where: { role, revokedAt: null },
    orderBy: { personId: 'asc' },
    distinct: ['personId'],
    select: { personId: true },
  });
  return grants.map(({ personId }) => personId);
}
