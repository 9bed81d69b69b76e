import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { elementsIn } from '#app/domain/publishing/tree/tree-text.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { findIssue } from '../issue-reads.server.ts';
import { nodesOf } from '../issue-text.ts';
import { readShownIssue } from '../shown-issue-reads.server.ts';
import type { IssuePiece, IssueReader, ShownIssue } from '../shown-issue.ts';
import { pictureInMail, posterInMail, type PictureInMail } from './mail-picture-reads.server.ts';

/** A piece, and for what is for one function each, what it holds. */
const withinOf = (piece: IssuePiece): IssuePiece[] =>
  piece.kind === 'for' ? piece.pieces.flatMap(withinOf) : [piece];

export type MailedIssue = {
  issue: ShownIssue;
  /** By the address they have in the text; a poster's by `poster:<slug>:<language>`. */
  pictures: Record<string, PictureInMail>;
  /** Where the company is at home; of an edition not published yet, today. */
  cameOutOn: string;
};

/** An edition of an issue with all that a mail of it needs; null where it is none. */
export async function readMailedIssue(
  db: Reader,
  versionId: string,
  who: IssueReader,
): Promise<MailedIssue | null> {
  const issue = await readShownIssue(db, versionId, who);
  if (!issue) return null;
  const nodes = issue.stories.flatMap(({ pieces }) => pieces.flatMap(nodesOf));
  const inText = [...elementsIn(nodes)].map(({ props }) => props?.src);
  const pictures: MailedIssue['pictures'] = {};
  for (const src of new Set([issue.cover?.src, ...inText])) {
    const picture = typeof src === 'string' ? await pictureInMail(db, src) : null;
    if (picture && typeof src === 'string') pictures[src] = picture;
  }
  for (const piece of issue.stories.flatMap(({ pieces }) => pieces.flatMap(withinOf)))
    if (piece.kind === 'poster') pictures[`poster:${piece.slug}:${piece.language}`] = posterInMail(piece);
  const found = await findIssue(db, issue.slug);
  const company = await readCompany(db);
  const cameOutOn = found
    ? dateIn(company?.timeZone ?? 'UTC', found.issue.cameOutAt)
    : await companyToday(db);
  return { issue, pictures, cameOutOn };
}
