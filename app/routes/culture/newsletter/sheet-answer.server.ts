import type { LoaderFunctionArgs } from '@remix-run/node';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { sheetAnswer } from '#app/platform/print/sheet-answer.server.ts';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import { notFound } from '../../guards.server.ts';
import type { SheetWanted } from './issue-sheet.server.ts';
import { openIssue, readerOfWalls } from './open-issue.server.ts';

/** A sheet of an issue, for the paper of the reader's site; what is for one function alone is not printed. */
export async function answerWithSheet(
  args: LoaderFunctionArgs,
  sheetOf: (wanted: SheetWanted) => Promise<Sheet>,
  suffix: string,
): Promise<Response> {
  const { actor, edition, issue: found } = await openIssue(args);
  const issue = await readShownIssue(reader, edition.versionId, await readerOfWalls());
  const company = await readCompany(reader);
  if (!issue || !company) return notFound();
  const paper = await paperOf(reader, actor.id);
  const locale = edition.language === 'en' && paper === 'a4' ? 'en-GB' : edition.language;
  const cameOut = formatDay(dateIn(company.timeZone, found.cameOutAt), locale);
  const { origin } = new URL(args.request.url);
  return sheetAnswer(args.request, await sheetOf({ issue, company, paper, cameOut, origin }), {
    name: `newsletter-${found.slug}${suffix}.pdf`,
    busy: m.newsletter_sheet_busy(),
  });
}
