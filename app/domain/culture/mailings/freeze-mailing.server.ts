import { monotonicFactory } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { countAudience, readAudience } from './planning/audience-reads.server.ts';
import { editionOf, readPublishedIssue } from './planning/issue-reads.server.ts';
import { audience } from './planning/mailing-plan.ts';
import { insertReaders } from './readers/new-readers.sql.server.ts';
import { readWorkPlaces } from './planning/work-place-reads.server.ts';
import { nextWorkingMoment } from './planning/working-hours.ts';

export type FreezeMailingRefusal =
  'not-allowed' | 'no-such-mailing' | 'begun' | 'not-published' | 'no-readers';

const atOnce = 500;
/** In the order in which they are made, and quicker than one by one from chance. */
const newId = monotonicFactory();

/**
 * Writes down who gets it, in which edition and from when, before the first mail leaves. From then on that is the
 * audience, whoever is hired or moves.
 */
export async function freezeMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true; startAt: Date } | Refused<FreezeMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId } });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (mailing.state !== 'planned' || mailing.frozenAt) return { refused: 'begun' };
  const issue = await readPublishedIssue(tx, { documentId: mailing.documentId });
  if (!issue) return { refused: 'not-published' };
  const asked = audience.parse(JSON.parse(mailing.audience));
  const readers = await readAudience(tx, asked);
  if (readers.length === 0) return { refused: 'no-readers' };
  const startAt = new Date(Math.max(mailing.startAt.getTime(), now().getTime()));
  const places = await readWorkPlaces(tx);
  const dueAt = new Map(
    [...places].map(([siteId, place]) => [
      siteId,
      mailing.inHours ? nextWorkingMoment(startAt, place, mailing) : startAt,
    ]),
  );
  for (let from = 0; from < readers.length; from += atOnce) {
    const some = readers.slice(from, from + atOnce).map(({ personId, siteId, language }) => ({
      id: newId(now().getTime()),
      personId,
      versionId: editionOf(issue, language).versionId,
      siteId,
      dueAt: dueAt.get(siteId) ?? startAt,
    }));
    await insertReaders(tx, mailingId, some);
    // Nothing in a transaction waits for the event loop: without a turn, no page would be answered meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const counts = await countAudience(tx, asked);
  const { withoutAddress, unsubscribed } = counts;
  await tx.mailing.update({
    where: { id: mailingId },
    data: {
      frozenAt: now(),
      startAt,
      versionId: issue.original.versionId,
      readerCount: readers.length,
      withoutAddress,
      unsubscribed,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'mailing.frozen',
    subject: { type: 'mailing', id: mailingId },
    facts: { readers: readers.length, withoutAddress, unsubscribed },
  });
  return { ok: true, startAt };
}
