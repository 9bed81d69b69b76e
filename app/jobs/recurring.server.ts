import { keepSessions } from '#app/domain/access/sessions/keep-sessions.server.ts';
import { transact } from '#app/platform/db/database.server.ts';

export type RecurringJob = { name: string; everyMinutes: number; run: () => Promise<unknown> };

/** What runs by the clock, and how often. */
export const recurring: RecurringJob[] = [
  { name: 'expired-sessions', everyMinutes: 60, run: () => transact((tx) => keepSessions(tx)) },
];
