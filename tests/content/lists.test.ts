import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentKind } from '#app/domain/publishing/compile-document.work.server.ts';
import { readContent } from '#app/domain/publishing/read-content.work.server.ts';
import { findingsIn } from './compiling.ts';

const term = (id: string, more = '') => `- id: ${id}\n  term: ${id} term\n  meaning: What it is.\n${more}`;
const source = (id: string, more = '') =>
  `- id: ${id}\n  author: A. Author\n  title: On ${id}\n  where: A book\n  taken: An idea.\n${more}`;

async function rulesIn(text: string, kind: DocumentKind): Promise<string[]> {
  const findings = await findingsIn(text, kind);
  return findings.map(({ rule, line, column, params }) =>
    [rule, `${line}:${column}`, params.key ?? params.given ?? params.id].filter(Boolean).join(' '),
  );
}

const glossary = (text: string) => rulesIn(text, 'glossary');
const sources = (text: string) => rulesIn(text, 'sources');

describe('a list', () => {
  it('is let through as it should be', async () => {
    expect(await glossary(term('one', '  see: [two]\n  source: solomon-everyone\n') + term('two'))).toEqual(
      [],
    );
    expect(await sources(source('one', '  year: 2003\n') + source('two'))).toEqual([]);
    expect(await rulesIn('- id: a\n  name: A\n  summary: S.\n- id: b\n  name: B\n', 'standards')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['names and values', 'id: one\nterm: One\n'],
    ['plain text', 'hello'],
    ['an empty list', '[]'],
  ])('is refused where it is %s', async (_, text) => {
    expect(await glossary(text)).toEqual(['list-not-entries 1:1']);
  });

  it.each([
    ['a key nobody knows', term('one', '  html: <b>\n'), ['key-unknown 4:3 html']],
    ['a key of every object', term('one', '  __proto__: {x: y}\n'), ['key-unknown 4:3 __proto__']],
    ['no meaning', '- id: one\n  term: One\n', ['key-missing 1:3 meaning']],
    ['an empty meaning', '- id: one\n  term: One\n  meaning: "  "\n', ['key-empty 3:3 meaning']],
    ['an id that is no address', term('One Two'), ['key-slug 1:3 id']],
    ['an id of every object', term('constructor'), ['key-slug 1:3 id']],
    ['a meaning that is a list', '- id: one\n  term: One\n  meaning: [a]\n', ['key-text 3:3 meaning']],
    ['an entry that is text', `${term('one')}- two\n`, ['entry-not-keys 4:3']],
    ['an entry that is nothing', `${term('one')}- \n`, ['entry-not-keys 4:3']],
    ['the same id twice', term('one') + term('one').replace('one term', 'other'), ['id-twice 4:3 one']],
    [
      'the same term twice',
      term('one') + term('two').replace('two term', 'ONE term'),
      ['key-twice 5:3 term'],
    ],
    ['a way to nowhere', term('one', '  see: [nowhere]\n'), ['see-unknown 4:9 nowhere']],
    ['a way to itself', term('one', '  see: [one]\n'), ['see-unknown 4:9 one']],
    ['the same way twice', term('one', '  see: [two, two]\n') + term('two'), ['key-twice 4:14 see']],
    ['a source that is not there', term('one', '  source: nobody\n'), ['source-unknown 4:3 nobody']],
    ['an anchor', term('one', '  see: &a [two]\n') + term('two'), ['yaml-anchor 4:11 &a']],
    [
      'a tag',
      '- id: one\n  term: !!binary aGk=\n  meaning: M.\n',
      ['yaml-tag 2:18 tag:yaml.org,2002:binary'],
    ],
    [
      'a sign that turns the text round',
      term('one').replace('What it is.', '"\\u202E"'),
      ['bidi-character 3:3'],
    ],
  ])('is refused with %s', async (_, text, expected) => {
    expect(await glossary(text)).toEqual(expected);
  });

  it('says all that is wrong at once, in the order of the lines', async () => {
    const text = `${source('one', '  year: long ago\n')}${source('one', '  year: 12\n  url: x\n')}`;
    expect(await sources(text)).toEqual([
      'key-number 6:3 year',
      'id-twice 7:3 one',
      'key-twice 9:3 title',
      'key-range 12:3 year',
      'key-unknown 13:3 url',
    ]);
  });

  it('holds five hundred entries and not more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => term(`t-${index}`)).join('');
    expect(await glossary(many(500))).toEqual([]);
    expect(await glossary(many(501))).toEqual(['list-too-long 1:1']);
  });
});

