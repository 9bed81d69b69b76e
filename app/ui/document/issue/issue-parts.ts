/** An issue as it is drawn on the page, in the mail and in print. */
export type { IssuePiece, ShownIssue, ShownStory } from '#app/domain/culture/newsletters/shown-issue.ts';
export type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
export type { PrintedIssue } from '#app/domain/culture/newsletters/print/printed-issue.ts';
