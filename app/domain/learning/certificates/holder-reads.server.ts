import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { inForceOrFirst } from '#app/domain/people/history/in-force.ts';
import { openTerm } from '#app/domain/people/staff/employment.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

/** Whether somebody works here, or is about to again. */
export async function holderWorksHere(db: Reader | Tx, personId: string): Promise<boolean> {
  const terms = await db.employment.findMany({ where: { personId } });
  return openTerm(terms, await companyToday(db)) !== undefined;
}

/** The paper of the site where somebody works, or last worked. */
export async function paperOf(db: Reader | Tx, personId: string): Promise<'a4' | 'letter'> {
  const placements = await db.placement.findMany({
    where: { personId },
    select: { fromOn: true, site: { select: { paper: true } } },
  });
  const place = inForceOrFirst(placements, await companyToday(db));
  return place?.site.paper === 'letter' ? 'letter' : 'a4';
}
