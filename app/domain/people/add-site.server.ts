import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewSite } from './site.ts';

export async function addSite(
  tx: Tx,
  actor: Actor,
  input: NewSite,
): Promise<{ ok: true; siteId: string } | Refused<'not-allowed' | 'name-taken'>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  if (await tx.site.findUnique({ where: { name: input.name }, select: { id: true } })) {
    return { refused: 'name-taken' };
  }
  const id = ulid();
  await tx.site.create({ data: { ...input, id, daysOff: input.daysOff.join(','), createdAt: now() } });
  await record(tx, actor, { name: 'site.added', subject: { type: 'site', id }, facts: {} });
  return { ok: true, siteId: id };
}
