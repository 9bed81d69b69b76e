import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type RunningMailing = {
  id: string;
  perMinute: number;
  inHours: boolean;
  fromHour: number;
  untilHour: number;
};

/** Those whose time has come, the earlier ones first. */
export function runningMailings(db: Reader | Tx): Promise<RunningMailing[]> {
  return db.mailing.findMany({
    where: { state: 'running', startAt: { lte: now() } },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
    select: { id: true, perMinute: true, inHours: true, fromHour: true, untilHour: true },
  });
}

export type DueReader = { id: string; siteId: string };

export function dueReaders(db: Reader | Tx, mailingId: string, take: number): Promise<DueReader[]> {
  return db.mailingReader.findMany({
    where: { state: 'queued', mailingId, dueAt: { lte: now() } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, siteId: true },
  });
}

/** Whether anybody still waits, however long, or is being sent to. */
export async function anybodyWaits(db: Reader | Tx, mailingId: string): Promise<boolean> {
  const waits = { state: { in: ['queued', 'sending'] }, mailingId };
  return (await db.mailingReader.findFirst({ where: waits, select: { id: true } })) !== null;
}
