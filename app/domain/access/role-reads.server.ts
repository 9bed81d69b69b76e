import type { Role } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type HeldRole = {
  grantId: string;
  role: Role;
  personId: string;
  name: string;
  /** What they sign in with. */
  signInName: string;
  /** A calendar date. */
  since: string;
  /** Null where it came with the installation. */
  givenBy: string | null;
  worksHere: boolean;
};

/** Who holds one of these roles today, by role and name. */
export async function readHeldRoles(
  db: Reader | Tx,
  wanted: { roles: Role[]; timeZone: string },
): Promise<HeldRole[]> {
  const today = await companyToday(db);
  const grants = await db.roleGrant.findMany({
    where: { role: { in: wanted.roles }, revokedAt: null },
    orderBy: [{ person: { sortKey: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      grantedAt: true,
      grantedBy: { select: { name: true } },
      person: {
        select: {
          id: true,
          name: true,
          email: true,
          employeeNumber: true,
          employments: { select: { hiredOn: true, leftOn: true } },
        },
      },
    },
  });
  const rows = grants.map(({ id, role, grantedAt, grantedBy, person }) => ({
    grantId: id,
    role: role as Role,
    personId: person.id,
    name: person.name,
    signInName: person.email ?? person.employeeNumber ?? '',
    since: dateIn(wanted.timeZone, grantedAt),
    givenBy: grantedBy?.name ?? null,
    worksHere: person.employments.some(({ leftOn }) => leftOn === null || leftOn >= today),
  }));
  return wanted.roles.flatMap((role) => rows.filter((row) => row.role === role));
}
