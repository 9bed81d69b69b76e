import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { KeptRun, ReactionName } from './job.ts';
import { reactionEvents, reactionNames } from './job.ts';

export type ReactionProgress = {
  reaction: ReactionName;
  /** Events that it has yet to look at. */
  behind: number;
  /** The oldest of them. */
  since: Date | null;
  waiting: number;
  stopped: number;
};

/** How far each reaction has come. */
export async function readReactions(db: Reader | Tx): Promise<ReactionProgress[]> {
  const cursors = await db.reactionCursor.findMany();
  const tries = await db.reactionTry.groupBy({ by: ['reaction', 'state'], _count: true });
  const triesOf = (reaction: string, state: string) =>
    tries.find((one) => one.reaction === reaction && one.state === state)?._count ?? 0;
  const progress: ReactionProgress[] = [];
  for (const reaction of reactionNames) {
    const cursor = cursors.find((one) => one.reaction === reaction);
    // One that has no place yet begins with what happens from now on.
    const unseen = cursor && { name: reactionEvents[reaction], seq: { gt: cursor.seq } };
    const behind = unseen ? await db.event.count({ where: unseen }) : 0;
    const oldest = unseen
      ? await db.event.findFirst({ where: unseen, orderBy: { seq: 'asc' }, select: { at: true } })
      : null;
    const [waiting, stopped] = [triesOf(reaction, 'waiting'), triesOf(reaction, 'parked')];
    progress.push({ reaction, behind, since: oldest?.at ?? null, waiting, stopped });
  }
  return progress;
}

export type FailedTry = {
  reaction: string;
  seq: number;
  state: 'waiting' | 'parked';
  tries: number;
  nextAt: Date;
  reason: string;
  /** What it is about. */
  event: { name: string; at: Date } | null;
};

const namedEvent = { name: true, at: true } as const;

/** Reactions that did not succeed, those first that wait for a person. */
export async function readTries(db: Reader | Tx, take: number): Promise<FailedTry[]> {
  const tries = await db.reactionTry.findMany({
    orderBy: [{ state: 'asc' }, { seq: 'asc' }, { reaction: 'asc' }],
    take,
  });
  const seqs = tries.map(({ seq }) => seq);
  const events = await db.event.findMany({
    where: { seq: { in: seqs } },
    select: { seq: true, ...namedEvent },
  });
  return tries.map((one) => {
    const event = events.find(({ seq }) => seq === one.seq);
    return {
      ...one,
      state: one.state === 'parked' ? 'parked' : 'waiting',
      event: event ? { name: event.name, at: event.at } : null,
    };
  });
}

export async function readTry(db: Reader | Tx, reaction: string, seq: number): Promise<FailedTry | null> {
  const found = await db.reactionTry.findUnique({ where: { reaction_seq: { reaction, seq } } });
  if (!found) return null;
  const event = await db.event.findUnique({ where: { seq }, select: namedEvent });
  return { ...found, state: found.state === 'parked' ? 'parked' : 'waiting', event };
}

export type RecurringLine = KeptRun & { job: string; nextAt: Date };

export function readRuns(db: Reader | Tx): Promise<RecurringLine[]> {
  return db.recurringRun.findMany();
}
