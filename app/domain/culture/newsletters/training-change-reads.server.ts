import { inLanguage } from '#app/domain/publishing/library.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { TrainingChange } from './shown-issue.ts';

/** From the first publication of the issue before, up to that of the issue itself; to the first issue, all is new. */
export type IssueSpan = { after: string; upTo: string };

/**
 * The time that an issue tells of. It follows from first publications alone, those of issues withdrawn since too, so
 * that it is the same whenever one looks. An issue not published yet would come out now.
 */
export async function readIssueSpan(db: Reader | Tx, documentId: string): Promise<IssueSpan> {
  const firsts = await db.$queryRaw<{ documentId: string; at: string }[]>(sql`
    SELECT p."documentId", MIN(p."publishedAt") AS "at" FROM "Publication" p
      JOIN "Document" d ON d."id" = p."documentId" WHERE d."kind" = 'issue' GROUP BY p."documentId"`);
  const upTo = firsts.find((one) => one.documentId === documentId)?.at ?? sqlInstant(now());
  const before = firsts.filter(({ at }) => at < upTo).map(({ at }) => at);
  return { after: before.toSorted().at(-1) ?? '', upTo };
}

type Row = {
  documentId: string;
  slug: string;
  language: string;
  title: string;
  front: string;
  change: string;
  /** Nothing of the document was published before. */
  isFirst: bigint | number;
  /** Nothing of it was published in this language before. */
  isFirstHere: bigint | number;
};

/** What changed in training in that time, told in a language where there is an edition in it. */
export async function readTrainingChanges(
  db: Reader | Tx,
  { after, upTo }: IssueSpan,
  language: string,
): Promise<TrainingChange[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT p."documentId", d."slug", p."language", v."title", v."front", p."change",
      NOT EXISTS (SELECT 1 FROM "Publication" e WHERE e."documentId" = p."documentId"
        AND e."publishedAt" <= ${after}) AS "isFirst",
      NOT EXISTS (SELECT 1 FROM "Publication" e WHERE e."documentId" = p."documentId"
        AND e."language" = p."language" AND e."publishedAt" < p."publishedAt") AS "isFirstHere"
    FROM "Publication" p JOIN "Document" d ON d."id" = p."documentId" JOIN "Version" v ON v."id" = p."versionId"
    WHERE d."kind" = 'module' AND p."publishedAt" > ${after} AND p."publishedAt" <= ${upTo}
      AND (p."withdrawnAt" IS NULL OR p."withdrawnAt" > ${upTo})
    ORDER BY p."publishedAt", p."id"`);
  const byDocument = new Map<string, Row[]>();
  for (const row of rows) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  return [...byDocument.values()].flatMap((all) => changeOf(all, language));
}

const frontOf = ({ front }: Row) => JSON.parse(front) as { changed?: string; translationOf?: string };

/** A first translation says what others have read before: that is no change of the training. */
function changeOf(all: Row[], language: string): TrainingChange[] {
  const originals = all.filter((row) => frontOf(row).translationOf === undefined);
  const wanted = inLanguage(all, language)?.language ?? originals[0]?.language;
  const mine = all.filter((row) => row.language === wanted);
  const isNew = Number(all[0]?.isFirst) === 1;
  const telling = mine.filter((row) => row.change !== 'wording' && (Number(row.isFirstHere) === 0 || isNew));
  const last = telling.at(-1) ?? (isNew ? mine.at(-1) : undefined);
  if (!last) return [];
  const lines = isNew ? [] : telling.flatMap((row) => frontOf(row).changed ?? []);
  return [{ slug: last.slug, title: last.title, language: last.language, isNew, lines }];
}
