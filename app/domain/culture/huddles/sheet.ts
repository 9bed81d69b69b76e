import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';

/** A sheet that people read today, in its original language. */
export type Sheet = {
  documentId: string;
  versionId: string;
  slug: string;
  title: string;
  language: string;
  /** Null where it is for everyone. */
  function: string | null;
  standard: string | null;
  /** Its case, and the module that the case stands in. */
  caseId: string;
  moduleId: string;
};

/** All that is read out and shown of a sheet: plain data, for a page, a print or a preview. */
export type SheetView = {
  versionId: string;
  documentId: string;
  title: string;
  language: string;
  function: string | null;
  standard: string | null;
  /** `<course>/<module>`; taking part counts as its refresher. */
  refreshes: string | null;
  /** Null where nobody reads the case any more, or not yet. */
  case: { id: string; title: string; language: string; element: TreeElement } | null;
  ask: TreeNode[];
  answers: TreeNode[][];
  /** What the head closes with. */
  say: TreeNode[];
};
