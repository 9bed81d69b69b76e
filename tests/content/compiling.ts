import { readFileSync } from 'node:fs';
import {
  compileDocument,
  type Compiled,
  type DocumentKind,
} from '#app/domain/publishing/compile-document.work.server.ts';
import type { Vocabulary } from '#app/domain/publishing/content/vocabulary.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';

const vocabulary: Vocabulary = {
  functions: ['sales', 'finance', 'shipping'],
  standards: ['set-expectations', 'own-the-next-hour'],
  sources: ['solomon-everyone'],
};

export const head = '---\ntitle: A title\nlanguage: en\nminutes: 5\npass: 80\n---\n\n';

export async function findingsIn(source: string, kind: DocumentKind = 'module'): Promise<Finding[]> {
  const result = await compileDocument({ kind, slug: 'a-document', source, vocabulary });
  return 'refused' in result ? result.findings : [];
}

export async function compiled(source: string): Promise<Compiled & { tree: ModuleTree }> {
  const result = await compileDocument({ kind: 'module', slug: 'a-document', source, vocabulary });
  if ('refused' in result) throw new Error(JSON.stringify(result.findings));
  if (result.compiled.tree.kind !== 'module') throw new Error('not a module');
  return { ...result.compiled, tree: result.compiled.tree };
}

export const richSource = readFileSync(new URL('./fixtures/rich-module.mdx', import.meta.url), 'utf8');
