import type { Entries, ListKind } from './lists/list.ts';

/**
 * A document as data. Pages, mail, print and search read this and nothing else; no page evaluates MDX.
 * It holds no answer key: what is right, and why, stands in `AnswerKey`, which a version keeps apart.
 */
export const treeFormat = 1;

/** A string is text. An element is an HTML element of the allowed set, or a component of the registry. */
export type TreeNode = string | TreeElement;

export type TreeElement = {
  name: string;
  props?: Record<string, string | number | boolean>;
  children?: TreeNode[];
};

/** Reading time in whole minutes at 130 words a minute, at least one. */
type Timed = { minutes: number };

export type TextPart = Timed & { kind: 'text'; slug: string; title: string | null; nodes: TreeNode[] };

export type ScenarioPart = Timed & {
  kind: 'scenario';
  slug: string;
  title: string | null;
  scenario: Scenario;
};

export type QuizPart = Timed & { kind: 'quiz'; slug: 'quiz'; title: null; questions: Question[] };

export type Part = TextPart | ScenarioPart | QuizPart;

export type Scenario = { id: string; title: string; moments: Moment[] };

export type MomentEnd = 'good' | 'mixed' | 'bad';

/** A moment either ends the scenario or offers choices; the first moment of a scenario is where it starts. */
export type Moment = { id: string; end: MomentEnd | null; nodes: TreeNode[]; choices: Choice[] };

export type Choice = { to: string; felt: string; nodes: TreeNode[] };

export type QuestionKind = 'one' | 'many' | 'true-false' | 'order' | 'match';

/**
 * Options stand in the author's order, but for `order`, where that order is the answer: there they are
 * sorted by id. An option's id is a hash of question id and text, so a position gives nothing away.
 */
export type Question = {
  id: string;
  kind: QuestionKind;
  nodes: TreeNode[];
  options: Option[];
  /** Of `match`: what the options are paired with, each once, sorted by ids that are hashes too. */
  matches?: Option[];
  /** The case, the scenario or the part that it asks about: its id, or the part's slug. */
  about?: string;
};

export type Option = { id: string; nodes: TreeNode[] };

export type ModuleTree = { kind: 'module'; parts: Part[] };

export const cultureKinds = ['issue', 'poster', 'talk', 'sheet'] as const;

export type CultureKind = (typeof cultureKinds)[number];

/** An issue of the newsletter, a poster, a plan for a talk or a sheet: its components as they stand in the text. */
export type CultureTree = Timed & {
  kind: CultureKind;
  nodes: TreeElement[];
  /** Of an issue: a `Figure`. */
  cover?: TreeElement;
};

export type CourseTree = { kind: 'course'; summary: string };

/** A list beside the courses: the entries as they are written. */
export type ListTree = { [K in ListKind]: { kind: K; entries: Entries[K] } }[ListKind];

export type DocumentTree = ModuleTree | CourseTree | ListTree | CultureTree;

export const isCultureKind = (kind: string): kind is CultureKind =>
  (cultureKinds as readonly string[]).includes(kind);

export const isCultureTree = (tree: DocumentTree): tree is CultureTree => isCultureKind(tree.kind);

/** Of `match`, what is paired is one word: the option's id, and that of what it goes with. */
export function pairOf(optionId: string, matchId: string): string {
  return `${optionId}=${matchId}`;
}

/** By option id, what it is paired with. */
export function matchesByOption(pairs: readonly string[]): Map<string, string> {
  return new Map(pairs.map((pair) => pair.split('=', 2) as [string, string]));
}

/**
 * By question id. `right` lists option ids; for `order` in the right sequence, for `match` pairs (see `pairOf`).
 * `why` is by option id.
 */
export type AnswerKey = Record<string, { right: string[]; why: Record<string, string> }>;

export function questionsOf(tree: ModuleTree): Question[] {
  return tree.parts.flatMap((part) => (part.kind === 'quiz' ? part.questions : []));
}
