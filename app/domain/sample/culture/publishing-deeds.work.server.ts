import type { Actor } from '#app/domain/actor/actor.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { addDays, instantAt, type Span } from '../calendar.ts';
import { granted, type Deed } from '../deed.ts';

type Publishing = { span: Span; timeZone: string; editor: () => Actor };

/** The days between two issues: one a quarter, the last of four a few weeks ago. */
const betweenIssues = 91;
export const lastIssueDaysAgo = 20;

/** Everything an editor may show is on show from the second day; the newsletter comes out once a quarter. */
export async function publishingDeeds({ span, timeZone, editor }: Publishing): Promise<Deed[]> {
  const drafts = await reader.draft.findMany({
    where: { versionId: { not: null } },
    // In the order of the folder.
    orderBy: { id: 'asc' },
    select: { kind: true, slug: true, versionId: true },
  });
  // A poster has to be there before an issue shows it.
  const ranked = ['poster', 'talk', 'sheet'].flatMap((kind) => drafts.filter((draft) => draft.kind === kind));
  const issues = drafts.filter(({ kind }) => kind === 'issue');
  const slugs = [...new Set(issues.map(({ slug }) => slug))];
  const issueDay = (slug: string) => {
    const later = slugs.length - 1 - slugs.indexOf(slug);
    return addDays(span.today, -(lastIssueDaysAgo + later * betweenIssues));
  };
  const publish =
    (versionId: string | null): Deed['act'] =>
    async (tx) =>
      granted(await publishVersion(tx, editor(), { versionId: versionId!, change: 'informative' }));
  const morning = addDays(span.first, 1);
  return [
    ...ranked.map(({ versionId }, index) => ({
      at: instantAt(morning, 9 * 60 + index, timeZone),
      act: publish(versionId),
    })),
    ...issues.map(({ slug, versionId }) => ({
      at: instantAt(issueDay(slug), 10 * 60, timeZone),
      act: publish(versionId),
    })),
  ];
}
