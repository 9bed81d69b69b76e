import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type RemoveHolidayRefusal = 'not-allowed' | 'unknown-holiday';

export async function removeHoliday(
  tx: Tx,
  actor: Actor,
  input: { holidayId: string },
): Promise<{ ok: true } | Refused<RemoveHolidayRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const holiday = await tx.holiday.findUnique({ where: { id: input.holidayId } });
  if (!holiday) return { refused: 'unknown-holiday' };
  const { id, siteId, day } = holiday;
  await tx.holiday.delete({ where: { id } });
  await record(tx, actor, { name: 'holiday.removed', subject: { type: 'site', id: siteId }, facts: { day } });
  return { ok: true };
}
