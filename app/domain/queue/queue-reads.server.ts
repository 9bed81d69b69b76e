import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export async function readCursor(db: Reader | Tx, reaction: string): Promise<number | null> {
  const cursor = await db.reactionCursor.findUnique({ where: { reaction } });
  return cursor?.seq ?? null;
}

export async function lastSeq(db: Reader | Tx): Promise<number> {
  const last = await db.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  return last?.seq ?? 0;
}

export type HappenedEvent = { seq: number; name: string; subjectId: string; facts: string | null };

/** What a reaction has not yet seen, oldest first. */
export async function eventsAfter(
  db: Reader | Tx,
  name: string,
  seq: number,
  take: number,
): Promise<HappenedEvent[]> {
  return db.event.findMany({
    where: { name, seq: { gt: seq } },
    orderBy: { seq: 'asc' },
    take,
    select: { seq: true, name: true, subjectId: true, facts: true },
  });
}

/** Failed before, and due again. */
export async function eventsDueAgain(db: Reader | Tx, reaction: string): Promise<HappenedEvent[]> {
  const tries = await db.reactionTry.findMany({
    where: { reaction, state: 'waiting', nextAt: { lte: now() } },
    orderBy: { seq: 'asc' },
    take: 50,
    select: { seq: true },
  });
  if (tries.length === 0) return [];
  return db.event.findMany({
    where: { seq: { in: tries.map(({ seq }) => seq) } },
    orderBy: { seq: 'asc' },
    select: { seq: true, name: true, subjectId: true, facts: true },
  });
}

/** When a recurring job runs next; null where it was never planned. */
export async function nextRunAt(db: Reader | Tx, job: string): Promise<Date | null> {
  const run = await db.recurringRun.findUnique({ where: { job }, select: { nextAt: true } });
  return run?.nextAt ?? null;
}
