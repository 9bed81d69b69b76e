import { readPrintedIssue } from '#app/domain/culture/newsletters/print/printed-issue-reads.server.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { sheetFacts } from '#app/ui/print/issue/issue-sheet.server.ts';
import type { SheetFacts, SheetMisfit } from '#app/ui/print/issue/make-issue.server.ts';

export type IssueSheets = {
  /** On the paper that takes most of it. */
  pages: number;
  begun: number;
  named: number;
  /** Why the sheet for the wall would not be one page, in words. */
  misfits: string[];
};

const misfitWords: Record<SheetMisfit['part'], (inputs: { over: number }) => string> = {
  title: m.studio_wall_title,
  lead: m.studio_wall_lead,
  opening: m.studio_wall_opening,
};

/** How an edition of an issue comes out on paper, on A4 and Letter alike; null for what is no issue. */
export async function sheetsOfIssue(
  versionId: string,
  request: Request,
): Promise<IssueSheets | 'busy' | null> {
  const { courses } = await readLibrary(reader);
  const forAll = courses.filter((course) => isMeantFor(course, null)).map(({ slug }) => slug);
  const issue = await readShownIssue(reader, versionId, { functions: [], courses: forAll });
  const company = await readCompany(reader);
  if (!issue || !company) return null;
  const printed = await readPrintedIssue(reader, issue);
  const logo = company.logo ? await readStoredFile(company.logo) : null;
  const { origin } = new URL(request.url);
  const cameOut = formatDay(await companyToday(reader), issue.language);
  const found: SheetFacts[] = [];
  for (const paper of ['a4', 'letter'] as const) {
    const facts = await sheetFacts({ printed, company, logo, paper, cameOut, origin });
    if ('refused' in facts) return 'busy';
    found.push(facts);
  }
  const worst = new Map<SheetMisfit['part'], number>();
  for (const { part, over } of found.flatMap(({ misfits }) => misfits))
    worst.set(part, Math.max(over, worst.get(part) ?? 0));
  return {
    pages: Math.max(...found.map(({ pages }) => pages)),
    begun: Math.min(...found.map(({ begun }) => begun)),
    named: Math.max(...found.map(({ named }) => named)),
    misfits: [...worst].map(([part, over]) => misfitWords[part]({ over })),
  };
}
