import type { Finding } from '../finding.ts';
import { finding, inSourceOrder } from '../finding-rules.ts';
import type { ContentDocument } from '../read-content.work.server.ts';
import { shown } from '../text/plain-text.ts';
import { adviseModule, type CompiledModule } from './advise-module.ts';
import { paragraphsOf, placeOfWords, wordsOf } from './prose.ts';

/** Two authors hit upon seven words in the same sequence by chance; eight are a phrase. */
const phrase = 8;

type Read = { file: string; module: CompiledModule };

/** Advice on the sound modules among the documents, by file. */
export function adviseContent(documents: readonly ContentDocument[]): Map<string, Finding[]> {
  const modules = documents.flatMap(({ file, result }) =>
    'ok' in result && result.compiled.kind === 'module'
      ? [{ file, module: result.compiled as CompiledModule }]
      : [],
  );
  const repeated = findRepeated(modules);
  return new Map(
    modules.map(({ file, module }) => [
      file,
      inSourceOrder([...adviseModule(module), ...(repeated.get(file) ?? [])]),
    ]),
  );
}

/** Phrases that a module has from one before it in the same language; of a run of them the first. */
function findRepeated(modules: readonly Read[]): Map<string, Finding[]> {
  const first = new Map<string, string>();
  const found = new Map<string, Finding[]>();
  for (const { file, module } of modules) {
    const own = new Set<string>();
    for (const text of paragraphsOf(module.tree)) {
      const words = wordsOf(text);
      let reported = -phrase;
      for (let at = 0; at + phrase <= words.length; at += 1) {
        const run = words.slice(at, at + phrase);
        const key = `${module.language} ${run.join(' ')}`;
        own.add(key);
        const other = first.get(key);
        if (other === undefined || at < reported + phrase) continue;
        reported = at;
        const params = { words: shown(run.join(' ')), file: other };
        const one = finding(placeOfWords(module.source, run), 'phrase-repeated', params);
        found.set(file, [...(found.get(file) ?? []), one]);
      }
    }
    for (const key of own) if (!first.has(key)) first.set(key, file);
  }
  return found;
}
