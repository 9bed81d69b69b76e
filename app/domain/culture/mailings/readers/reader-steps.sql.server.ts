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

type Row = Omit<TakenReader, 'tries'> & { tries: bigint | number };

/**
 * Written before the conversation begins, in the order in which they were asked for. Who does not wait any more is not
 * among them, and nobody is where the mailing stands still. One statement: it is what every mail costs.
 */
export async function takeReaders(tx: Tx, readerIds: readonly string[]): Promise<TakenReader[]> {
  if (readerIds.length === 0) return [];
  const at = sqlInstant(now());
  const taken = await tx.$queryRaw<Row[]>(sql`
    UPDATE "MailingReader" SET "state" = 'sending', "sendingAt" = ${at}, "tries" = "tries" + 1
    WHERE "id" IN (SELECT value FROM json_each(${JSON.stringify(readerIds)}))
      AND +"state" = 'queued' AND "dueAt" <= ${at}
      AND EXISTS (SELECT 1 FROM "Mailing" m WHERE m."id" = "mailingId" AND m."state" = 'running')
    RETURNING "id", "personId", "mailingId", "versionId", "tries", "messageId"`);
  return taken
    .map((row) => ({ ...row, tries: Number(row.tries) }))
    .toSorted((a, b) => readerIds.indexOf(a.id) - readerIds.indexOf(b.id));
}

export type Step = {
  readerId: string;
  state: string;
  reason: string | null;
  settledAt: Date | null;
  /** Null leaves it as it is. */
  dueAt: Date | null;
};

/** What became of those who were taken; nothing where they are not, or no longer. */
export async function putReaders(tx: Tx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map(({ settledAt, dueAt, ...step }) => ({
    ...step,
    settledAt: settledAt && sqlInstant(settledAt),
    dueAt: dueAt && sqlInstant(dueAt),
  }));
  await tx.$executeRaw(sql`
    UPDATE "MailingReader" SET "state" = row.value ->> 'state', "reason" = row.value ->> 'reason',
      "settledAt" = row.value ->> 'settledAt', "dueAt" = COALESCE(row.value ->> 'dueAt', "dueAt")
    FROM json_each(${JSON.stringify(rows)}) row
    WHERE "MailingReader"."id" = row.value ->> 'readerId' AND +"MailingReader"."state" = 'sending'`);
}

/** Those whose conversation certainly has not begun wait as before; it was no try. */
export async function releaseReaders(tx: Tx, readerIds: readonly string[]): Promise<void> {
  if (readerIds.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE "MailingReader" SET "state" = 'queued', "sendingAt" = NULL, "tries" = "tries" - 1
    WHERE "id" IN (SELECT value FROM json_each(${JSON.stringify(readerIds)})) AND +"state" = 'sending'`);
}
