import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringUpToDate } from '../../bin/bring-up-to-date.mjs';
import { fingerprint, hasSameContent, hasSameTimes, listFiles, readStore } from '../../bin/fingerprint.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'everyhand-fingerprint-'));
  write('app/a.ts', 'a');
  write('app/generated/b.ts', 'b');
  write('lock.json', '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function touch(path: string) {
  utimesSync(join(root, path), new Date(), new Date(Date.now() + 5000));
}

describe('fingerprints', () => {
  test('list files and folders, without what is missing or ignored', () => {
    const files = listFiles(root, ['lock.json', 'app', 'absent'], (path) => path.includes('generated'));
    expect(files).toEqual(['app/a.ts', 'lock.json']);
  });

  test('see a touched file as the same, and a changed, new or removed one as another', () => {
    const take = () => fingerprint(root, listFiles(root, ['app']));
    const before = take();
    touch('app/a.ts');
    expect(hasSameTimes(before, take())).toBe(false);
    expect(hasSameContent(before, take())).toBe(true);
    write('app/a.ts', 'z');
    expect(hasSameContent(before, take())).toBe(false);
    write('app/a.ts', 'a');
    write('app/new.ts', '');
    expect(hasSameContent(before, take())).toBe(false);
    rmSync(join(root, 'app/new.ts'));
    rmSync(join(root, 'app/generated'), { recursive: true });
    expect(hasSameContent(before, take())).toBe(false);
  });

  test('read a damaged store as an empty one', () => {
    write('store.json', '{"half');
    expect(readStore(join(root, 'store.json'))).toEqual({});
  });
});

describe('a step', () => {
  const silence = { write: () => true };
  let runs: number;

  const aStep = (recipe = '') => ({
    name: 'build',
    title: 'Building',
    store: 'build/store.json',
    inputs: ['app'],
    outputs: ['build/out.js'],
    recipe,
    run: () => {
      runs += 1;
      write('build/out.js', '');
    },
  });
  const bring = (recipe?: string) => bringUpToDate(root, [aStep(recipe)], { stream: silence });

  beforeEach(() => {
    runs = 0;
  });

  test('runs once while nothing changes', async () => {
    expect(await bring()).toEqual(['build']);
    touch('app/a.ts');
    expect(await bring()).toEqual([]);
    expect(runs).toBe(1);
  });

  test.each([
    ['an input', () => write('app/a.ts', 'changed')],
    ['an output that is gone', () => rmSync(join(root, 'build/out.js'))],
  ])('runs again for %s', async (_what, change) => {
    await bring();
    change();
    await bring();
    expect(runs).toBe(2);
  });

  test('runs again for another recipe', async () => {
    await bring('node 20');
    await bring('node 22');
    expect(runs).toBe(2);
  });

  test('that failed is not taken for done', async () => {
    const failing = { ...aStep(), run: () => Promise.reject(new Error('no')) };
    await expect(bringUpToDate(root, [failing], { stream: silence })).rejects.toThrow('no');
    await bring();
    expect(runs).toBe(1);
  });

  test('already done by hand is recorded, not run', async () => {
    write('build/out.js', '');
    const step = { ...aStep(), isDoneAlready: () => true };
    await bringUpToDate(root, [step], { stream: silence });
    expect(runs).toBe(0);
    expect(readStore(join(root, 'build/store.json'))).toHaveProperty('build');
  });
});
