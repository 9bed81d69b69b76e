import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { caseFilters, type Case } from '#app/domain/learning/cases/case.ts';
import { readPublishedCases } from '#app/domain/learning/cases/published-cases-reads.server.ts';
import { neighboursOf, selectCases } from '#app/domain/learning/cases/select-cases.ts';
import { snippetOf } from '#app/domain/publishing/text/snippet.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { caseStudy, moduleSource, writeContent, type Course } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { foundTestCompany } from '../../support/staff.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await foundTestCompany();
  await bring();
});

afterAll(() => database.close());

const one = caseStudy({
  id: 'the-corner',
  title: 'The corner',
  situation: 'The lorry to Wrocław leaves at four.',
  said: 'I put some tape on the carton.',
  lesson: 'If you cannot say that it is whole, it is not ready.',
  more: 'standard="stop-it-here"',
});
const two = caseStudy({
  id: 'the-bill',
  title: 'The bill',
  more: 'function="finance" standard="stop-it-here"',
});
const three = caseStudy({ id: 'the-promise', title: 'The promise' });
const source = (title: string, front: string, ...parts: string[]) => moduleSource({ title, parts, front });

const shipping: Course = {
  slug: 'shipping',
  title: 'Shipping',
  audience: '[shipping]',
  modules: { dock: source('The dock', 'function: shipping\nsources: [known]\n', one, two) },
};
const everyone: Course = {
  slug: 'everyone',
  title: 'Everyone',
  audience: 'everyone',
  modules: { words: source('Words', '', three) },
};
const sources = '- id: known\n  author: A. Author\n  title: T\n  where: W\n  taken: An idea.\n';

async function bring(courses = [shipping, everyone], glossary = ''): Promise<void> {
  const root = join(database.folder, 'content');
  const lists = { 'sources.yaml': sources, ...(glossary && { 'glossary.yaml': glossary }) };
  const report = await importContent(system, writeContent(root, courses, lists));
  expect([report.broken, report.waiting]).toEqual([[], []]);
}

const words = { everyone: 'For everyone', shipping: 'Shipping', finance: 'Money and bills' };
const index = (language = 'en') => readPublishedCases(reader, language, words);
const ids = (cases: readonly Case[]) => cases.map(({ id }) => id);
const found = async (asked: Record<string, string>) => {
  const selected = selectCases(await index(), caseFilters.parse(asked));
  return { ...selected, ids: ids(selected.rows.map((row) => row.case)) };
};
const search = async (q: string) => (await found({ q })).ids;

describe('the list of cases', () => {
  test('has those of every published module, what is for everyone first, then function by function', async () => {
    const { cases, byId } = await index();
    expect(ids(cases)).toEqual(['the-promise', 'the-corner', 'the-bill']);
    expect(byId.get('the-corner')).toMatchObject({
      function: 'shipping',
      standard: 'stop-it-here',
      module: { courseSlug: 'shipping', slug: 'dock', title: 'The dock' },
    });
    expect(byId.get('the-bill')).toMatchObject({ function: 'finance' });
    expect(byId.get('the-promise')).toMatchObject({ function: null, standard: null });
  });

  test('knows which modules name a source', async () => {
    const { usesOf } = await index();
    expect(usesOf.get('known')?.map(({ title }) => title)).toEqual(['The dock']);
    expect(usesOf.get('unknown')).toBeUndefined();
  });

  test('is read once, until something is published', async () => {
    expect(await index()).toBe(await index());
  });

  test('filters by function and standard, and says how many each choice would leave', async () => {
    const all = await found({});
    expect(all.functions).toEqual([
      { id: 'everyone', count: 1 },
      { id: 'shipping', count: 1 },
      { id: 'finance', count: 1 },
    ]);
    expect(all.standards).toEqual([{ id: 'stop-it-here', count: 2 }]);
    const finance = await found({ function: 'finance' });
    expect([finance.ids, finance.standards]).toEqual([['the-bill'], [{ id: 'stop-it-here', count: 1 }]]);
    expect((await found({ function: 'everyone' })).ids).toEqual(['the-promise']);
    expect((await found({ function: 'everyone', standard: 'stop-it-here' })).ids).toEqual([]);
    expect((await found({ function: 'everyone', q: 'corner' })).functions.map(({ count }) => count)).toEqual([
      0, 1, 0,
    ]);
  });

  test('a page that is not there is the last one', async () => {
    expect(await found({ page: '9999' })).toMatchObject({ page: 1, total: 3 });
    for (const page of ['0', '-1', 'x', '1e9', '']) expect((await found({ page })).page).toBe(1);
  });

  test('has neighbours in its function, and others of its standard', async () => {
    const known = await index();
    const near = neighboursOf(known, known.byId.get('the-corner')!);
    expect([near.previous, near.next, ids(near.alike)]).toEqual([null, null, ['the-bill']]);
    expect(ids(neighboursOf(known, known.byId.get('the-promise')!).alike)).toEqual([]);
  });
});

