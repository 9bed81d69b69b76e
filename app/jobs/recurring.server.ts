import { keepSessions } from '#app/domain/access/sessions/keep-sessions.server.ts';
import { keepSeen } from '#app/domain/access/sessions/keep-seen.server.ts';
import type { RecurringName } from '#app/domain/queue/job.ts';
import type { Schedule } from '#app/domain/queue/schedule.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { takeSeen } from '#app/platform/session/seen.server.ts';
import { backUpIfMissed, backUpNightly } from './back-up.server.ts';
import { issueMissingCertificates } from './issue-missing-certificates.server.ts';
import { removeOldMail } from './mail/remove-old-mail.server.ts';
import { planHuddles } from './huddles/plan-huddles.server.ts';
import { settleHuddles } from './huddles/settle-huddles.server.ts';

export type RecurringJob = Schedule & { name: string; run: () => Promise<unknown> };

/** When each session was last used, from memory to the database. Asked for at the end of the house, too. */
export function writeDownSeen(): Promise<void> {
  return transact((tx) => keepSeen(tx, takeSeen()));
}

const table = [
  { name: 'seen-sessions', everyMinutes: 1, run: writeDownSeen },
  { name: 'expired-sessions', everyMinutes: 60, run: () => transact((tx) => keepSessions(tx)) },
  { name: 'nightly-backup', dailyAt: '02:30', run: backUpNightly },
  { name: 'missed-backup', everyMinutes: 10, run: backUpIfMissed },
  { name: 'old-mail-files', dailyAt: '04:10', run: removeOldMail },
  { name: 'missing-certificates', everyMinutes: 60, run: issueMissingCertificates },
  { name: 'plan-huddles', everyMinutes: 60, run: planHuddles },
  { name: 'settle-huddles', everyMinutes: 20, run: settleHuddles },
] satisfies (RecurringJob & { name: RecurringName })[];

/** What runs by the clock, and when: every so many minutes, or daily by the company's wall clock. */
export const recurring: RecurringJob[] = table;
