import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import type { PosterLine } from '../posters/poster.ts';

/**
 * An issue as one kind of reader finds it: what is for others is gone, and what it shows of cases, posters, colleagues
 * and courses is looked up. Page, mail, text and print are drawn from this.
 */
export type ShownIssue = {
  documentId: string;
  versionId: string;
  slug: string;
  language: string;
  title: string;
  /** Of its mail. */
  subject: string;
  preheader: string | null;
  cover: { src: string; alt: string } | null;
  lead: TreeNode[];
  minutes: number;
  stories: ShownStory[];
};

export type ShownStory = {
  id: string;
  title: string;
  kicker: string | null;
  minutes: number;
  pieces: IssuePiece[];
};

export type IssuePiece =
  | { kind: 'text'; nodes: TreeNode[] }
  /** What the reader's own function alone is told. */
  | { kind: 'for'; functionId: string; pieces: IssuePiece[] }
  | { kind: 'case'; id: string; title: string; language: string; element: TreeElement }
  /** `says`: its loudest words, for where it cannot be seen. */
  | { kind: 'poster'; slug: string; title: string; language: string; says: PosterLine[] }
  /** Without a name: somebody who is not known any more. */
  | { kind: 'thanks'; name: string | null; nodes: TreeNode[] }
  | { kind: 'changes'; changes: TrainingChange[]; more: number };

/** What became of a module between two issues. */
export type TrainingChange = {
  /** `<course>/<module>`. */
  slug: string;
  title: string;
  language: string;
  isNew: boolean;
  /** What its editors say is different, oldest first. */
  lines: string[];
};

/** Who reads: their functions, and the slugs of the courses that are meant for them. */
export type IssueReader = { functions: readonly string[]; courses: readonly string[] };

/** For how many days a new issue stands on everybody's first page. */
export const newsForDays = 28;

export const changesAtMost = 8;
