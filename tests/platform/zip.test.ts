import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ZipEntry } from '#app/platform/files/zip.server.ts';
import { safeFileName, zipChunks } from '#app/platform/files/zip.server.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>) {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipChunks(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('files come out as they went in, one after another', async () => {
  let asked = 0;
  async function* some() {
    for (const name of ['Wand.pdf', 'Łódź – ŚĆ.png', 'كل يد.pdf']) {
      asked += 1;
      yield { name, bytes: bytes(name.repeat(1000)) };
    }
  }
  const pieces = zipChunks(some());
  await pieces.next();
  expect(asked, 'no file is asked for before the one before it is on its way').toBe(1);
  for await (const piece of pieces) void piece;
  const found = unzipSync(await zip(some()));
  expect(Object.keys(found)).toEqual(['Wand.pdf', 'Łódź – ŚĆ.png', 'كل يد.pdf']);
  expect(Buffer.from(found['كل يد.pdf']!).toString()).toBe('كل يد.pdf'.repeat(1000));
});

test('no two have the same name, whatever a system thinks of large letters', async () => {
  const names = ['a.pdf', 'A.pdf', 'a.pdf', 'a-2.pdf', 'a'];
  const found = unzipSync(await zip(names.map((name, index) => ({ name, bytes: bytes(String(index)) }))));
  expect(Object.entries(found).map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
    ['a.pdf', '0'],
    ['A-2.pdf', '1'],
    ['a-3.pdf', '2'],
    ['a-2-2.pdf', '3'],
    ['a', '4'],
  ]);
});

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Windows\\x.pdf', 'C-Windows-x.pdf'],
  ['a\u0000b\u202ec.pdf', 'a-b-c.pdf'],
  ['  ..  ', 'file'],
  ['', 'file'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  ['Do it? Yes: <now> | "today"*.png', 'Do it- Yes- -now- - -today-.png'],
])('%j is written as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a very long name keeps its ending', () => {
  const name = safeFileName(`${'ж'.repeat(400)}.pdf`);
  expect(name).toHaveLength(120);
  expect(name.endsWith('ж.pdf')).toBe(true);
});

test('an archive of nothing is one, and what a file throws ends it', async () => {
  expect(unzipSync(await zip([]))).toEqual({});
  const broken = zip(
    (async function* () {
      yield { name: 'a', bytes: bytes('a') };
      throw new Error('no poster');
    })(),
  );
  await expect(broken).rejects.toThrow('no poster');
});