describe('searching', () => {
  test.each([
    ['the title', 'corner'],
    ['the situation', 'lorry'],
    ['what was said', 'tape'],
    ['what to remember', 'whole'],
    ['the name of the standard and a word of the text', 'stop lorry'],
    ['the function, in the words of the page', 'shipping'],
    ['the beginning of a word', 'cart'],
    ['another case and no accents', 'WROCLAW'],
    ['a letter too few', 'lory'],
    ['two letters changed places', 'Worclaw'],
  ])('finds %s', async (_, q) => {
    expect(await search(q)).toEqual(['the-corner']);
  });

  test('by the name of a function that its id does not say', async () => {
    expect(await search('money')).toEqual(['the-bill']);
  });

  test('asks for all words, and is content with some where none has all', async () => {
    expect((await search('stop it here')).toSorted()).toEqual(['the-bill', 'the-corner']);
    expect(await search('lorry zebra')).toEqual(['the-corner']);
  });

  test.each(['zzzz', '"', '***', '🦜', "'; DROP TABLE Person;--".slice(0, 3), '__proto__x'])(
    'finds nothing for %s',
    async (q) => {
      expect(await search(q)).toEqual([]);
    },
  );

  test('a title counts for more than a text', async () => {
    expect((await search('the bill'))[0]).toBe('the-bill');
  });
});

describe('a snippet', () => {
  const plain = (text: string, ...terms: string[]) =>
    snippetOf(text, new Set(terms))
      ?.map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
      .join('');

  test('marks every word that was found, and keeps the text as it is', () => {
    expect(plain('To Wrocław, by lorry. Wrocław waits.', 'wroclaw')).toBe(
      'To [Wrocław], by lorry. [Wrocław] waits.',
    );
  });

  test('is none where nothing is found', () => {
    expect(plain('By lorry.', 'ship')).toBeUndefined();
  });

  test('of a long text begins and ends with a whole word', () => {
    const long = `${'before '.repeat(40)}here${' after'.repeat(80)}`;
    const said = plain(long, 'here') ?? '';
    expect(said).toMatch(/^… (before )+\[here\]( after)+ …$/);
    expect(said.length).toBeLessThan(200);
  });
});

describe('the list follows what is published', () => {
  test('a new edition keeps the address of its case, and its new words are found', async () => {
    const before = await index();
    const better = one.replace('tape', 'string').replace('The corner', 'A hard corner');
    await bring([
      { ...shipping, modules: { dock: source('The dock', 'function: shipping\n', better, two) } },
      everyone,
    ]);
    const after = await index();
    expect(after).not.toBe(before);
    expect(after.byId.get('the-corner')?.title).toBe('A hard corner');
    expect(await search('string')).toEqual(['the-corner']);
    expect(await search('tape')).toEqual([]);
    expect(after.usesOf.get('known')).toBeUndefined();
  });

  test('in a language that a module has an edition in, the case is read in it', async () => {
    const polish = source('Słowa', '', three.replace('The promise', 'Obietnica')).replace(
      'language: en',
      'language: pl',
    );
    writeFileSync(join(database.folder, 'content/courses/everyone/01-words.pl.mdx'), polish);
    await bring();
    const { cases, byId } = await index('pl');
    expect(byId.get('the-promise')).toMatchObject({ title: 'Obietnica', language: 'pl' });
    expect(byId.get('the-corner')).toMatchObject({ title: 'The corner', language: 'en' });
    expect(cases).toHaveLength(3);
    expect((await index()).byId.get('the-promise')).toMatchObject({ title: 'The promise', language: 'en' });
  });

  test('a list is read in the edition published last, and in the original where there is no other', async () => {
    expect((await readList(reader, 'glossary', 'en')).entries).toEqual([]);
    const glossary = (meaning: string) => `- id: promise\n  term: Promise\n  meaning: ${meaning}\n`;
    await bring([shipping, everyone], glossary('A word.'));
    await bring([shipping, everyone], glossary('A word that counts.'));
    const expected = { id: 'promise', term: 'Promise', meaning: 'A word that counts.', see: [] };
    expect(await readList(reader, 'glossary', 'pl')).toEqual({ language: 'en', entries: [expected] });
    const { entries } = await readList(reader, 'standards', 'en');
    expect(entries.find(({ id }) => id === 'stop-it-here')?.name).toBe('Stop it here');
  });

  test('the cases of a withdrawn course are gone', async () => {
    const course = { kind: 'course', slug: 'shipping' };
    await transact((tx) =>
      tx.publication.updateMany({ where: { document: course }, data: { withdrawnAt: new Date() } }),
    );
    const { cases, byId } = await index();
    expect(ids(cases)).toEqual(['the-promise']);
    expect(byId.has('the-corner')).toBe(false);
    expect(await search('corner')).toEqual([]);
  });

  test('a withdrawn list is empty', async () => {
    await transact((tx) =>
      tx.publication.updateMany({
        where: { document: { kind: 'glossary' } },
        data: { withdrawnAt: new Date() },
      }),
    );
    expect((await readList(reader, 'glossary', 'en')).entries).toEqual([]);
  });
});
