import type { ReactNode } from 'react';
import type { TreeNode } from '#app/domain/publishing/document-tree.ts';

/** Who reads, and what the page around the document adds to it. */
export type Reader = {
  /** The reader's functions; without any, what is meant for one function is shown too. */
  functions?: string[];
  /** The name of a function on the screen; without it such a text has no heading. */
  functionName?: (slug: string) => string;
  /** Added to the line above a case: a place, a standard, a link. */
  caseNote?: (about: { id: string; function?: string; standard?: string }) => ReactNode;
  /** False where the page's own heading already says a case's title. */
  caseTitles?: boolean;
  /** The form for what a reader will do; without it the prompt alone is shown. */
  renderCommitment?: (prompt: string) => ReactNode;
};

export type Draw = {
  reader: Reader;
  /** The level of a heading written `##`. */
  level: number;
  nodes: (nodes: TreeNode[] | undefined, level?: number) => ReactNode;
};
