import type { RawElement, RawNode } from '#app/platform/mdx/raw-node.ts';
import type { Choice, Moment, MomentEnd, Scenario } from '../document-tree.ts';
import { countWords } from '../text/plain-text.ts';
import { componentNamed } from '../grammar/grammar.ts';
import { moduleGrammar } from '../grammar/module-grammar.ts';
import { buildBlocks, buildLine, componentProps } from './build-nodes.ts';
import { plainText } from './tree-text.ts';
import { TreeRefused } from './tree-refused.ts';

const ends: readonly MomentEnd[] = ['good', 'mixed', 'bad'];

export function buildScenario(node: RawElement): Scenario {
  const { id, title } = propsOf(node, 'Scenario');
  return { id: String(id), title: String(title), moments: named(node.children, 'Moment').map(buildMoment) };
}

function buildMoment(node: RawElement): Moment {
  const { id, end } = propsOf(node, 'Moment');
  const choices = named(node.children, 'Choice');
  const rest = node.children.filter((child) => !choices.includes(child as RawElement));
  return {
    id: String(id),
    end: ends.find((known) => known === end) ?? null,
    nodes: buildBlocks(rest, moduleGrammar),
    choices: choices.map(buildChoice),
  };
}

function buildChoice(node: RawElement): Choice {
  const { to, felt } = propsOf(node, 'Choice');
  return { to: String(to), felt: String(felt), nodes: buildLine(node.children, moduleGrammar) };
}

function named(nodes: readonly RawNode[], name: string): RawElement[] {
  return nodes.filter((node): node is RawElement => typeof node === 'object' && node.name === name);
}

function propsOf(node: RawElement, name: string): Record<string, string | true> {
  const component = componentNamed(moduleGrammar, name);
  if (!component) throw new TreeRefused(`<${name}>`);
  return componentProps(node, component);
}

/** Words on the longest way through. Moments that lead back to each other count once, all of them. */
export function longestWay({ moments }: Scenario): number {
  const byId = new Map(moments.map((moment) => [moment.id, moment]));
  const next = (id: string) => (byId.get(id)?.choices ?? []).map(({ to }) => to).filter((to) => byId.has(to));
  const reach = new Map(moments.map(({ id }) => [id, spread(id, next)]));
  const isRound = (a: string, b: string) => a === b || (reach.get(a)?.has(b) && reach.get(b)?.has(a));
  const known = new Map<string, number>();
  const wayFrom = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const round = moments.filter((moment) => isRound(id, moment.id));
    const onward = round.flatMap((moment) => next(moment.id)).filter((to) => !isRound(id, to));
    const words =
      round.reduce((sum, moment) => sum + wordsOf(moment), 0) + Math.max(0, ...onward.map(wayFrom));
    for (const moment of round) known.set(moment.id, words);
    return words;
  };
  return moments[0] ? wayFrom(moments[0].id) : 0;
}

function spread(from: string, next: (id: string) => string[]): Set<string> {
  const seen = new Set(next(from));
  for (const id of seen) for (const to of next(id)) seen.add(to);
  return seen;
}

function wordsOf({ nodes, choices }: Moment): number {
  return countWords([nodes, ...choices.map((choice) => choice.nodes)].map(plainText).join(' '));
}
