import { keepSessions } from '#app/domain/access/sessions/keep-sessions.server.ts';
import { keepSeen } from '#app/domain/access/sessions/keep-seen.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { takeSeen } from '#app/platform/session/seen.server.ts';

export type RecurringJob = { name: string; everyMinutes: number; run: () => Promise<unknown> };

/** When each session was last used, from memory to the database. Asked for at the end of the house, too. */
export function writeDownSeen(): Promise<void> {
  return transact((tx) => keepSeen(tx, takeSeen()));
}

/** What runs by the clock, and how often. */
export const recurring: RecurringJob[] = [
  { name: 'seen-sessions', everyMinutes: 1, run: writeDownSeen },
  { name: 'expired-sessions', everyMinutes: 60, run: () => transact((tx) => keepSessions(tx)) },
];
