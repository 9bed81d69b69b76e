import { catalogue } from '#app/domain/events/catalogue.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type LastChainCheck = { at: Date; length: number; brokenAt: number | null; head: string };

/** What the last check of the chain found, or null before the first. */
export async function lastChainCheck(db: Reader | Tx): Promise<LastChainCheck | null> {
  const event = await db.event.findFirst({
    where: { name: 'chain.checked', facts: { not: null } },
    orderBy: { seq: 'desc' },
    select: { at: true, subjectId: true, facts: true },
  });
  if (!event?.facts) return null;
  const { length, brokenAt } = catalogue['chain.checked'].parse(JSON.parse(event.facts));
  return { at: event.at, length, brokenAt, head: event.subjectId };
}
