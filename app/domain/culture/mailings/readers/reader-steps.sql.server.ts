import { now } from '#app/platform/clock/clock.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type TakenReader = {
  id: string;
  personId: string;
  mailingId: string;
  versionId: string;
  tries: number;
  messageId: string;
};

/**
 * Written before the conversation begins. Null where they do not wait any more, or the mailing stands still. One
 * statement: it is what every mail costs.
 */
export async function takeReader(tx: Tx, readerId: string): Promise<TakenReader | null> {
  const at = sqlInstant(now());
  const [taken] = await tx.$queryRaw<(Omit<TakenReader, 'tries'> & { tries: bigint | number })[]>(sql`
    UPDATE "MailingReader" SET "state" = 'sending', "sendingAt" = ${at}, "settledAt" = NULL, "reason" = NULL,
      "tries" = "tries" + 1
    WHERE "id" = ${readerId} AND "state" = 'queued' AND "dueAt" <= ${at}
      AND EXISTS (SELECT 1 FROM "Mailing" m WHERE m."id" = "mailingId" AND m."state" = 'running')
    RETURNING "id", "personId", "mailingId", "versionId", "tries", "messageId"`);
  return taken ? { ...taken, tries: Number(taken.tries) } : null;
}

type Step = { state: string; reason: string | null; settledAt: Date | null; dueAt: Date | null };

/** What became of somebody who was taken; nothing where they are not, or no longer. */
export async function putReader(tx: Tx, readerId: string, step: Step): Promise<void> {
  const settledAt = step.settledAt && sqlInstant(step.settledAt);
  const dueAt = step.dueAt && sqlInstant(step.dueAt);
  await tx.$executeRaw(sql`
    UPDATE "MailingReader" SET "state" = ${step.state}, "reason" = ${step.reason}, "settledAt" = ${settledAt},
      "dueAt" = COALESCE(${dueAt}, "dueAt")
    WHERE "id" = ${readerId} AND "state" = 'sending'`);
}
