import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findingWords } from '#app/ui/document/findings/finding-words.ts';
import { findingRules } from '#app/domain/publishing/finding-rules.ts';
import { readContent } from '#app/domain/publishing/read-content.work.server.ts';
import { bundle } from '../support/bundle.ts';
import { richSource } from './compiling.ts';

const made: string[] = [];
let root = '';

const question =
  '<Question id="q" kind="one">\nWhich?\n\n<Option right why="a">A</Option>\n<Option why="b">B</Option>\n</Question>\n';
const details = (more = '') => `---\ntitle: T\nlanguage: en\nminutes: 1\npass: 80\n${more}---\n\n`;
const module = (body = 'Text.\n', language = 'en') =>
  details().replace('language: en', `language: ${language}`) + body;
const course = (...modules: string[]) =>
  `title: T\nlanguage: en\naudience: everyone\nmodules: [${modules.join(', ')}]\nsummary: S.\n`;

function put(file: string, text: string | Uint8Array): string {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

async function rules(): Promise<Record<string, string[]>> {
  const { documents } = await readContent({ paths: [root] });
  return Object.fromEntries(
    documents.map(({ file, result }) => [
      path.relative(root, file),
      'refused' in result ? result.findings.map(({ rule, line }) => `${rule}:${line}`) : [],
    ]),
  );
}

let program: Awaited<ReturnType<typeof bundle>>;

function run(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = `import(${JSON.stringify(path.resolve(program.file))}).then(async (it) => { process.exitCode = await it.checkContentCommand(process.argv.slice(1)); })`;
  const flags = ['--input-type=module', '-e', command, '--', ...argv];
  return new Promise((resolve) => {
    execFile(process.execPath, flags, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  made.push(root);
  put('functions.yaml', '- id: finance\n  name: Finance\n- id: sales\n  name: Sales\n');
  put('standards.yaml', '- id: set-expectations\n  name: Set expectations\n  summary: S.\n');
  put('courses/money/course.yaml', course('bills'));
  put('courses/money/01-bills.mdx', module(question));
});

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe('a content folder', () => {
  it('is read in one order, with slugs from its names', async () => {
    put('courses/money/02-more.mdx', richSource);
    put('courses/money/course.yaml', course('bills', 'more'));
    const { documents } = await readContent({ paths: [root] });
    expect(documents.map(({ slug, courseSlug, result }) => [slug, courseSlug, 'ok' in result])).toEqual([
      ['money/bills', 'money', true],
      ['money/more', 'money', true],
      ['money', undefined, true],
      ['standards', undefined, true],
    ]);
  });

  it('has what shows only between documents', async () => {
    const study = richSource.slice(richSource.indexOf('<CaseStudy'), richSource.indexOf('## Your turn'));
    put('courses/money/course.yaml', course('bills', 'absent', 'twin'));
    put('courses/money/02-twin.mdx', module(study));
    put('courses/money/03-twin.mdx', module());
    put('courses/money/04-alone.mdx', module(study));
    put('courses/sales/course.yaml', course('bills'));
    put('courses/sales/Bad_Name.mdx', module());
    expect(await rules()).toEqual({
      'courses/money/01-bills.mdx': ['module-in-two-courses:1'],
      'courses/money/02-twin.mdx': [],
      'courses/money/03-twin.mdx': ['slug-twice:1'],
      'courses/money/04-alone.mdx': ['module-without-course:1', 'case-twice:8'],
      'courses/money/course.yaml': ['course-module-missing:4'],
      'courses/sales/Bad_Name.mdx': ['slug-unfit:1'],
      'courses/sales/course.yaml': ['course-module-missing:4'],
      'standards.yaml': [],
    });
  });

  it('holds translations against their originals', async () => {
    put('courses/money/01-bills.pl.mdx', module('Tekst.\n', 'pl'));
    put('courses/money/01-bills.de.mdx', module(question, 'fr'));
    put('courses/money/02-lost.pl.mdx', module('Tekst.\n', 'pl'));
    expect(await rules()).toMatchObject({
      'courses/money/01-bills.de.mdx': ['language-disagrees:3'],
      'courses/money/01-bills.pl.mdx': ['translation-questions:1', 'translation-parts:1'],
      'courses/money/02-lost.pl.mdx': ['translation-alone:1'],
    });
  });

  it('holds a translated course against its original', async () => {
    const translated = course('bills').replace('language: en', 'language: pl');
    put('courses/money/01-bills.pl.mdx', module(question, 'pl'));
    put('courses/money/course.pl.yaml', translated);
    put('courses/lost/course.pl.yaml', translated);
    expect(await rules()).toMatchObject({
      'courses/money/01-bills.pl.mdx': [],
      'courses/money/course.pl.yaml': [],
      'courses/lost/course.pl.yaml': ['translation-alone:1'],
    });
    put('courses/money/course.pl.yaml', translated.replace('everyone', '[sales]'));
    put('courses/money/course.de.yaml', translated);
    expect(await rules()).toMatchObject({
      'courses/money/course.pl.yaml': ['translation-differs:1'],
      'courses/money/course.de.yaml': ['language-disagrees:2'],
    });
  });

  it('finds a translation easier to pass, cut otherwise, or with other cases and scenarios', async () => {
    put('courses/money/course.yaml', course('bills', 'rich'));
    put('courses/money/02-rich.mdx', richSource);
    const polish = richSource.replace('language: en', 'language: pl');
    const put02 = (source: string) => put('courses/money/02-rich.pl.mdx', source);
    const found = async (source: string) => {
      put02(source);
      return (await rules())['courses/money/02-rich.pl.mdx'];
    };
    expect(await found(polish)).toEqual([]);
    expect(await found(polish.replace(/pass: \d+/, 'pass: 10'))).toEqual(['translation-differs:1']);
    const [, caseId = ''] = /<CaseStudy id="([^"]+)"/.exec(polish) ?? [];
    expect(await found(polish.replaceAll(`"${caseId}"`, '"another"'))).toEqual(['translation-cases:1']);
    expect(await found(polish.replace(/<Scenario id="[^"]+"/, '<Scenario id="another"'))).toEqual([
      'translation-parts:1',
    ]);
  });

  it('goes on after a broken document, and follows no link', async () => {
    put('courses/money/02-broken.mdx', Buffer.from([0xff, 0xfe, 0x00]));
    symlinkSync('/etc/hostname', path.join(root, 'courses/money/03-link.mdx'));
    symlinkSync('/etc', path.join(root, 'courses/etc'));
    put('standards.yaml', 'nonsense');
    expect(await rules()).toEqual({
      'standards.yaml': ['list-not-entries:1'],
      'courses/etc': ['symbolic-link:1'],
      'courses/money/01-bills.mdx': [],
      'courses/money/02-broken.mdx': ['not-utf-8:1', 'module-without-course:1'],
      'courses/money/03-link.mdx': ['symbolic-link:1'],
      'courses/money/course.yaml': [],
    });
  });
});

describe('check-content', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    program = await bundle('app/cli/check-content.ts');
  });

  afterAll(() => program.remove());

  it('says that all is well', async () => {
    expect(await run(root)).toEqual({ code: 0, stdout: '3 documents checked, 0 findings.\n', stderr: '' });
  });

  it('prints place, rule, words and hint of each finding', async () => {
    const file = put('courses/money/01-bills.mdx', module('<Lead kind={4}>\n\nText.\n\n</Lead>\n'));
    const { code, stdout } = await run(file);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `${file}:8:7 attribute-braces The value of “kind” in <Lead> stands in braces, which are code.`,
      '    Write kind="4" instead.',
      `${file}:8:7 prop-unknown <Lead> has no “kind”.`,
      '    It can have: –.',
      '1 document checked, 2 findings.',
      '',
    ]);
  });

  it('takes a file outside of a content folder for a module, unless told', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'loose-')), 'loose.mdx');
    made.push(path.dirname(file));
    writeFileSync(file, module());
    expect(await run(file)).toMatchObject({ code: 0 });
    expect(await run(file, '--kind', 'course')).toMatchObject({ code: 1 });
  });

  it('refuses what it cannot begin with', async () => {
    expect(await run(path.join(root, 'nowhere'))).toMatchObject({ code: 2, stdout: '' });
    expect(await run('--kind', 'poem')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('--all')).toMatchObject({ code: 2, stdout: '' });
  });

  it('has words for every rule', () => {
    for (const rule of findingRules) {
      const { message, hint } = findingWords({ line: 1, column: 1, rule, params: {} });
      expect(message).not.toContain('publishing_');
      expect(hint.length).toBeGreaterThan(5);
    }
  });
});
