import { z } from 'zod';

/**
 * A word an author may use beside Markdown. `prose` says what may stand between the tags: nothing of
 * one's own, one run of words, any Markdown, or one numbered list.
 */
export type Component = {
  props: z.ZodObject;
  prose: 'none' | 'line' | 'blocks' | 'numbered-list';
  needsText?: boolean;
  holds?: Holding;
  /** The children stand in the order in which `holds` names them. */
  inOrder?: boolean;
};

export type Holding = Readonly<Record<string, { min: number; max: number }>>;

/** The components of one kind of document, and how many of each may stand at its top. */
export type Grammar = {
  components: Readonly<Record<string, Component>>;
  topLevel: Holding;
  /** Components alone, without Markdown around them. */
  noProse?: boolean;
  inOrder?: boolean;
};

export const text = (most: number) => z.string().trim().min(1).max(most);
export const none = z.strictObject({});
export const any = { min: 0, max: 200 };
export const exactlyOne = { min: 1, max: 1 };
export const atMostOne = { min: 0, max: 1 };

/** Own names only: `constructor` and `__proto__` are of every object, and of no grammar. */
export function componentNamed({ components }: Grammar, name: string | null | undefined): Component | null {
  return typeof name === 'string' && Object.hasOwn(components, name) ? (components[name] ?? null) : null;
}

export function componentNames({ components }: Grammar): string[] {
  return Object.keys(components);
}

/** The names of the components that `name` may stand in; `null` is the top of the document. */
export function parentsOf(grammar: Grammar, name: string): (string | null)[] {
  const within = componentNames(grammar).filter((parent) =>
    Object.hasOwn(grammar.components[parent]?.holds ?? {}, name),
  );
  return Object.hasOwn(grammar.topLevel, name) ? [null, ...within] : within;
}
