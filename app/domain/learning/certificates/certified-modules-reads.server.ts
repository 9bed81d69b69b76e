import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { CertifiedModule } from './certificate.ts';

type CourseCompletion = { personId: string; versionId: string; completedAt: Date };

/** The modules of the course as it was then, each in the edition that was read last before the course was complete. */
export async function readCertifiedModules(
  db: Reader | Tx,
  { personId, versionId, completedAt }: CourseCompletion,
): Promise<CertifiedModule[]> {
  const listed = await db.reference.findMany({
    where: { fromVersionId: versionId, part: 'module' },
    orderBy: { position: 'asc' },
    select: { toDocumentId: true },
  });
  const done = await db.completion.findMany({
    where: {
      personId,
      documentId: { in: listed.map(({ toDocumentId }) => toDocumentId) },
      completedAt: { lte: completedAt },
    },
    orderBy: { completedAt: 'asc' },
    select: {
      documentId: true,
      completedOn: true,
      version: { select: { title: true, number: true, language: true } },
    },
  });
  // The last one stands last, and stays.
  const newest = new Map(done.map((completion) => [completion.documentId, completion]));
  return listed.flatMap(({ toDocumentId }) => {
    const completion = newest.get(toDocumentId);
    if (!completion) return [];
    const { title, number, language } = completion.version;
    return { title, edition: number, language, completedOn: completion.completedOn };
  });
}
