import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { cachedPrint, configurePrintCache, printKey } from '#app/platform/print/print-cache.server.ts';

let folder: string;
let made: string[];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'everyhand-prints-')), 'cache/prints');
  configurePrintCache(folder);
  made = [];
});
afterEach(() => {
  configurePrintCache(null);
  rmSync(join(folder, '../..'), { recursive: true, force: true });
});

const print = (what: string, size = 20) =>
  cachedPrint(printKey(what), 'pdf', async () => {
    made.push(what);
    return { ok: true, bytes: Buffer.alloc(size, what) };
  });
const textOf = async (coming: ReturnType<typeof print>) => {
  const { bytes } = (await coming) as { bytes: Buffer };
  return bytes.toString();
};

test('what was printed once is not printed again', async () => {
  const first = await textOf(print('a'));
  expect(first).toBe('a'.repeat(20));
  expect(await textOf(print('a'))).toBe(first);
  expect(await textOf(print('b'))).not.toBe(first);
  expect(made).toEqual(['a', 'b']);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('who asks for the same at the same time gets the same', async () => {
  expect(await Promise.all([print('a'), print('a'), print('a')].map(textOf))).toHaveLength(3);
  expect(made).toEqual(['a']);
});

test('a damaged file is made again', async () => {
  await print('a');
  const [name = ''] = readdirSync(folder);
  const path = join(folder, name);
  const damages = [
    () => truncateSync(path, 40),
    () => truncateSync(path, 0),
    () => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 1]! ^= 1;
      writeFileSync(path, bytes);
    },
  ];
  for (const damage of damages) {
    damage();
    expect(await textOf(print('a'))).toBe('a'.repeat(20));
  }
  expect(made).toHaveLength(1 + damages.length);
});

test('what was asked for longest ago goes first', async () => {
  configurePrintCache(folder, 1000);
  const at = (minute: number, what: string) =>
    underClock(new Date(Date.UTC(2026, 2, 1, 9, minute)), () => print(what, 200));
  for (const [minute, what] of ['a', 'b', 'c', 'd'].entries()) await at(minute, what);
  await at(10, 'a');
  // 232 bytes each: the fifth is one too many, and makes room for others too.
  await at(11, 'e');
  made = [];
  for (const what of ['a', 'd', 'e']) await at(12, what);
  expect(made).toEqual([]);
  await at(13, 'b');
  expect(made).toEqual(['b']);
});

test('two writers and a half-written file harm nobody', async () => {
  await print('a');
  const [name = ''] = readdirSync(folder);
  const half = join(folder, `${name}.0123456789ab`);
  writeFileSync(half, 'half');
  rmSync(join(folder, name));
  // As another process would, which knows nothing of this one.
  const other = print('a');
  configurePrintCache(folder);
  const again = cachedPrint(printKey('a'), 'png', async () => ({ ok: true, bytes: Buffer.from('other') }));
  await Promise.all([other, again]);
  expect(readdirSync(folder)).toContain(`${name}.0123456789ab`);
  utimesSync(half, new Date(0), new Date(0));
  configurePrintCache(folder);
  await print('b');
  expect(readdirSync(folder).filter((file) => file.endsWith('0123456789ab'))).toEqual([]);
});

test('a refusal is not kept, and an error neither', async () => {
  let asked = 0;
  const refuse = () =>
    cachedPrint<{ refused: 'busy' }>(printKey('x'), 'pdf', async () => {
      asked += 1;
      if (asked === 3) throw new Error('a fault');
      return { refused: 'busy' };
    });
  expect(await refuse()).toEqual({ refused: 'busy' });
  expect(await refuse()).toEqual({ refused: 'busy' });
  await expect(refuse()).rejects.toThrow('a fault');
  expect(await refuse()).toEqual({ refused: 'busy' });
});

test('a folder that cannot be written keeps nobody from printing', async () => {
  const file = join(folder, '..', '..', 'file');
  writeFileSync(file, '');
  configurePrintCache(join(file, 'prints'));
  expect(await textOf(print('a'))).toBe('a'.repeat(20));
});

test('a key knows words, pictures and numbers apart, and no order of names', () => {
  const key = printKey({ a: 1, b: new Uint8Array([1, 2]) });
  expect(printKey({ b: Buffer.from([1, 2]), a: 1 })).toBe(key);
  const others = [
    { a: '1', b: new Uint8Array([1, 2]) },
    { a: 1, b: new Uint8Array([1, 3]) },
    { a: 1, b: [1, 2] },
    { a: 1 },
  ];
  expect(new Set([key, ...others.map((other) => printKey(other))]).size).toBe(5);
});
