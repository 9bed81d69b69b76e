import type { CultureTree } from '../document-tree.ts';
import { elementsIn } from './tree-text.ts';

/** What a document shows of others, in its order: a case study of a module, a poster. */
export type NamedReference = { kind: 'case' | 'poster'; name: string };

const named = { CaseFrom: ['case', 'case'], PosterFrom: ['poster', 'poster'] } as const;

export function referencesIn({ nodes }: CultureTree): NamedReference[] {
  return [...elementsIn(nodes)].flatMap(({ name, props }) => {
    if (name !== 'CaseFrom' && name !== 'PosterFrom') return [];
    const [kind, prop] = named[name];
    return [{ kind, name: String(props?.[prop]) }];
  });
}

/** As a `Reference` row has it. */
export function partOf({ kind, name }: NamedReference): string {
  return `${kind}:${name}`;
}
