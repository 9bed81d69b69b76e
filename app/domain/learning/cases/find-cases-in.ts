import type { ModuleTree, TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { elementsIn, plainText } from '#app/domain/publishing/tree/tree-text.ts';
import type { Case, CaseModule, CaseText } from './case.ts';

type Edition = { tree: ModuleTree; front: Record<string, unknown>; language: string; module: CaseModule };

/** The cases of one edition of a module, in their order. A case that names no function is its module's. */
export function findCasesIn({ tree, front, language, module }: Edition): Case[] {
  const nodes = tree.parts.flatMap((part) => (part.kind === 'text' ? part.nodes : []));
  return [...elementsIn(nodes)]
    .filter(({ name }) => name === 'CaseStudy')
    .map((element) => ({
      id: textProp(element, 'id') ?? '',
      title: textProp(element, 'title') ?? '',
      function: textProp(element, 'function') ?? (typeof front.function === 'string' ? front.function : null),
      standard: textProp(element, 'standard'),
      language,
      module,
      element,
      text: textOfCase(element),
    }));
}

function textProp(element: TreeElement, name: string): string | null {
  const value = element.props?.[name];
  return typeof value === 'string' ? value : null;
}

function textOfCase(element: TreeElement): CaseText {
  const all = [...elementsIn(element.children ?? [])];
  const within = (...names: string[]) =>
    all
      .filter(({ name }) => names.includes(name))
      .map((one) => plainText(one.children ?? []))
      .join(' ');
  return {
    situation: within('Situation'),
    said: all.filter(isSide).map(toldIn).join(' '),
    lesson: within('Lesson'),
  };
}

const isSide = ({ name }: TreeElement) => name === 'Bad' || name === 'Good';

/** What was said and done, and what came of it. */
function toldIn(side: TreeElement): string {
  return (side.children ?? []).map(lineOf).filter(Boolean).join(' ');
}

function lineOf(child: TreeNode): string {
  const who = typeof child === 'string' ? null : textProp(child, 'who');
  return who === null ? plainText([child]) : `${who}: ${plainText([child])}`;
}
