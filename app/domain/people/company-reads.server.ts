import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { Company } from './company.ts';

let kept: { by: Reader; company: Company } | undefined;

/** Null before the first run is done. It does not change afterwards, so it is read once for each open database. */
export async function readCompany(db: Reader | Tx): Promise<Company | null> {
  if (kept?.by === reader) return kept.company;
  const company = await db.company.findFirst({
    select: { name: true, timeZone: true, language: true, sample: true },
  });
  if (company && db === reader) kept = { by: reader, company };
  return company;
}

/** Today where the company is at home: the day on which placements and roles are looked up. */
export async function companyToday(db: Reader | Tx): Promise<string> {
  const company = await readCompany(db);
  return dateIn(company?.timeZone ?? 'UTC');
}
