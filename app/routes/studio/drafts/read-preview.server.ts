import { readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import type { SheetView } from '#app/domain/culture/huddles/sheet.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import type { ShownIssue } from '#app/domain/culture/newsletters/shown-issue.ts';
import { readTalkVersion } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import type { TalkPlan } from '#app/domain/culture/talks/talk-plan.ts';
import type { Draft } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

export type Preview =
  | { kind: 'issue'; issue: ShownIssue }
  | { kind: 'talk'; plan: TalkPlan }
  | { kind: 'sheet'; sheet: SheetView }
  | { kind: 'poster'; src: string; alt: string };

/** A draft as its readers would find it; null where it has mistakes. An issue is read with the eyes of one function. */
export async function readPreview(draft: Draft, functionId: string | null): Promise<Preview | null> {
  const { kind, slug, language, versionId } = draft;
  if (versionId === null) return null;
  if (kind === 'issue') {
    const { courses } = await readLibrary(reader);
    const meant = courses.filter((course) => isMeantFor(course, functionId)).map((course) => course.slug);
    const functions = functionId === null ? [] : [functionId];
    const issue = await readShownIssue(reader, versionId, { functions, courses: meant });
    return issue && { kind, issue };
  }
  if (kind === 'talk') {
    const plan = await readTalkVersion(reader, slug, versionId);
    return plan && { kind, plan };
  }
  if (kind === 'sheet') {
    const sheet = await readSheet(reader, versionId, { language });
    return sheet && { kind, sheet };
  }
  const version = await readVersion(reader, versionId);
  if (!version || !isCultureTree(version.tree)) return null;
  const src = `/studio/poster/${slug}/preview.png?language=${encodeURIComponent(language)}`;
  return { kind, src, alt: plainText(version.tree.nodes) };
}
