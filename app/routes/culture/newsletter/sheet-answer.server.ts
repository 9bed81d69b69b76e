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
import type { Printed } from '#app/platform/print/print-cache.server.ts';
import type { Busy } from '#app/platform/print/printer.server.ts';
import type { SheetWanted } from '#app/ui/print/issue/issue-sheet.server.ts';
import { notFound } from '../../guards.server.ts';
import { openIssue, readerOfWalls } from './open-issue.server.ts';

/** A sheet of an issue, for the paper of the reader's site; what is for one function alone is not printed. */
export async function answerWithSheet(
  args: LoaderFunctionArgs,
  make: (wanted: SheetWanted) => Promise<Printed | Busy>,
  suffix: string,
): Promise<Response> {
  const { actor, edition, issue: found } = await openIssue(args);
  const issue = await readShownIssue(reader, edition.versionId, await readerOfWalls());
  const company = await readCompany(reader);
  if (!issue || !company) return notFound();
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="newsletter-${found.slug}${suffix}.pdf"`,
    'Cache-Control': 'private, no-store',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  const paper = await paperOf(reader, actor.id);
  const locale = edition.language === 'en' && paper === 'a4' ? 'en-GB' : edition.language;
  const cameOut = formatDay(dateIn(company.timeZone, found.cameOutAt), locale);
  const { origin } = new URL(args.request.url);
  const printed = await readPrintedIssue(reader, issue);
  const logo = company.logo ? await readStoredFile(company.logo) : null;
  const made = await make({ printed, company, logo, paper, cameOut, origin });
  if ('refused' in made) {
    const busy = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' };
    return new Response(m.newsletter_sheet_busy(), { status: 503, headers: busy });
  }
  return new Response(new Uint8Array(made.bytes), {
    headers: { ...headers, 'Content-Length': String(made.bytes.length) },
  });
}
