import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { CourseEdition, Edition, Library, LibraryModule, PublishedStep } from './library.ts';
import type { ChangeKind } from './publication.ts';

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

/** Another text with every publication, withdrawal or retirement; null before the first publication. */
export async function readStanding(db: Reader | Tx): Promise<string | null> {
  const [stand] = await db.$queryRaw<Stand[]>(sql`
    SELECT MAX("id") AS newest, COUNT(*) AS publications,
      COUNT("withdrawnAt") + (SELECT COUNT("retiredAt") FROM "Document") AS gone FROM "Publication"`);
  return stand?.newest ? `${stand.newest}/${String(stand.publications)}/${String(stand.gone)}` : null;
}

/** Everything published, kept until the next publication, withdrawal or retirement. */
export async function readLibrary(db: Reader | Tx): Promise<Library> {
  const standing = await readStanding(db);
  if (standing === null) return { courses: [] };
  if (kept?.stand !== standing) kept = { stand: standing, library: await loadLibrary(db) };
  return kept.library;
}

/** Everything that was published at a moment gone by, as it was then. */
export function readLibraryAt(db: Reader | Tx, at: Date): Promise<Library> {
  return loadLibrary(db, sqlInstant(at));
}

/** A condition: the publication was what people read; `at` null is now. */
function stood(publication: Sql, at: string | null): Sql {
  if (at === null) return sql`${publication}."withdrawnAt" IS NULL`;
  return sql`${publication}."publishedAt" < ${at} AND (${publication}."withdrawnAt" IS NULL OR ${publication}."withdrawnAt" >= ${at})`;
}

async function loadLibrary(db: Reader | Tx, at: string | null = null): Promise<Library> {
  const notRetired = at ? sql`(d."retiredAt" IS NULL OR d."retiredAt" >= ${at})` : sql`d."retiredAt" IS NULL`;
  const rows = await db.$queryRaw<PublishedRow[]>(sql`
    SELECT d."id" AS "documentId", d."kind", d."slug", v."id" AS "versionId", v."language", v."number", v."title", v."front"
    FROM "Document" d JOIN "Publication" p ON p."documentId" = d."id" JOIN "Version" v ON v."id" = p."versionId"
    WHERE ${notRetired} AND ${stood(sql`p`, at)} AND d."kind" IN ('course', 'module') AND NOT EXISTS (
      SELECT 1 FROM "Publication" later WHERE later."documentId" = p."documentId" AND later."language" = p."language"
        AND ${stood(sql`later`, at)} AND (later."publishedAt" > p."publishedAt"
          OR (later."publishedAt" = p."publishedAt" AND later."id" > p."id")))
    ORDER BY d."slug", v."language"`);
  const references = await db.$queryRaw<{ fromVersionId: string; toDocumentId: string }[]>(sql`
    SELECT "fromVersionId", "toDocumentId" FROM "Reference" WHERE "part" = 'module' ORDER BY "position", "id"`);
  const histories = await loadHistories(db);
  const modules = modulesByDocument(
    rows.filter(({ kind }) => kind === 'module'),
    histories,
  );
  const courses = byDocument(rows.filter(({ kind }) => kind === 'course')).map((editions) => {
    const [original] = editions;
    const listed = references.filter(({ fromVersionId }) => fromVersionId === original.versionId);
    const { audience } = frontOf(original);
    const shown = editions.map((row): CourseEdition => {
      const { versionId, language, title } = row;
      return { versionId, language, title, summary: frontOf(row).summary ?? '' };
    });
    return {
      ...shown[0]!,
      documentId: original.documentId,
      slug: original.slug,
      audience: audience ?? [],
      modules: listed
        .flatMap(({ toDocumentId }) => modules.get(toDocumentId) ?? [])
        .map((module) => withCourse(module, histories.get(original.documentId) ?? [])),
      editions: shown,
    };
  });
  return { courses };
}

type StepRow = {
  documentId: string;
  versionId: string;
  language: string;
  change: ChangeKind;
  materialFrom: string | null;
  publishedAt: Date;
  number: number | bigint;
  front: string;
};

async function loadHistories(db: Reader | Tx): Promise<Map<string, PublishedStep[]>> {
  const rows = await db.$queryRaw<StepRow[]>(sql`
    SELECT p."documentId", p."versionId", p."language", p."change", p."materialFrom", p."publishedAt", v."number", v."front"
    FROM "Publication" p JOIN "Document" d ON d."id" = p."documentId" JOIN "Version" v ON v."id" = p."versionId"
    WHERE p."withdrawnAt" IS NULL AND (d."kind" = 'module' OR (d."kind" = 'course' AND p."change" = 'material'))
    ORDER BY p."publishedAt", p."id"`);
  const histories = new Map<string, PublishedStep[]>();
  for (const { documentId, number, front, publishedAt, ...row } of rows) {
    const { changed } = JSON.parse(front) as { changed?: string };
    const step: PublishedStep = {
      ...row,
      number: Number(number),
      publishedAt: sqlInstant(publishedAt),
      note: changed ?? null,
    };
    histories.set(documentId, [...(histories.get(documentId) ?? []), step]);
  }
  return histories;
}

/**
 * A material change of a course asks for all its modules again. It is an edition of none of them, so that it stands in
 * no language: only what is completed from its day on counts.
 */
function withCourse(module: LibraryModule, changes: PublishedStep[]): LibraryModule {
  if (changes.length === 0) return module;
  const asking = changes.map((step): PublishedStep => ({ ...step, language: '', number: 0 }));
  const history = [...module.history, ...asking].toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  return { ...module, history };
}

type Front = {
  minutes?: number;
  summary?: string;
  audience?: string[] | 'everyone';
  translationOf?: string;
};

const frontOf = ({ front }: PublishedRow) => JSON.parse(front) as Front;

/** The rows of each document in the order of the documents, the original's first. */
function byDocument(rows: PublishedRow[]): [PublishedRow, ...PublishedRow[]][] {
  const documents = new Map<string, [PublishedRow, ...PublishedRow[]]>();
  for (const row of rows) {
    const others = documents.get(row.documentId);
    if (!others) documents.set(row.documentId, [row]);
    else if (frontOf(row).translationOf === undefined) others.unshift(row);
    else others.push(row);
  }
  return [...documents.values()];
}

function modulesByDocument(
  rows: PublishedRow[],
  histories: Map<string, PublishedStep[]>,
): Map<string, LibraryModule> {
  const modules = byDocument(rows).map((editions): [string, LibraryModule] => {
    const [{ documentId, slug }] = editions;
    const shown = editions.map((row): Edition => {
      const { versionId, language, number, title } = row;
      return { versionId, language, number, title, minutes: frontOf(row).minutes ?? 0 };
    });
    const history = histories.get(documentId) ?? [];
    return [documentId, { documentId, slug: slug.slice(slug.indexOf('/') + 1), editions: shown, history }];
  });
  return new Map(modules);
}
