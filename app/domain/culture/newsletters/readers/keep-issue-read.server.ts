import type { Tx } from '#app/platform/db/database.server.ts';

export type IssueReadToKeep = {
  issueId: string;
  personId: string;
  departmentId: string | null;
  /** Where the reader is. */
  readOn: string;
};

/** Notes that somebody has opened an issue; the first time is the one that is kept. */
export async function keepIssueRead(tx: Tx, { issueId, personId, ...first }: IssueReadToKeep): Promise<void> {
  await tx.issueRead.upsert({
    where: { issueId_personId: { issueId, personId } },
    create: { issueId, personId, ...first },
    update: {},
    select: { readOn: true },
  });
}