describe('a module', () => {
  const module = (sourceIds: string) =>
    `---\ntitle: T\nlanguage: en\nminutes: 1\npass: 80\nsources: ${sourceIds}\n---\n\nText.\n`;

  it('names sources that are there, each once', async () => {
    expect(await findingsIn(module('[solomon-everyone]'))).toEqual([]);
    expect(await rulesIn(module('[nobody]'), 'module')).toEqual(['source-unknown 6:11 nobody']);
    expect(await rulesIn(module('[solomon-everyone, solomon-everyone]'), 'module')).toEqual([
      'key-twice 6:29 sources',
    ]);
    expect(await rulesIn(module('solomon-everyone'), 'module')).toContain('key-list 6:1 sources');
  });
});

describe('in a content folder', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'lists-'));
    writeFileSync(path.join(root, 'functions.yaml'), '- id: sales\n  name: Sales\n');
    writeFileSync(path.join(root, 'standards.yaml'), '- id: a-standard\n  name: A\n  summary: S.\n');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  async function read(at = root) {
    const { documents } = await readContent({ paths: [at] });
    return Object.fromEntries(
      documents.map(({ file, result }) => [
        path.relative(root, file),
        'refused' in result
          ? result.findings.map(({ rule, line }) => `${rule}:${line}`)
          : `${result.compiled.kind} ${result.compiled.slug} ${result.compiled.language}`,
      ]),
    );
  }

  it('lists are documents in the language that their names say', async () => {
    put('glossary.yaml', term('one', '  source: known\n'));
    put('glossary.pl.yaml', term('one'));
    put('sources.yaml', source('known'));
    expect(await read()).toEqual({
      'glossary.yaml': 'glossary glossary en',
      'glossary.pl.yaml': 'glossary glossary pl',
      'sources.yaml': 'sources sources en',
      'standards.yaml': 'standards standards en',
    });
    expect(await read(path.join(root, 'glossary.pl.yaml'))).toEqual({
      'glossary.pl.yaml': 'glossary glossary pl',
    });
  });

  it('a name that says no language, or a translation of nothing, is refused', async () => {
    put('glossary.Polish.yaml', term('one'));
    put('sources.de.yaml', source('known'));
    expect(await read()).toMatchObject({
      'glossary.Polish.yaml': ['key-language:1', 'translation-alone:1'],
      'sources.de.yaml': ['translation-alone:1'],
    });
  });

  it('without sources none can be named; with broken ones nothing is held against them', async () => {
    put('glossary.yaml', term('one', '  source: known\n'));
    expect(await read()).toMatchObject({ 'glossary.yaml': ['source-unknown:4'] });
    put('sources.yaml', '- id: known\n- nonsense\n');
    expect(await read()).toMatchObject({
      'glossary.yaml': 'glossary glossary en',
      'sources.yaml': [
        'key-missing:1',
        'key-missing:1',
        'key-missing:1',
        'key-missing:1',
        'entry-not-keys:2',
      ],
    });
  });

  it('a list in a course is no document, and a broken one above a course is told of there', async () => {
    put('courses/one/glossary.yaml', 'anything');
    put('courses/one/course.yaml', 'title: T\nlanguage: en\naudience: everyone\nmodules: [a]\nsummary: S.\n');
    put('courses/one/01-a.mdx', '---\ntitle: T\nlanguage: en\nminutes: 1\npass: 80\n---\n\nText.\n');
    put('sources.yaml', 'nonsense');
    expect(Object.keys(await read())).not.toContain('courses/one/glossary.yaml');
    expect(await read(path.join(root, 'courses'))).toMatchObject({ 'sources.yaml': ['vocabulary-unfit:1'] });
  });
});
