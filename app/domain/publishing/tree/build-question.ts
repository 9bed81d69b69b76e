import { createHash } from 'node:crypto';
import type { RawElement } from '#app/platform/mdx/raw-node.ts';
import type { AnswerKey, Option, Question } from '../document-tree.ts';
import { pairOf } from '../document-tree.ts';
import { componentNamed } from '../grammar/grammar.ts';
import { moduleGrammar, questionKinds } from '../grammar/module-grammar.ts';
import { buildBlocks, buildLine, componentProps } from './build-nodes.ts';
import { plainText } from './tree-text.ts';
import { TreeRefused } from './tree-refused.ts';

export type KeyedQuestion = { question: Question; key: AnswerKey[string] };

type Draft = { option: Option; isRight: boolean; match: Option | null; why: string };

/** Cuts a question in two: what is asked, and what is right with the reason of every option. */
export function buildQuestion(node: RawElement): KeyedQuestion {
  const { id, kind: given, about } = propsOf(node);
  const kind = questionKinds.find((known) => known === given);
  if (typeof id !== 'string' || !kind) throw new TreeRefused('that <Question>');
  const isOption = (child: unknown): child is RawElement => (child as RawElement).name === 'Option';
  const drafts = node.children.filter(isOption).map((child) => buildOption(id, child));
  if (new Set(drafts.map(({ option }) => option.id)).size < drafts.length) {
    throw new TreeRefused('two equal options');
  }
  if (drafts.some(({ match }) => (match === null) === (kind === 'match'))) {
    throw new TreeRefused('that match of an option');
  }
  const options = drafts.map(({ option }) => option);
  const nodes = buildBlocks(
    node.children.filter((child) => !isOption(child)),
    moduleGrammar,
  );
  return {
    question: {
      id,
      kind,
      nodes,
      options: kind === 'order' ? byId(options) : options,
      ...(kind === 'match' ? { matches: matchesOf(drafts) } : {}),
      ...(typeof about === 'string' ? { about } : {}),
    },
    key: {
      right: rightOf(kind, drafts),
      why: Object.fromEntries(drafts.map(({ option, why }) => [option.id, why])),
    },
  };
}

function rightOf(kind: Question['kind'], drafts: readonly Draft[]): string[] {
  if (kind === 'match') return drafts.map(({ option, match }) => pairOf(option.id, match?.id ?? ''));
  return drafts.filter(({ isRight }) => kind === 'order' || isRight).map(({ option }) => option.id);
}

/** What several options are paired with is there once. */
function matchesOf(drafts: readonly Draft[]): Option[] {
  const found = new Map(drafts.flatMap(({ match }) => (match ? [[match.id, match] as const] : [])));
  return byId([...found.values()]);
}

function byId(options: readonly Option[]): Option[] {
  return options.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function buildOption(questionId: string, node: RawElement): Draft {
  const { right, why, match } = propsOf(node);
  const nodes = buildLine(node.children, moduleGrammar);
  return {
    option: { id: hashOf(questionId, plainText(nodes)), nodes },
    isRight: right === true,
    match: typeof match === 'string' ? { id: hashOf(questionId, 'match', match), nodes: [match] } : null,
    why: String(why),
  };
}

/** The same in every edition for as long as question and text are the same, and silent about the place. */
function hashOf(...texts: string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
}

function propsOf(node: RawElement): Record<string, string | true> {
  const component = componentNamed(moduleGrammar, node.name);
  if (!component) throw new TreeRefused(`<${node.name}>`);
  return componentProps(node, component);
}
