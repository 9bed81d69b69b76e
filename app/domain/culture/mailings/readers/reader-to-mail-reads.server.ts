import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Somebody as a mail finds them at this moment. */
export type ReaderToMail = {
  personId: string;
  name: string;
  email: string | null;
  language: string;
  departmentId: string;
  employed: boolean;
  wanted: boolean;
};

type Row = Omit<ReaderToMail, 'employed' | 'wanted'> & { employed: number; wanted: number };

/** In no order; who is no more is not among them. */
export async function readReadersToMail(
  db: Reader | Tx,
  personIds: readonly string[],
  day: string,
): Promise<ReaderToMail[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT p."id" AS "personId", p."name", p."email", p."language", pl."departmentId",
      ${employedOn(sql`p."id"`, day)} AS "employed",
      NOT EXISTS (SELECT 1 FROM "MailPreference" mp WHERE mp."personId" = p."id" AND mp."kind" = 'newsletter'
        AND NOT mp."wanted") AS "wanted"
    FROM "Person" p LEFT JOIN ${placementsOn(day)} pl ON pl."personId" = p."id"
    WHERE p."id" IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`);
  return rows.map((row) => ({ ...row, employed: Boolean(row.employed), wanted: Boolean(row.wanted) }));
}

export async function readReaderToMail(
  db: Reader | Tx,
  personId: string,
  day: string,
): Promise<ReaderToMail | null> {
  return (await readReadersToMail(db, [personId], day))[0] ?? null;
}

/** By department: what those who work there do, as content names it. */
export async function readFunctions(db: Reader | Tx): Promise<Map<string, string[]>> {
  const departments = await readDepartments(db);
  return new Map(departments.map(({ id }) => [id, [functionOf(departments, id) ?? []].flat()]));
}

/** A mailing as its mails need it. */
export type MailingToMake = {
  id: string;
  subject: string;
  preheader: string;
  versionId: string;
  slug: string;
};

type Front = { subject?: string; preheader?: string };

/** With the words of the edition: the editor's own for the original, the translator's for a translation. */
export async function readMailingToMake(
  db: Reader | Tx,
  { mailingId, versionId }: { mailingId: string; versionId: string },
): Promise<MailingToMake | null> {
  const mailing = await db.mailing.findUnique({
    where: { id: mailingId },
    select: {
      subject: true,
      preheader: true,
      versionId: true,
      document: { select: { slug: true } },
    },
  });
  if (!mailing) return null;
  const { document, subject, preheader, ...rest } = mailing;
  const made = { id: mailingId, slug: document.slug, versionId };
  if (rest.versionId === versionId) return { ...made, subject, preheader };
  const edition = await db.version.findUniqueOrThrow({
    where: { id: versionId },
    select: { title: true, front: true },
  });
  const front = JSON.parse(edition.front) as Front;
  return { ...made, subject: front.subject ?? edition.title, preheader: front.preheader ?? '' };
}
