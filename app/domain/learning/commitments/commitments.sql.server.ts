import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { Outcome } from './outcome.ts';

/** A commitment beside one answer to it, or beside none. Instants are text. */
export type CommitmentRow = {
  id: string;
  documentId: string;
  text: string;
  madeAt: string;
  outcome: Outcome | null;
  outcomeText: string | null;
  outcomeAt: string | null;
};

/** All that somebody has said they will do, newest first, each with its answers in their order. */
export function listCommitments(db: Reader | Tx, personId: string): Promise<CommitmentRow[]> {
  return db.$queryRaw<CommitmentRow[]>(sql`
    SELECT k."id", k."documentId", k."text", CAST(k."madeAt" AS TEXT) AS "madeAt", o."outcome",
      o."text" AS "outcomeText", CAST(o."at" AS TEXT) AS "outcomeAt"
    FROM "Commitment" k LEFT JOIN "CommitmentOutcome" o ON o."commitmentId" = k."id"
    WHERE k."personId" = ${personId} ORDER BY k."madeAt" DESC, k."id" DESC, o."at", o."id"`);
}
