import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../bin/browser.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-browser-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, exitCode = 0) {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the one that is named wins over those on the path', () => {
  program('chromium');
  const named = program('my-browser');
  expect(findBrowser({ env: { EVERYHAND_CHROMIUM: named, PATH: folder } })).toBe(named);
});

test('Chrome on the path comes before Chromium', () => {
  program('chromium');
  const chrome = program('google-chrome');
  expect(findBrowser({ env: { PATH: folder } })).toBe(chrome);
});

test('a stub that does not start is passed over', () => {
  program('google-chrome', 1);
  const chromium = program('chromium');
  expect(findBrowser({ env: { PATH: folder } })).toBe(chromium);
});

test('nothing works: nothing is found', () => {
  program('chromium');
  expect(findBrowser({ env: { PATH: folder }, works: () => false })).toBeUndefined();
});
