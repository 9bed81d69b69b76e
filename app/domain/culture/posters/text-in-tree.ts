import type { CultureTree, TreeElement } from '#app/domain/publishing/document-tree.ts';
import {
  posterPalettes,
  posterTemplates,
  type PosterTemplate,
} from '#app/domain/publishing/grammar/poster-grammar.ts';
import { elementsIn, plainText } from '#app/domain/publishing/tree/tree-text.ts';
import type { PosterLine, PosterText } from './poster.ts';

const known = (name: unknown): name is PosterTemplate =>
  typeof name === 'string' && Object.hasOwn(posterTemplates, name);

/** What stands on a poster; the gate has seen to it that its template has a place for each. */
export function textInTree(front: Record<string, unknown>, { nodes }: CultureTree): PosterText {
  const all = (name: string) => nodes.filter((node) => node.name === name);
  const text = (node: TreeElement) => plainText(node.children ?? []);
  const prop = (node: TreeElement, name: string) => String(node.props?.[name] ?? '');
  const lines = (name: string): PosterLine[] =>
    all(name).map((node) => ({ text: text(node), language: prop(node, 'lang') || null }));
  const one = <T>(name: string, make: (node: TreeElement) => T): T | null => {
    const [node] = all(name);
    return node ? make(node) : null;
  };
  const steps = all('Steps').flatMap((node) => [...elementsIn(node.children ?? [])]);
  return {
    template: known(front.template) ? front.template : 'big-words',
    palette: posterPalettes.find((palette) => palette === front.palette) ?? 'paper',
    headlines: lines('Headline'),
    lines: lines('Line'),
    attribution: one('Attribution', text),
    bad: one('Bad', text),
    good: one('Good', text),
    number: one('Number', text),
    quote: one('Quote', (node) => ({ text: text(node), by: prop(node, 'by') })),
    thanks: one('Thanks', (node) => ({ to: prop(node, 'to'), text: text(node) })),
    steps: steps.filter(({ name }) => name === 'li').map(text),
    ask: one('Ask', text),
    figure: one('Figure', (node) => ({ src: prop(node, 'src'), alt: prop(node, 'alt') })),
  };
}
