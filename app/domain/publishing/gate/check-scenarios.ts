import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import {
  attributeOf,
  childComponents,
  componentsIn,
  placeOf,
  textAttribute,
  type MdNode,
} from './md-node.ts';
import { shown } from '../text/plain-text.ts';

type Step = { id: string; node: MdNode; isEnd: boolean; choices: MdNode[] };

/** Each scenario as a graph: from the first moment to every moment, and from every moment to an end. */
export function checkScenarios(tree: MdNode): Finding[] {
  return [...componentsIn(tree)].flatMap(({ node }) => (node.name === 'Scenario' ? checkScenario(node) : []));
}

function checkScenario(scenario: MdNode): Finding[] {
  const steps = childComponents(scenario, 'Moment').map((node) => ({
    id: textAttribute(node, 'id'),
    node,
    isEnd: attributeOf(node, 'end') !== undefined,
    choices: childComponents(node, 'Choice'),
  }));
  const first = steps[0];
  if (!first) return [];
  const reached = spread([first.id], (id) => steps.filter((step) => step.id === id).flatMap(targets));
  const ends = steps.filter(({ isEnd }) => isEnd).map(({ id }) => id);
  const leading = spread(ends, (id) =>
    steps.filter((step) => targets(step).includes(id)).map((step) => step.id),
  );
  return [
    ...steps.flatMap((step) => checkChoices(step)),
    ...steps.flatMap((step) => checkTargets(step, steps, textAttribute(scenario, 'id'))),
    ...steps
      .filter(({ id }) => !reached.has(id))
      .map(({ id, node }) => finding(placeOf(node), 'moment-unreached', { moment: shown(id) })),
    ...steps
      .filter(({ id }) => !leading.has(id))
      .map(({ id, node }) => finding(placeOf(node), 'moment-no-way-out', { moment: shown(id) })),
  ];
}

function targets({ choices }: Step): string[] {
  return choices.map((choice) => textAttribute(choice, 'to'));
}

function spread(from: readonly string[], next: (id: string) => string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const one of next(id)) seen.add(one);
  return seen;
}

function checkChoices({ id, node, isEnd, choices }: Step): Finding[] {
  const params = { moment: shown(id) };
  if (isEnd && choices.length > 0) return [finding(placeOf(node), 'ending-with-choices', params)];
  return !isEnd && choices.length < 2 ? [finding(placeOf(node), 'too-few-choices', params)] : [];
}

function checkTargets({ choices }: Step, steps: readonly Step[], scenario: string): Finding[] {
  return choices.flatMap((choice) => {
    const to = textAttribute(choice, 'to');
    const isKnown = to === '' || steps.some(({ id }) => id === to);
    const params = { scenario: shown(scenario), to: shown(to) };
    return isKnown ? [] : [finding(placeOf(choice), 'scenario-target', params)];
  });
}
