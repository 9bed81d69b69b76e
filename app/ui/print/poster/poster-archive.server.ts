import { setTimeout as wait } from 'node:timers/promises';
import type { ZipEntry } from '#app/platform/files/zip.server.ts';
import type { PosterOptions } from './make-poster.server.ts';
import { posterFile } from './poster-file.server.ts';
import type { PosterWords } from './poster-words.ts';

type Filed = {
  /** Without what it ends in. */
  name: string;
  words: PosterWords;
};

const patience = 20;
const pause = 3000;

/** Nobody sees the answer of an archive that has begun: so it waits rather than be turned away. */
async function made(words: PosterWords, options: PosterOptions) {
  for (let tries = 1; ; tries += 1) {
    const file = await posterFile(words, options);
    if ('ok' in file || file.refused !== 'busy') return file;
    if (tries === patience) throw new Error('The printer was busy for too long.');
    await wait(pause);
  }
}

/**
 * Posters as the files of an archive, one after the other: whoever waits for a page is not kept waiting by fifty of them.
 * One that cannot be printed in this size keeps nobody from the others: a note at the end names it.
 */
export async function* postersInArchive(
  posters: readonly Filed[],
  options: PosterOptions,
  noteOn: (leftOut: string[]) => string,
): AsyncGenerator<ZipEntry> {
  const leftOut: string[] = [];
  for (const { name, words } of posters) {
    const file = await made(words, options);
    if ('ok' in file) yield { name: `${name}.${file.extension}`, bytes: file.bytes };
    else leftOut.push(words.title);
  }
  if (leftOut.length > 0) yield { name: 'left-out.txt', bytes: Buffer.from(`${noteOn(leftOut)}\n`) };
}
