import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { Edition, Library, LibraryCourse, LibraryModule } from './library.ts';

type Stand = { newest: string | null; publications: bigint | number; gone: bigint | number };
type PublishedRow = {
  documentId: string;
  kind: string;
  slug: string;
  versionId: string;
  language: string;
  number: number;
  title: string;
  front: string;
};

let kept: { stand: string; library: Library } | undefined;

/** Everything published, kept until the next publication, withdrawal or retirement. */
export async function readLibrary(db: Reader | Tx): Promise<Library> {
  const [stand] = await db.$queryRaw<Stand[]>(sql`
    SELECT MAX("id") AS newest, COUNT(*) AS publications,
      COUNT("withdrawnAt") + (SELECT COUNT("retiredAt") FROM "Document") AS gone FROM "Publication"`);
  const standing = `${stand?.newest ?? ''}/${String(stand?.publications)}/${String(stand?.gone)}`;
  if (!stand?.newest) return { courses: [] };
  if (kept?.stand !== standing) kept = { stand: standing, library: await loadLibrary(db) };
  return kept.library;
}

async function loadLibrary(db: Reader | Tx): Promise<Library> {
  const rows = await db.$queryRaw<PublishedRow[]>(sql`
    SELECT d."id" AS "documentId", d."kind", d."slug", v."id" AS "versionId", v."language", v."number", v."title", v."front"
    FROM "Document" d JOIN "Publication" p ON p."documentId" = d."id" JOIN "Version" v ON v."id" = p."versionId"
    WHERE d."retiredAt" IS NULL AND p."withdrawnAt" IS NULL AND d."kind" IN ('course', 'module') AND NOT EXISTS (
      SELECT 1 FROM "Publication" later WHERE later."documentId" = p."documentId" AND later."language" = p."language"
        AND later."withdrawnAt" IS NULL AND (later."publishedAt" > p."publishedAt"
          OR (later."publishedAt" = p."publishedAt" AND later."id" > p."id")))
    ORDER BY d."slug", v."createdAt"`);
  const references = await db.reference.findMany({
    where: { part: 'module' },
    orderBy: { position: 'asc' },
    select: { fromVersionId: true, toDocumentId: true },
  });
  const modules = modulesByDocument(rows.filter(({ kind }) => kind === 'module'));
  const courses = rows
    .filter(({ kind }) => kind === 'course')
    .map((row): LibraryCourse => {
      const front = JSON.parse(row.front) as { summary?: string; audience: string[] | 'everyone' };
      const listed = references.filter(({ fromVersionId }) => fromVersionId === row.versionId);
      return {
        documentId: row.documentId,
        slug: row.slug,
        versionId: row.versionId,
        title: row.title,
        summary: front.summary ?? '',
        audience: front.audience,
        modules: listed.flatMap(({ toDocumentId }) => modules.get(toDocumentId) ?? []),
      };
    });
  return { courses };
}

function modulesByDocument(rows: PublishedRow[]): Map<string, LibraryModule> {
  const modules = new Map<string, LibraryModule>();
  for (const row of rows) {
    const { minutes } = JSON.parse(row.front) as { minutes: number };
    const edition: Edition = {
      versionId: row.versionId,
      language: row.language,
      number: row.number,
      title: row.title,
      minutes,
    };
    const slug = row.slug.slice(row.slug.indexOf('/') + 1);
    const module = modules.get(row.documentId) ?? { documentId: row.documentId, slug, editions: [] };
    module.editions.push(edition);
    modules.set(row.documentId, module);
  }
  return modules;
}
