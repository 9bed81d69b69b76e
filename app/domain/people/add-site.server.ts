import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from './company-reads.server.ts';
import type { NewSite } from './site.ts';

/** A site that has been there since `fromOn`, by default from today. */
export async function addSite(
  tx: Tx,
  actor: Actor,
  input: NewSite & { fromOn?: string },
): Promise<{ ok: true; siteId: string } | Refused<'not-allowed' | 'name-taken'>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  if (await tx.site.findUnique({ where: { name: input.name }, select: { id: true } })) {
    return { refused: 'name-taken' };
  }
  const id = ulid();
  const { name, timeZone, paper } = input;
  const terms = { name, timeZone, paper, daysOff: input.daysOff.join(',') };
  const fromOn = input.fromOn ?? (await companyToday(tx));
  await tx.site.create({ data: { id, ...terms, createdAt: now() } });
  await tx.siteTerms.create({ data: { id: ulid(), siteId: id, fromOn, ...terms } });
  await record(tx, actor, { name: 'site.added', subject: { type: 'site', id }, facts: {} });
  return { ok: true, siteId: id };
}
