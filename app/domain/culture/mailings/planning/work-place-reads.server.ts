import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { WorkPlace } from './working-hours.ts';

/** When each site works, by its id. */
export async function readWorkPlaces(db: Reader | Tx): Promise<Map<string, WorkPlace>> {
  const sites = await db.site.findMany({ select: { id: true, timeZone: true, daysOff: true } });
  const holidays = await db.holiday.findMany({
    // The day before is today somewhere.
    where: { day: { gte: dateIn('Pacific/Pago_Pago') } },
    select: { siteId: true, day: true },
  });
  return new Map(
    sites.map(({ id, timeZone, daysOff }): [string, WorkPlace] => [
      id,
      {
        timeZone,
        daysOff: daysOff.split(',').filter(Boolean).map(Number),
        holidays: new Set(holidays.filter(({ siteId }) => siteId === id).map(({ day }) => day)),
      },
    ]),
  );
}
