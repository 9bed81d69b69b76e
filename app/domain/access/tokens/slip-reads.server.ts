import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { mayGiveSlip } from '#app/domain/actor/role-grants.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { departmentPlacementsOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type SlipPerson = {
  id: string;
  name: string;
  /** What is quicker to type, where somebody has both. */
  signInName: string;
  departmentId: string | null;
  siteTimeZone: string;
  roles: Role[];
  /** Departments they head themselves. */
  headOf: string[];
  hasPassword: boolean;
};

type Row = Omit<SlipPerson, 'roles' | 'headOf' | 'hasPassword' | 'siteTimeZone'> & {
  siteTimeZone: string | null;
  roles: string | null;
  headOf: string | null;
  hasPassword: number | bigint;
};

/** Those of a list who have not left, with all that decides who may print a slip for them. */
async function readSlipPeople(db: Reader | Tx, personIds: string[]): Promise<SlipPerson[]> {
  const today = await companyToday(db);
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT p."id", p."name", COALESCE(p."employeeNumber", p."email", '') AS "signInName",
      pl."departmentId", st."timeZone" AS "siteTimeZone",
      (SELECT group_concat(DISTINCT r."role") FROM "RoleGrant" r WHERE r."personId" = p."id" AND r."revokedAt" IS NULL) AS "roles",
      (SELECT group_concat(DISTINCT h.id) FROM (
        SELECT dp."departmentId" AS id FROM ${departmentPlacementsOn(today)} dp WHERE dp."headId" = p."id"
        UNION SELECT de."departmentId" FROM "Deputyship" de WHERE de."personId" = p."id" AND de."untilOn" >= ${today}) h) AS "headOf",
      EXISTS (SELECT 1 FROM "Credential" c WHERE c."personId" = p."id" AND c."kind" = 'password') AS "hasPassword"
    FROM json_each(${JSON.stringify(personIds)}) wanted JOIN "Person" p ON p."id" = wanted.value
    LEFT JOIN ${placementsOn(today)} pl ON pl."personId" = p."id" LEFT JOIN "Site" st ON st."id" = pl."siteId"
    WHERE EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = p."id"
      AND (em."leftOn" IS NULL OR em."leftOn" >= ${today}))`);
  return rows.map(({ roles, headOf, hasPassword, siteTimeZone, ...person }) => ({
    ...person,
    siteTimeZone: siteTimeZone ?? 'UTC',
    roles: (roles?.split(',') ?? []) as Role[],
    headOf: headOf?.split(',') ?? [],
    hasPassword: Number(hasPassword) === 1,
  }));
}

export async function readSlipPerson(db: Reader | Tx, personId: string): Promise<SlipPerson | null> {
  return (await readSlipPeople(db, [personId]))[0] ?? null;
}

/** For which of these somebody may print a slip. */
export async function slipsFor(
  db: Reader | Tx,
  actor: PersonActor,
  personIds: string[],
): Promise<Set<string>> {
  const people = await readSlipPeople(db, personIds);
  return new Set(people.filter((person) => mayGiveSlip(actor, person)).map(({ id }) => id));
}
