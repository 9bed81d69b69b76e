import { isCultureTree } from '../document-tree.ts';
import { finding } from '../finding-rules.ts';
import { referencesIn } from '../tree/references-in.ts';
import { fullSlug } from './content-name.ts';
import { start, type ReadDocument, type Sound, type Tell } from './read-document.ts';

/** What newsletter, posters, talks and sheets name of other documents, where those are read together with them. */
export function checkReferences(
  documents: readonly ReadDocument[],
  sound: readonly Sound[],
  tell: Tell,
): void {
  const isThere = (kind: string) => documents.some(({ name }) => name.kind === kind);
  if (!isThere('module')) return;
  const cases = new Set(sound.flatMap(({ compiled }) => compiled.caseIds));
  // A module that is broken may have the case: its own findings are told, and no others because of it.
  const isModuleBroken = documents.some(({ name, result }) => name.kind === 'module' && 'refused' in result);
  const slugs = (kind: string) =>
    new Set(documents.filter(({ name }) => name.kind === kind).map(({ name }) => fullSlug(name)));
  const [posters, modules] = [slugs('poster'), slugs('module')];
  for (const document of sound) {
    const { tree, front } = document.compiled;
    if (!isCultureTree(tree)) continue;
    for (const { kind, name } of referencesIn(tree)) {
      const place = placeOf(document, name);
      if (kind === 'case' && !isModuleBroken && !cases.has(name)) {
        tell(document, finding(place, 'case-unknown', { given: name }));
      }
      if (kind === 'poster' && !posters.has(name)) {
        tell(document, finding(place, 'poster-unknown', { given: name }));
      }
    }
    const refreshes = 'refreshes' in front ? front.refreshes : undefined;
    if (refreshes !== undefined && !modules.has(refreshes)) {
      tell(document, finding(placeOf(document, refreshes), 'module-unknown', { given: refreshes }));
    }
  }
}

function placeOf({ compiled }: Sound, name: string): { line: number; column: number } {
  const lines = compiled.source.split('\n');
  const index = lines.findIndex((line) => line.includes(name));
  return index < 0 ? start : { line: index + 1, column: (lines[index]?.indexOf(name) ?? 0) + 1 };
}
