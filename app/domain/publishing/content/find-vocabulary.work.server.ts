import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '#app/platform/mdx/yaml-data.ts';
import { functionsFile, idsFile, type Vocabulary } from './vocabulary.ts';

export type FoundVocabulary = {
  /** The content root that the file stands in. */
  root: string | null;
  vocabulary: Vocabulary | null;
  /** The files of the vocabulary that cannot be used. */
  unfit: string[];
};

/** Of the content root above a file; outside of one, of the program's own content. */
export async function findVocabulary(file: string): Promise<FoundVocabulary> {
  const start = path.dirname(path.resolve(file));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = await vocabularyIn(folder);
    if (found) return { root: folder, ...found };
    if (folder === path.dirname(folder)) break;
  }
  const own = await vocabularyIn(path.resolve('content'));
  return { root: null, vocabulary: own?.vocabulary ?? null, unfit: [] };
}

async function vocabularyIn(folder: string): Promise<Omit<FoundVocabulary, 'root'> | null> {
  const at = (name: string) => path.join(folder, name);
  const functions = await idsIn(at('functions.yaml'), functionsFile);
  if (functions === 'absent') return null;
  const standards = await idsIn(at('standards.yaml'), idsFile);
  const found = await idsIn(at('sources.yaml'), idsFile);
  // A company may name no sources; then a text can name none of them either.
  const sources = found === 'absent' ? [] : found;
  const lists = { 'functions.yaml': functions, 'standards.yaml': standards, 'sources.yaml': sources };
  const unfit = Object.entries(lists).flatMap(([name, ids]) => (Array.isArray(ids) ? [] : [at(name)]));
  const isFit = Array.isArray(functions) && Array.isArray(standards) && Array.isArray(sources);
  return { vocabulary: isFit ? { functions, standards, sources } : null, unfit };
}

async function idsIn(
  file: string,
  shape: typeof functionsFile | typeof idsFile,
): Promise<string[] | 'absent' | 'unfit'> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return 'absent';
  const read = readYaml(text);
  const parsed = 'ok' in read ? shape.safeParse(read.data) : null;
  return parsed?.success ? parsed.data.map(({ id }) => id) : 'unfit';
}
