import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { laterDay } from '../iso-date.ts';
import type { NewSite } from '../site.ts';

export type EditSiteRefusal = 'not-allowed' | 'unknown-site' | 'name-taken';

/** From today a site has another name, time zone, paper or other days off. What held before stays on record. */
export async function editSite(
  tx: Tx,
  actor: Actor,
  input: NewSite & { siteId: string },
): Promise<{ ok: true } | Refused<EditSiteRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { siteId, name, timeZone, paper } = input;
  const before = await tx.site.findUnique({ where: { id: siteId } });
  if (!before) return { refused: 'unknown-site' };
  const terms = { name, timeZone, paper, daysOff: input.daysOff.toSorted().join(',') };
  const fields = (['name', 'timeZone', 'paper', 'daysOff'] as const).filter(
    (field) => before[field] !== terms[field],
  );
  if (fields.length === 0) return { ok: true };
  if ((await tx.site.count({ where: { name, id: { not: siteId } } })) > 0) return { refused: 'name-taken' };
  const newest = await tx.siteTerms.findFirst({ where: { siteId }, orderBy: { fromOn: 'desc' } });
  const fromOn = laterDay(newest?.fromOn ?? '', await companyToday(tx));
  await tx.site.update({ where: { id: siteId }, data: terms });
  await tx.siteTerms.upsert({
    where: { siteId_fromOn: { siteId, fromOn } },
    create: { id: ulid(), siteId, fromOn, ...terms, closed: before.closed },
    update: terms,
  });
  await record(tx, actor, { name: 'site.edited', subject: { type: 'site', id: siteId }, facts: { fields } });
  return { ok: true };
}
