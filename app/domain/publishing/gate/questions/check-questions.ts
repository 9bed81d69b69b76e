import type { Finding } from '../../finding.ts';
import { finding } from '../../finding-rules.ts';
import { questionKinds } from '../../grammar/module-grammar.ts';
import {
  attributeOf,
  childComponents,
  componentsIn,
  placeOf,
  textAttribute,
  textOf,
  type MdNode,
} from '../md-node.ts';
import { settled, shown } from '../../text/plain-text.ts';

type Kind = (typeof questionKinds)[number];

const optionCounts: Record<Kind, { min: number; max: number }> = {
  one: { min: 2, max: 8 },
  many: { min: 2, max: 8 },
  'true-false': { min: 2, max: 2 },
  order: { min: 3, max: 8 },
  match: { min: 2, max: 8 },
};

export function checkQuestions(tree: MdNode): Finding[] {
  return [...componentsIn(tree)].flatMap(({ node }) => (node.name === 'Question' ? checkQuestion(node) : []));
}

function checkQuestion(node: MdNode): Finding[] {
  const kind = questionKinds.find((known) => known === attributeOf(node, 'kind'));
  const options = childComponents(node, 'Option');
  return [
    ...(kind ? [...checkCount(node, kind, options), ...checkRight(node, kind, options)] : []),
    ...(kind === 'match' ? checkPairs(node, options) : checkNoMatch(node, options)),
    ...checkEqual(node, options),
  ];
}

function checkCount(node: MdNode, kind: Kind, options: readonly MdNode[]): Finding[] {
  const { min, max } = optionCounts[kind];
  if (options.length >= min && options.length <= max) return [];
  return [finding(placeOf(node), 'question-options', { id: idOf(node), kind, min, max })];
}

function checkRight(node: MdNode, kind: Kind, options: readonly MdNode[]): Finding[] {
  const id = idOf(node);
  const right = options.filter((option) => attributeOf(option, 'right') !== undefined);
  if (kind === 'order') return right.map((option) => finding(placeOf(option), 'question-order', { id }));
  if (kind === 'match') return right.map((option) => finding(placeOf(option), 'question-match', { id }));
  if (kind === 'many') {
    const mixed = right.length > 0 && right.length < options.length;
    return mixed ? [] : [finding(placeOf(node), 'question-many', { id })];
  }
  return right.length === 1 ? [] : [finding(placeOf(node), 'question-one', { id, count: right.length })];
}

function checkNoMatch(node: MdNode, options: readonly MdNode[]): Finding[] {
  return options
    .filter((option) => attributeOf(option, 'match') !== undefined)
    .map((option) => finding(placeOf(option), 'option-match', { id: idOf(node) }));
}

/** Several options may go with the same, but where all do there is nothing to find out. */
function checkPairs(node: MdNode, options: readonly MdNode[]): Finding[] {
  const id = idOf(node);
  const missing = options.filter((option) => attributeOf(option, 'match') === undefined);
  if (missing.length > 0) {
    return missing.map((option) => finding(placeOf(option), 'question-match-missing', { id }));
  }
  const texts = new Set(options.map((option) => settled(textAttribute(option, 'match'))));
  return texts.size === 1 && options.length > 1
    ? [finding(placeOf(node), 'question-match-same', { id })]
    : [];
}

/** An option is known by its text alone. */
function checkEqual(node: MdNode, options: readonly MdNode[]): Finding[] {
  const seen = new Set<string>();
  return options.flatMap((option) => {
    const text = settled(textOf(option));
    const isNew = text === '' || !seen.has(text);
    seen.add(text);
    return isNew ? [] : [finding(placeOf(option), 'option-equal', { id: idOf(node), text: shown(text) })];
  });
}

function idOf(node: MdNode): string {
  return shown(textAttribute(node, 'id'));
}
