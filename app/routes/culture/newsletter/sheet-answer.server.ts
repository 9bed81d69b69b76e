import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPrintedIssue } from '#app/domain/culture/newsletters/print/printed-issue-reads.server.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { printAnswer, type Print } from '#app/platform/print/sheet-answer.server.ts';
import type { SheetWanted } from '#app/ui/print/issue/issue-sheet.server.ts';
import { notFound } from '../../guards.server.ts';
import { openIssue, readerOfWalls } from './open-issue.server.ts';

/** A sheet of an issue, for the paper of the reader's site; what is for one function alone is not printed. */
export async function answerWithSheet(
  args: LoaderFunctionArgs,
  print: (wanted: SheetWanted) => Print,
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
  const printed = await readPrintedIssue(reader, issue);
  const logo = company.logo ? await readStoredFile(company.logo) : null;
  const wanted = { printed, company, logo, paper, cameOut, origin };
  return printAnswer(args.request, print(wanted), {
    name: `newsletter-${found.slug}${suffix}.pdf`,
    busy: m.newsletter_sheet_busy(),
  });
}
