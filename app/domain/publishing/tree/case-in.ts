import type { DocumentTree, TreeElement } from '../document-tree.ts';
import { elementsIn } from './tree-text.ts';

/** The case study of that id in a module, where it has one. */
export function caseIn(tree: DocumentTree, id: string): TreeElement | null {
  if (tree.kind !== 'module') return null;
  for (const part of tree.parts) {
    if (part.kind !== 'text') continue;
    for (const element of elementsIn(part.nodes)) {
      if (element.name === 'CaseStudy' && element.props?.id === id) return element;
    }
  }
  return null;
}
