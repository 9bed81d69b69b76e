import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { worksAtSite } from '../departments/occupancy-reads.server.ts';
import { laterDay } from '../iso-date.ts';

export type CloseSiteRefusal = 'not-allowed' | 'unknown-site' | 'closed-already' | 'people-there';

/** From today nobody works at a site any more; nobody may be placed there, today or later. */
export async function closeSite(
  tx: Tx,
  actor: Actor,
  input: { siteId: string },
): Promise<{ ok: true } | Refused<CloseSiteRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { siteId } = input;
  const site = await tx.site.findUnique({ where: { id: siteId } });
  if (!site) return { refused: 'unknown-site' };
  if (site.closed) return { refused: 'closed-already' };
  const newest = await tx.siteTerms.findFirst({ where: { siteId }, orderBy: { fromOn: 'desc' } });
  const fromOn = laterDay(newest?.fromOn ?? '', await companyToday(tx));
  if (await worksAtSite(tx, siteId, fromOn)) return { refused: 'people-there' };
  const { name, timeZone, paper, daysOff } = site;
  const terms = { name, timeZone, paper, daysOff, closed: true };
  await tx.site.update({ where: { id: siteId }, data: { closed: true } });
  await tx.siteTerms.upsert({
    where: { siteId_fromOn: { siteId, fromOn } },
    create: { id: ulid(), siteId, fromOn, ...terms },
    update: terms,
  });
  await record(tx, actor, { name: 'site.closed', subject: { type: 'site', id: siteId }, facts: { fromOn } });
  return { ok: true };
}
