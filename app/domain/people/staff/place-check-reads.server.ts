import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { departmentStand } from '../departments/department-stand-reads.server.ts';
import { siteStand } from '../sites/site-stand-reads.server.ts';
import { termOn } from './employment.ts';
import type { PersonPlace, PersonPlaceRefusal } from './placement.ts';

/** What speaks against somebody working in a place from one day to another; null where nothing does. */
export async function checkPlace(
  db: Reader | Tx,
  place: PersonPlace & { personId: string },
  from: string,
  until: string | null,
): Promise<PersonPlaceRefusal | null> {
  const { personId, departmentId, siteId, managerId } = place;
  const department = await departmentStand(db, departmentId, from, until);
  if (department !== 'open') return department === 'unknown' ? 'unknown-department' : 'department-closed';
  const site = await siteStand(db, siteId, from, until);
  if (site !== 'open') return site === 'unknown' ? 'unknown-site' : 'site-closed';
  if (managerId === personId) return 'own-manager';
  if (managerId) {
    const terms = await db.employment.findMany({ where: { personId: managerId } });
    if (!termOn(terms, from)) return 'unknown-manager';
  }
  return null;
}
