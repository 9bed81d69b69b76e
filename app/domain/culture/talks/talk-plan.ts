import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';

/** What the facilitator finds in a part: what to know, to say, to ask, to read aloud, and to show on the wall. */
export type TalkPiece =
  | { kind: 'text' | 'say' | 'ask'; nodes: TreeNode[] }
  | { kind: 'case'; element: TreeElement }
  | { kind: 'slide'; number: number; title: string; nodes: TreeNode[] };

export type TalkPart = {
  title: string;
  minutes: number;
  /** In minutes from the beginning of the talk. */
  from: number;
  to: number;
  pieces: TalkPiece[];
};

/** One picture on the wall. */
export type TalkSlide =
  | { kind: 'title'; title: string; text: string }
  | { kind: 'words'; title: string; nodes: TreeNode[] }
  | { kind: 'case'; verdict: 'bad' | 'good'; title: string; nodes: TreeNode[] }
  | { kind: 'exit'; nodes: TreeNode[] };

export type TalkPlan = {
  slug: string;
  language: string;
  title: string;
  aim: string;
  minutes: number;
  with: 'team' | 'guests';
  parts: TalkPart[];
  slides: TalkSlide[];
  /** Empty where there is none. */
  handout: TreeNode[];
  exit: TreeNode[];
};

/** As it stands in a list. */
export type TalkLine = {
  slug: string;
  language: string;
  title: string;
  aim: string;
  minutes: number;
  with: 'team' | 'guests';
};
