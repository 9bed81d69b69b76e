import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { childComponents, componentsIn, placeOf, textAttribute, type MdNode } from './md-node.ts';

const withId = ['CaseStudy', 'Scenario', 'Question', 'Story'];

/** Cases, scenarios, questions and stories share one page; moments are of their scenario. */
export function checkIds(tree: MdNode): Finding[] {
  const all = [...componentsIn(tree)].map(({ node }) => node);
  return [
    ...twice(all.filter(({ name }) => withId.includes(name ?? ''))),
    ...all
      .filter(({ name }) => name === 'Scenario')
      .flatMap((node) => twice(childComponents(node, 'Moment'))),
  ];
}

function twice(nodes: readonly MdNode[]): Finding[] {
  const first = new Map<string, number>();
  return nodes.flatMap((node) => {
    const id = textAttribute(node, 'id');
    const before = first.get(id);
    if (id === '') return [];
    if (before !== undefined) return [finding(placeOf(node), 'id-twice', { id, first: before })];
    first.set(id, placeOf(node).line);
    return [];
  });
}
