import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { employedOn, placementsOn } from '../people.sql.server.ts';
import type { NewSite } from '../site.ts';
import { papers } from '../site.ts';

export type SitePage = NewSite & { id: string; closed: boolean };

type Stored = { id: string; name: string; timeZone: string; paper: string; daysOff: string; closed: boolean };

function siteFrom({ id, name, timeZone, paper, daysOff, closed }: Stored): SitePage {
  return {
    id,
    name,
    timeZone,
    closed,
    paper: papers.find((one) => one === paper) ?? 'a4',
    daysOff: daysOff.split(',').filter(Boolean).map(Number),
  };
}

export async function readSite(db: Reader | Tx, siteId: string): Promise<SitePage | null> {
  const site = await db.site.findUnique({ where: { id: siteId } });
  return site && siteFrom(site);
}

export type SiteRow = SitePage & { people: number };

/** All sites, open ones first, with how many work there today. */
export async function readSiteRows(db: Reader | Tx): Promise<SiteRow[]> {
  const today = await companyToday(db);
  const sites = await db.site.findMany({ orderBy: [{ closed: 'asc' }, { name: 'asc' }] });
  const counts = await db.$queryRaw<{ siteId: string; people: bigint | number }[]>(sql`
    SELECT pl."siteId", COUNT(*) AS people FROM ${placementsOn(today)} pl
    WHERE ${employedOn(sql`pl."personId"`, today)} GROUP BY pl."siteId"`);
  const people = new Map(counts.map((row) => [row.siteId, Number(row.people)]));
  return sites.map((site) => ({ ...siteFrom(site), people: people.get(site.id) ?? 0 }));
}

export type HolidayRow = { id: string; day: string; name: string };

/** A site's holidays by day. */
export function readHolidays(db: Reader | Tx, siteId: string): Promise<HolidayRow[]> {
  return db.holiday.findMany({
    where: { siteId },
    orderBy: { day: 'asc' },
    select: { id: true, day: true, name: true },
  });
}

/** One of this site's holidays; null where it is another one's, or none. */
export function readHoliday(db: Reader | Tx, siteId: string, holidayId: string): Promise<HolidayRow | null> {
  return db.holiday.findFirst({
    where: { id: holidayId, siteId },
    select: { id: true, day: true, name: true },
  });
}
