import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '#app/platform/mdx/yaml-data.ts';
import { vocabularyFile, type Vocabulary } from './vocabulary.ts';

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
  const files = [path.join(folder, 'functions.yaml'), path.join(folder, 'standards.yaml')] as const;
  const functions = await idsIn(files[0]);
  if (functions === 'absent') return null;
  const standards = await idsIn(files[1]);
  const unfit = files.filter((_, index) => !Array.isArray([functions, standards][index]));
  const isFit = Array.isArray(functions) && Array.isArray(standards);
  return { vocabulary: isFit ? { functions, standards } : null, unfit };
}

async function idsIn(file: string): Promise<string[] | 'absent' | 'unfit'> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return 'absent';
  const read = readYaml(text);
  const parsed = 'ok' in read ? vocabularyFile.safeParse(read.data) : null;
  return parsed?.success ? parsed.data.map(({ id }) => id) : 'unfit';
}
