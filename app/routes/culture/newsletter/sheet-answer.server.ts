import type { LoaderFunctionArgs } from '@remix-run/node';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { notFound } from '../../guards.server.ts';
import type { SheetWanted } from './issue-sheet.server.ts';
import { openIssue, readerOfWalls } from './open-issue.server.ts';

/** A sheet of an issue, for the paper of the reader's site; what is for one function alone is not printed. */
export async function answerWithSheet(
  args: LoaderFunctionArgs,
  make: (wanted: SheetWanted) => Promise<Buffer>,
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
  const pdf = await make({ issue, company, paper, cameOut, origin });
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, 'Content-Length': String(pdf.length) },
  });
}
