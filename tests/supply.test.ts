import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  license?: string;
  hasInstallScript?: boolean;
};

const { packages } = read('package-lock.json') as { packages: Record<string, Entry> };
const entries = Object.entries(packages).filter(([path]) => path !== '');
const manifest = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'allowScripts',
  Record<string, string | boolean>
>;

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What may be used in a program under MIT that companies run themselves. */
const allowedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Of these each is used as it comes, unchanged and beside the program. */
const allowedFor: Record<string, RegExp> = {
  'MPL-2.0': /^(@axe-core\/playwright|axe-core|lightningcss(-.+)?)$/,
  'LGPL-3.0-or-later': /^@img\/sharp-(libvips-|win32-|wasm32)/,
  'CC-BY-3.0': /^spdx-exceptions$/,
  'CC-BY-4.0': /^caniuse-lite$/,
  'EPL-2.0': /^elkjs$/,
};

/** Packages that name no licence where a program would look, and bring its text or belong to one that does. */
const readByHand: Record<string, string> = {
  '@inlang/plugin-message-format': 'MIT',
  '@lix-js/sdk-linux-x64': 'MIT',
  'require-like': 'MIT',
  'seq-queue': 'MIT',
};

const isAllowed = (licence: string, name: string): boolean =>
  allowedLicences.has(licence) || (allowedFor[licence]?.test(name) ?? false);

/** `(MIT OR CC0-1.0)`, `Apache-2.0 AND MIT`. */
function isAcceptable(expression: string, name: string): boolean {
  const plain = expression.replace(/[()]/g, '');
  return plain
    .split(/ and /i)
    .every((one) => one.split(' OR ').some((licence) => isAllowed(licence.trim(), name)));
}

/**
 * A binary for another kind of machine: npm writes it into the lock by name and version alone where it was made
 * on a machine that has no use for it.
 */
const isOfOtherMachines = ([, { optional, integrity, resolved, link }]: [string, Entry]) =>
  optional === true && integrity === undefined && resolved === undefined && !link;

/** From the lock; a package that says it there in no way is asked itself. */
function licenceOf(path: string, { license }: Entry): string {
  if (license) return license;
  if (!existsSync(join(root, path, 'package.json'))) return 'none';
  const own = read(`${path}/package.json`) as {
    license?: string | { type: string };
    licenses?: { type: string }[];
  };
  const said = own.license ?? own.licenses?.[0];
  return (typeof said === 'string' ? said : said?.type) ?? 'none';
}

describe('what the program is made of', () => {
  test('comes from a registry, each package with the hash of what it holds and no address of its own', () => {
    expect(entries.length).toBeGreaterThan(500);
    const strays = entries
      .filter((entry) => !isOfOtherMachines(entry))
      .filter(
        ([, { version, resolved, integrity, link }]) =>
          link ||
          resolved !== undefined ||
          !/^\d+\.\d+\.\d+/.test(version ?? '') ||
          !integrity?.startsWith('sha512-'),
      );
    expect(strays.map(([path]) => path)).toEqual([]);
  });

  test('is asked for by exact versions', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(String(version)))).toEqual([]);
  });

  test('runs nothing at its installation that is not on the list', () => {
    const running = entries
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    const listed = Object.keys(manifest.allowScripts);
    expect([...new Set(running)].filter((name) => !listed.includes(name))).toEqual([]);
    expect(
      listed.filter((name) => !running.includes(name)),
      'on the list for nothing',
    ).toEqual([]);
  });

  test('may be used, every part of it', () => {
    const refused = entries.flatMap(([path, entry]) => {
      if (isOfOtherMachines([path, entry])) return [];
      const licence = readByHand[nameOf(path)] ?? licenceOf(path, entry);
      return isAcceptable(licence, nameOf(path)) ? [] : [`${nameOf(path)}: ${licence}`];
    });
    expect(refused).toEqual([]);
  });
});

test('what may not be used would be found', () => {
  for (const licence of [
    'GPL-3.0-only',
    'AGPL-3.0',
    'UNLICENSED',
    'none',
    'MIT AND GPL-2.0',
    'SEE LICENSE IN X',
  ]) {
    expect(isAcceptable(licence, 'x'), licence).toBe(false);
  }
  expect(isAcceptable('(MIT OR GPL-3.0)', 'x')).toBe(true);
  expect(isAcceptable('MPL-2.0', 'x')).toBe(false);
});
