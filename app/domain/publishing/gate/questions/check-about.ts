import type { Finding } from '../../finding.ts';
import { finding } from '../../finding-rules.ts';
import { settled, shown } from '../../text/plain-text.ts';
import { slugOf } from '../../text/slug.ts';
import {
  attributeOf,
  componentsIn,
  isBlank,
  isComponent,
  placeOf,
  textAttribute,
  textOf,
  type MdNode,
} from '../md-node.ts';

/** What a question says it is about has to be in the same module. */
export function checkAbout(tree: MdNode): Finding[] {
  const asking = [...componentsIn(tree)]
    .map(({ node }) => node)
    .filter((node) => node.name === 'Question' && attributeOf(node, 'about') !== undefined);
  if (asking.length === 0) return [];
  const known = placesIn(tree);
  return asking.flatMap((node) => {
    const about = settled(textAttribute(node, 'about'));
    if (about === '' || known.includes(about)) return [];
    const id = shown(textAttribute(node, 'id'));
    const params = { id, given: shown(about), known: known.join(', ') || '–' };
    return [finding(placeOf(node), 'question-about', params)];
  });
}

/** Ids of cases and scenarios, and slugs of the parts with a heading and text of their own. */
function placesIn(tree: MdNode): string[] {
  const ids = [...componentsIn(tree)]
    .filter(({ node }) => node.name === 'CaseStudy' || node.name === 'Scenario')
    .map(({ node }) => settled(textAttribute(node, 'id')));
  return [...new Set([...ids, ...partSlugs(tree)])].filter(Boolean);
}

/** A heading right before a scenario is the scenario's, and one with nothing under it makes no part. */
function partSlugs(tree: MdNode): string[] {
  const isNamed = (node: MdNode | undefined, name: string) =>
    node !== undefined && isComponent(node) && node.name === name;
  const nodes = (tree.children ?? []).filter((node) => !isBlank(node) && node.type !== 'definition');
  const slugs: string[] = [];
  const taken = new Set(['quiz']);
  const take = (slug: string) => {
    let free = slug;
    for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
    taken.add(free);
    return free;
  };
  let isOpen = false;
  let isBeforeFirst = true;
  let heading: string | null = null;
  for (const [index, node] of nodes.entries()) {
    if (isNamed(node, 'Question')) continue;
    if (isNamed(node, 'Scenario')) {
      take(textAttribute(node, 'id'));
      [isOpen, heading, isBeforeFirst] = [false, null, false];
    } else if (node.type === 'heading' && node.depth === 2) {
      const slug = slugOf(settled(textOf(node))) || 'part';
      const isOfScenario = isNamed(nodes[index + 1], 'Scenario');
      // What stands before the first heading is of its part.
      if (isOpen && isBeforeFirst && !isOfScenario) slugs.push(take(slug));
      else [isOpen, heading] = [false, isOfScenario ? null : slug];
      isBeforeFirst = false;
    } else {
      isOpen = true;
      if (heading) slugs.push(take(heading));
      heading = null;
    }
  }
  return slugs;
}
