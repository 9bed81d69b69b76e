import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewHoliday } from './holiday.ts';

export type AddHolidayRefusal = 'not-allowed' | 'unknown-site' | 'day-taken';

export async function addHoliday(
  tx: Tx,
  actor: Actor,
  input: NewHoliday & { siteId: string },
): Promise<{ ok: true; holidayId: string } | Refused<AddHolidayRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { siteId, day, name } = input;
  if ((await tx.site.count({ where: { id: siteId } })) === 0) return { refused: 'unknown-site' };
  if ((await tx.holiday.count({ where: { siteId, day } })) > 0) return { refused: 'day-taken' };
  const id = ulid();
  await tx.holiday.create({ data: { id, siteId, day, name } });
  await record(tx, actor, { name: 'holiday.added', subject: { type: 'site', id: siteId }, facts: { day } });
  return { ok: true, holidayId: id };
}
