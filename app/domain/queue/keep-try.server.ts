import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { backoff, triesBeforeParking } from './backoff.ts';

/** One more failure of a reaction at an event: tried again later, parked after the last. */
export async function keepTry(
  tx: Tx,
  input: { reaction: string; seq: number; reason: string },
): Promise<void> {
  const { reaction, seq } = input;
  const key = { reaction_seq: { reaction, seq } };
  const before = await tx.reactionTry.findUnique({ where: key, select: { tries: true } });
  const tries = (before?.tries ?? 0) + 1;
  const state = tries >= triesBeforeParking ? 'parked' : 'waiting';
  const nextAt = new Date(now().getTime() + backoff(tries));
  const row = { state, tries, nextAt, reason: input.reason.slice(0, 500) };
  await tx.reactionTry.upsert({ where: key, create: { reaction, seq, ...row }, update: row });
}
