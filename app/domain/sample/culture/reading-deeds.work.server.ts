import { keepIssueRead } from '#app/domain/culture/newsletters/readers/keep-issue-read.server.ts';
import { keepOpinion } from '#app/domain/culture/newsletters/readers/keep-opinion.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { addDays, instantAt, type Span } from '../calendar.ts';
import type { Deed } from '../deed.ts';

type Reading = { span: Span; timeZone: string; cast: () => string[] };

/** What some of them say. */
const sentences = [
  'The story with the times was us. Thank you for leaving the names out.',
  'I read it in the break and sent it to my brother.',
  'More from the night shift, please.',
];

/** A week after each issue, about half of the house has opened it, and a few have said something. */
export function readingDeeds({ span, timeZone, cast }: Reading): Deed[] {
  return Array.from({ length: 5 }, (_, quarter) => ({
    at: instantAt(addDays(span.today, -(13 + quarter * 91)), 16 * 60, timeZone),
    act: (tx: Tx) => readNewest(tx, timeZone, cast()),
  })).filter(({ at }) => at > instantAt(addDays(span.first, 30), 0, timeZone));
}

/** The cast find it new: they are who one looks around as. */
async function readNewest(tx: Tx, timeZone: string, cast: string[]): Promise<void> {
  const newest = await tx.publication.findFirst({
    where: { document: { kind: 'issue' } },
    orderBy: { publishedAt: 'desc' },
    select: { documentId: true },
  });
  if (!newest) return;
  const issueId = newest.documentId;
  const readOn = dateIn(timeZone);
  const people = await tx.placement.findMany({
    where: { fromOn: { lte: readOn }, personId: { notIn: cast } },
    orderBy: [{ personId: 'asc' }, { fromOn: 'asc' }],
    select: { personId: true, departmentId: true },
  });
  const places = new Map(people.map(({ personId, departmentId }) => [personId, departmentId]));
  const readers = [...places].filter((_, index) => index % 7 < 4);
  for (const [personId, departmentId] of readers)
    await keepIssueRead(tx, { issueId, personId, departmentId, readOn });
  for (const [index, [personId]] of readers.filter((_, at) => at % 11 === 0).entries()) {
    const words = sentences[index] ?? null;
    await keepOpinion(tx, { issueId, personId, useful: index % 4 !== 3, words, signed: index === 1 });
  }
}
