import type { Tx } from '#app/platform/db/database.server.ts';
import { editionOf, readPublishedIssue } from '../planning/issue-reads.server.ts';

type Renewed = { mailingId: string; documentId: string };

/**
 * Who waits gets what people can read by now, and not what was withdrawn or mended since. False where they can read
 * nothing of it.
 */
export async function keepReaderEditions(tx: Tx, { mailingId, documentId }: Renewed): Promise<boolean> {
  const issue = await readPublishedIssue(tx, { documentId });
  if (!issue) return false;
  const waiting = await tx.mailingReader.groupBy({
    by: ['versionId'],
    where: { state: 'queued', mailingId },
  });
  const editions = await tx.version.findMany({
    where: { id: { in: waiting.map(({ versionId }) => versionId) } },
    select: { id: true, language: true },
  });
  for (const { id, language } of editions) {
    const { versionId } = editionOf(issue, language);
    if (versionId === id) continue;
    const where = { state: 'queued', mailingId, versionId: id };
    await tx.mailingReader.updateMany({ where, data: { versionId } });
  }
  // The editor's own subject is that of the original.
  await tx.mailing.update({
    where: { id: mailingId },
    data: { versionId: issue.original.versionId },
    select: { id: true },
  });
  return true;
}
