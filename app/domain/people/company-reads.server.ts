import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { commitCount, reader } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { Company } from './company.ts';

type CompanyRow = Company & { id: string; createdAt: Date };

let kept: { by: Reader; commits: number; company: Company } | undefined;

/** Null before the first run is done. Every page asks, so it is read anew only when something was written meanwhile. */
export async function readCompany(db: Reader | Tx): Promise<Company | null> {
  const commits = commitCount();
  if (db === reader && kept?.by === reader && kept.commits === commits) return kept.company;
  const [found] = await db.$queryRaw<CompanyRow[]>(sql`SELECT * FROM "Company" LIMIT 1`);
  if (!found) return null;
  const { id: _id, createdAt: _createdAt, ...company } = found;
  if (db === reader) kept = { by: reader, commits, company };
  return company;
}

/** Today where the company is at home: the day on which placements and roles are looked up. */
export async function companyToday(db: Reader | Tx): Promise<string> {
  const company = await readCompany(db);
  return dateIn(company?.timeZone ?? 'UTC');
}
