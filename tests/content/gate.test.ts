import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDocument } from '#app/domain/publishing/compile-document.work.server.ts';
import { bundleMdx } from '#app/platform/mdx/bundle-mdx.server.ts';
import { findingsIn, head, richSource } from './compiling.ts';
import { expected } from './hostile/expected.ts';

const folder = new URL('./hostile/', import.meta.url).pathname;
const canaryFile = path.join(tmpdir(), 'everyhand-canary');
const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'));

/** Read as bytes are read by the command line: broken ones are a finding of its own, and tested there. */
const decoded = files.filter((file) => file !== 'not-utf-8.mdx');

function canary(): unknown {
  return (globalThis as { everyhandCanary?: unknown }).everyhandCanary;
}

beforeAll(() => rmSync(canaryFile, { force: true }));

afterAll(() => {
  expect(canary()).toBeUndefined();
  expect(existsSync(canaryFile)).toBe(false);
});

describe('hostile documents', () => {
  it('are as many as the table expects', () => {
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(files.length).toBeGreaterThan(45);
  });

  it.each(decoded)('refuses %s with its rules and places, and runs nothing of it', async (file) => {
    const findings = await findingsIn(readFileSync(path.join(folder, file), 'utf8'));
    expect(findings.map(({ rule, line }) => `${rule}:${line}`).join(' ')).toBe(expected[file]);
    expect(findings.every(({ column }) => column >= 1)).toBe(true);
    expect(canary()).toBeUndefined();
    expect(existsSync(canaryFile)).toBe(false);
  });

  it('are all refused within a small heap', async () => {
    const command =
      "import('#app/cli/check-content.ts').then(async (it) => process.exit(await it.checkContentCommand([process.argv[1]])))";
    const flags = [
      '--max-old-space-size=160',
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      command,
      folder,
    ];
    const run = promisify(execFile)(process.execPath, flags, { maxBuffer: 10_000_000 });
    const failure = await run.then(() => null).catch((error: { code: number; stdout: string }) => error);
    expect(failure?.code).toBe(1);
    expect(failure?.stdout).toContain(`${files.length} documents checked`);
  }, 120_000);
});

/** The gate left open on purpose: the walls behind it must hold alone. */
describe('behind the gate', () => {
  const open = (body: string) => bundleMdx({ body, components: ['Lead'], inspect: () => true });

  it.each([
    ["import fs from 'node:fs'\n\n{fs.readFileSync('/etc/hostname', 'utf8')}"],
    ["import data from '../../package.json'\n\n{data.name}"],
    ["import React from 'react'\n\n{React.version}"],
    ['{process.env.HOME}'],
    ["{require('node:fs')}"],
    ["{new Function('return process')().env.HOME}"],
    ["{globalThis.constructor.constructor('return process')().env.HOME}"],
    ["{(() => {}).constructor('return this')().process.env.HOME}"],
    ['{(() => { while (true) {} })()}'],
    ['---js\n{ get a() { globalThis.everyhandCanary = 1 } }\n---\n\ntext {a}'],
  ])('nothing is reached by %s', async (body) => {
    expect(await open(body)).toMatchObject({ refused: 'syntax' });
    expect(canary()).toBeUndefined();
  });

  it('gives the code a world of its own', async () => {
    expect(await open('{globalThis.everyhandCanary = 1}{typeof process}{typeof require}')).toMatchObject({
      ok: true,
    });
    expect(canary()).toBeUndefined();
  });
});

describe('honest documents', () => {
  it('lets a rich module through', async () => {
    expect(await findingsIn(richSource)).toEqual([]);
  });

  it('tells every finding at once, in the order of the text', async () => {
    const body = "import a from 'a'\n\n# One\n\n<Unknown />\n\n[a](javascript:x) {1}\n\n![](b.png)\n";
    const findings = await findingsIn(head.replace('pass: 80', 'pass: 101\nextra: 1') + body);
    expect(findings.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [5, 1, 'key-range'],
      [6, 1, 'key-unknown'],
      [9, 1, 'import-export'],
      [11, 1, 'heading-one'],
      [13, 1, 'unknown-component'],
      [15, 1, 'url-scheme'],
      [15, 19, 'expression'],
      [17, 1, 'image-without-alt'],
    ]);
  });

  it('holds names against the vocabulary', async () => {
    const wrong = head.replace(
      'pass: 80',
      'pass: 80\nfunction: cooking\nstandards: [set-expectations, be-nice]',
    );
    const findings = await findingsIn(`${wrong}<For function="baking">\n\nText.\n\n</For>\n`);
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
      [6, 'function-unknown'],
      [7, 'standard-unknown'],
      [10, 'function-unknown'],
    ]);
  });

  it('asks for a part of five minutes at most', async () => {
    const findings = await findingsIn(`${head}## Long\n\n${'word '.repeat(651)}\n\n## Short\n\nText.\n`);
    expect(findings).toMatchObject([
      { rule: 'part-too-long', line: 8, params: { title: 'Long', words: 651 } },
    ]);
  });

  it('takes a course, and finds fault with one', async () => {
    const course = 'title: A\nlanguage: en\naudience: [shipping]\nmodules: [a, b]\nsummary: Text.\n';
    expect(await findingsIn(course, 'course')).toEqual([]);
    const findings = await findingsIn(
      course.replace('[a, b]', '[a, a]').replace('[shipping]', 'nobody'),
      'course',
    );
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'key-one-of'],
      [3, 'function-unknown'],
      [4, 'key-twice'],
    ]);
  });
});

describe('any text', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 });
  const marks = fc.constantFrom(
    '*',
    '_',
    '#',
    '>',
    '- ',
    '1. ',
    '|',
    '`',
    '[',
    ']',
    '(',
    '<',
    '{',
    '}',
    '~~',
    '\\',
    '&',
    '\n',
    '---',
  );
  const text = fc
    .array(fc.oneof(word, marks, fc.constant(' ')), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('is taken or refused with a finding, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const result = await compileDocument({
          kind: 'module',
          slug: 'a',
          source: head + body,
          vocabulary: null,
        });
        expect('ok' in result || result.findings.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
