import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { ShownCounts } from './hidden-counts.ts';
import { hideSmall, shownFrom } from './hidden-counts.ts';
import type { Opinion } from './opinion.ts';

export type IssueReaders = {
  total: number | null;
  departments: { id: string; name: string; count: number | null }[];
};

/** How many have opened an issue, by the department they worked in then. */
export async function readIssueReaders(db: Reader | Tx, issueId: string): Promise<IssueReaders> {
  const rows = await db.issueRead.groupBy({
    by: ['departmentId'],
    where: { issueId },
    _count: { personId: true },
  });
  const departments = await readDepartments(db);
  const closed = await db.department.findMany({
    where: { id: { in: rows.flatMap(({ departmentId }) => departmentId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map([...closed, ...departments].map(({ id, name }) => [id, name]));
  const counts = new Map(rows.map(({ departmentId, _count }) => [departmentId ?? '', _count.personId]));
  // One in which nobody has read it looks like one in which few have.
  const ids = new Set([...departments.map(({ id }) => id), ...counts.keys()]);
  const { total, parts } = hideSmall([...ids].map((id) => ({ id, count: counts.get(id) ?? 0 })));
  if (total === null) return { total, departments: [] };
  return { total, departments: parts.map((part) => ({ ...part, name: names.get(part.id) ?? '' })) };
}

export type IssueOpinions = {
  answers: ShownCounts;
  /** Of one page; `useful` is null as long as the answers are too few to be counted. */
  sentences: { words: string; useful: boolean | null; name: string | null }[];
  /** Of all pages. */
  sentenceCount: number;
};

export const sentencesOnPage = 50;

/** What people say of an issue; who says it only where they want that to be known. */
export async function readIssueOpinions(
  db: Reader | Tx,
  issueId: string,
  page: number,
): Promise<IssueOpinions> {
  const useful = await db.issueOpinion.count({ where: { issueId, useful: true } });
  const all = await db.issueOpinion.count({ where: { issueId } });
  const rows = await db.issueOpinion.findMany({
    where: { issueId, words: { not: null } },
    // Not as they came in: who is seen writing one would be known by its place.
    orderBy: [{ words: 'asc' }, { personId: 'asc' }],
    skip: (page - 1) * sentencesOnPage,
    take: sentencesOnPage,
    select: { words: true, useful: true, signed: true, person: { select: { name: true } } },
  });
  const sentenceCount = await db.issueOpinion.count({ where: { issueId, words: { not: null } } });
  const few = all < shownFrom;
  return {
    answers: {
      total: few ? null : all,
      parts: [
        { id: 'yes', count: few ? null : useful },
        { id: 'no', count: few ? null : all - useful },
      ],
    },
    sentences: rows.map(({ words, useful: isUseful, signed, person }) => ({
      words: words ?? '',
      useful: few ? null : isUseful,
      name: signed ? person.name : null,
    })),
    sentenceCount,
  };
}

export async function readOpinion(
  db: Reader | Tx,
  issueId: string,
  personId: string,
): Promise<Opinion | null> {
  const where = { issueId_personId: { issueId, personId } };
  return db.issueOpinion.findUnique({ where, select: { useful: true, words: true, signed: true } });
}

/** The day on which somebody first opened an issue, or null. */
export async function readIssueRead(
  db: Reader | Tx,
  issueId: string,
  personId: string,
): Promise<string | null> {
  const where = { issueId_personId: { issueId, personId } };
  return (await db.issueRead.findUnique({ where, select: { readOn: true } }))?.readOn ?? null;
}
