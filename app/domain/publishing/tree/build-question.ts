import { createHash } from 'node:crypto';
import type { RawElement } from '#app/platform/mdx/raw-node.ts';
import type { AnswerKey, Option, Question } from '../document-tree.ts';
import { questionKinds, registry } from '../registry.ts';
import { buildBlocks, buildLine, componentProps } from './build-nodes.ts';
import { plainText } from './tree-text.ts';
import { TreeRefused } from './tree-refused.ts';

export type KeyedQuestion = { question: Question; key: AnswerKey[string] };

/** Cuts a question in two: what is asked, and what is right with the reason of every option. */
export function buildQuestion(node: RawElement): KeyedQuestion {
  const { id, kind: given } = propsOf(node);
  const kind = questionKinds.find((known) => known === given);
  if (typeof id !== 'string' || !kind) throw new TreeRefused('that <Question>');
  const isOption = (child: unknown): child is RawElement => (child as RawElement).name === 'Option';
  const drafts = node.children.filter(isOption).map((child) => buildOption(id, child));
  if (new Set(drafts.map(({ option }) => option.id)).size < drafts.length) {
    throw new TreeRefused('two equal options');
  }
  const right = kind === 'order' ? drafts : drafts.filter((draft) => draft.isRight);
  const options = drafts.map(({ option }) => option);
  if (kind === 'order') options.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    question: { id, kind, nodes: buildBlocks(node.children.filter((child) => !isOption(child))), options },
    key: {
      right: right.map(({ option }) => option.id),
      why: Object.fromEntries(drafts.map(({ option, why }) => [option.id, why])),
    },
  };
}

function buildOption(
  questionId: string,
  node: RawElement,
): { option: Option; isRight: boolean; why: string } {
  const { right, why } = propsOf(node);
  const nodes = buildLine(node.children);
  return {
    option: { id: optionId(questionId, plainText(nodes)), nodes },
    isRight: right === true,
    why: String(why),
  };
}

/** The same in every edition for as long as question and text are the same, and silent about the place. */
function optionId(questionId: string, text: string): string {
  return createHash('sha256').update(`${questionId}\0${text}`).digest('hex').slice(0, 12);
}

function propsOf(node: RawElement): Record<string, string | true> {
  const component = registry[node.name];
  if (!component) throw new TreeRefused(`<${node.name}>`);
  return componentProps(node, component);
}
