import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { emptySql, joinSql, sql } from '#app/platform/db/sql.server.ts';
import type { CertificateState } from './certificate.ts';

export type CertificatesWanted = {
  words: string[];
  /** Where a code was typed, it alone is looked for. */
  code: string | null;
  courseDocumentId: string;
  state: CertificateState | '';
  today: string;
};

export type ListedCertificate = {
  code: string;
  personId: string;
  holderName: string | null;
  courseTitle: string;
  courseLanguage: string;
  completedOn: string;
  validUntil: string | null;
  revokedAt: string | null;
  hasLeft: bigint | number;
};

function inState({ state, today }: CertificatesWanted): Sql {
  if (state === 'revoked') return sql`AND r."id" IS NOT NULL`;
  if (state === 'expired') return sql`AND r."id" IS NULL AND c."validUntil" < ${today}`;
  if (state === 'valid')
    return sql`AND r."id" IS NULL AND (c."validUntil" IS NULL OR c."validUntil" >= ${today})`;
  return emptySql;
}

function holdsWords(column: Sql, words: string[]): Sql {
  if (words.length === 0) return sql`1`;
  return joinSql(
    words.map((word) => sql`instr(${column}, ${word}) > 0`),
    ' AND ',
  );
}

function listed(wanted: CertificatesWanted): Sql {
  const { words, code, courseDocumentId } = wanted;
  const found = code ? sql`c."code" = ${code}` : holdsWords(sql`coalesce(c."holderKey", '')`, words);
  const ofCourse = courseDocumentId ? sql`AND c."courseDocumentId" = ${courseDocumentId}` : emptySql;
  return sql`FROM "Certificate" c LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id"
    WHERE ${found} ${ofCourse} ${inState(wanted)}`;
}

/** The newest first. */
export function listCertificates(
  db: Reader | Tx,
  wanted: CertificatesWanted,
  limit: number,
  offset: number,
): Promise<ListedCertificate[]> {
  return db.$queryRaw<ListedCertificate[]>(sql`
    SELECT c."code", c."personId", c."holderName", c."courseTitle", c."courseLanguage", c."completedOn",
      c."validUntil", r."revokedAt", NOT EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = c."personId"
        AND (em."leftOn" IS NULL OR em."leftOn" >= ${wanted.today})) AS "hasLeft"
    ${listed(wanted)} ORDER BY c."completedOn" DESC, c."id" DESC LIMIT ${limit} OFFSET ${offset}`);
}

export async function countCertificates(db: Reader | Tx, wanted: CertificatesWanted): Promise<number> {
  const rows = await db.$queryRaw<{ certificates: bigint | number }[]>(
    sql`SELECT COUNT(*) AS certificates ${listed(wanted)}`,
  );
  return Number(rows[0]?.certificates ?? 0);
}

/** Every course somebody has a certificate for, as its newest one calls it. */
export function listCertifiedCourses(db: Reader | Tx): Promise<{ id: string; title: string }[]> {
  return db.$queryRaw<{ id: string; title: string }[]>(sql`
    SELECT d."id", (SELECT c."courseTitle" FROM "Certificate" c WHERE c."courseDocumentId" = d."id"
      ORDER BY c."completedOn" DESC, c."id" DESC LIMIT 1) AS "title"
    FROM "Document" d WHERE d."kind" = 'course'
      AND EXISTS (SELECT 1 FROM "Certificate" c WHERE c."courseDocumentId" = d."id")`);
}
