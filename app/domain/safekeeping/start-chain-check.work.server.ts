import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import type { ChainCheck } from '#app/domain/events/event-reads.server.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { databaseFile, transact } from '#app/platform/db/database.server.ts';
import { startInBackground } from '#app/platform/thread/background.server.ts';
import { runInThread } from '#app/platform/thread/thread.server.ts';
import { chainCheckWork } from './backup.ts';
import { noteChainCheck } from './note-chain-check.server.ts';

/** Begins to recompute the whole chain; what is found becomes an event. */
export function startChainCheck(actor: Actor): { ok: true } | Refused<'not-allowed' | 'under-way'> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const database = databaseFile();
  const started = startInBackground(chainCheckWork, async () => {
    const check = await runInThread<ChainCheck>('safekeeping', 'checkChain', { database });
    await transact((tx) => noteChainCheck(tx, actor, check));
  });
  return started ? { ok: true } : { refused: 'under-way' };
}
