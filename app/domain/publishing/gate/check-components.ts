import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { componentNamed, componentNames, type Component, type Grammar } from '../grammar/grammar.ts';
import type { Vocabulary } from '../content/vocabulary.ts';
import { checkProps } from './check-props.ts';
import { checkUrl } from './check-url.ts';
import { componentsIn, isCode, placeOf, textAttribute, type MdAttribute, type MdNode } from './md-node.ts';
import { settled, shown } from '../text/plain-text.ts';

/** Names and attributes, each component by itself. */
export function checkComponents(tree: MdNode, grammar: Grammar, vocabulary: Vocabulary | null): Finding[] {
  return [...componentsIn(tree)].flatMap(({ node }) => {
    const component = componentNamed(grammar, node.name);
    if (!component) return checkUnknown(node, grammar);
    return [...checkAttributes(node, component), ...checkWords(node, vocabulary), ...checkSource(node)];
  });
}

function checkUnknown(node: MdNode, grammar: Grammar): Finding[] {
  const place = placeOf(node);
  const name = shown(node.name ?? '');
  const spelled = (node.attributes ?? []).flatMap((attribute) => checkForm(attribute, node));
  if (name === '') return [finding(place, 'fragment', {}), ...spelled];
  if (/^[a-z][a-z0-9-]*$/.test(name)) return [finding(place, 'html-tag', { name }), ...spelled];
  return [
    finding(place, 'unknown-component', { name, known: componentNames(grammar).join(', ') }),
    ...spelled,
  ];
}

function checkAttributes(node: MdNode, component: Component): Finding[] {
  const attributes = node.attributes ?? [];
  const wrong = attributes.flatMap((attribute) => checkForm(attribute, node));
  const given = new Map<string, MdAttribute>();
  for (const attribute of attributes) {
    const name = attribute.name ?? '';
    if (given.has(name)) {
      const place = placeOf(attribute, placeOf(node));
      wrong.push(finding(place, 'prop-twice', { component: node.name ?? '', prop: shown(name) }));
    }
    if (attribute.type === 'mdxJsxAttribute') given.set(name, attribute);
  }
  return [...wrong, ...checkProps(node, component, given)];
}

/** A quoted string, or the bare name: whatever else stands there is code. */
function checkForm(attribute: MdAttribute, node: MdNode): Finding[] {
  const place = placeOf(attribute, placeOf(node));
  const component = shown(node.name ?? '');
  if (attribute.type !== 'mdxJsxAttribute') return [finding(place, 'spread', { component })];
  if (!isCode(attribute.value)) return [];
  const { value } = attribute.value as { value?: unknown };
  const written = settled(typeof value === 'string' ? value : '').replace(/^["'`]|["'`]$/g, '');
  const prop = shown(attribute.name ?? '');
  return [finding(place, 'attribute-braces', { component, prop, value: shown(written) })];
}

function checkWords(node: MdNode, vocabulary: Vocabulary | null): Finding[] {
  if (!vocabulary) return [];
  const place = placeOf(node);
  const found: Finding[] = [];
  const inFunction = textAttribute(node, 'function');
  if (inFunction !== '' && !vocabulary.functions.includes(inFunction)) {
    const known = vocabulary.functions.join(', ');
    found.push(finding(place, 'function-unknown', { given: shown(inFunction), known }));
  }
  const standard = textAttribute(node, 'standard');
  if (standard !== '' && !vocabulary.standards.includes(standard)) {
    const known = vocabulary.standards.join(', ');
    found.push(finding(place, 'standard-unknown', { given: shown(standard), known }));
  }
  return found;
}

function checkSource(node: MdNode): Finding[] {
  const source = textAttribute(node, 'src');
  return source === '' ? [] : checkUrl(source, 'image', placeOf(node));
}
