import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posterFindings } from '#app/domain/culture/posters/poster-findings.work.server.ts';
import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import { draftedPoster, readPoster, readPosters } from '#app/domain/culture/posters/poster-reads.server.ts';
import { posterFilters, postersOnPage, type Poster } from '#app/domain/culture/posters/poster.ts';
import { qrTarget } from '#app/domain/culture/posters/qr-target.ts';
import { selectPosters } from '#app/domain/culture/posters/select-posters.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, posterSource, publishPosters } from '../../support/posters.ts';
import { departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;

const terms = {
  origin: 'https://hands.example.com',
  labels: (language: string) => ({
    good: `good ${language}`,
    bad: `bad ${language}`,
    colleague: 'a colleague',
  }),
};

const thanksTo = (to: string) =>
  posterSource('Thank you', {
    front: 'template: thanks\npalette: green\n',
    body: `<Thanks to="${to}">\n\nYou rang **first**.\n\n</Thanks>`,
  });

beforeAll(async () => {
  database = await openTestDatabase();
  configureFileStore(`${database.folder}/files`);
  const siteId = await foundTestCompany({ name: 'Oak & Sons' });
  const departmentId = await departmentOf('Shipping', 'shipping');
  await hire({ name: 'Ada Kowalska', departmentId, siteId, employeeNumber: 'H-1042' });
  await publishPosters({
    'ask-twice': posterSource('Ask twice', bigWords('Ask twice', 'qr: /cases/one\nqrSays: What happened\n')),
    'ask-twice.pl': posterSource('Zapytaj', { ...bigWords('Zapytaj dwa razy'), language: 'pl' }),
    'two-ways': posterSource('Two ways', {
      front: 'template: two-cases\npalette: ink\nfunction: finance\nstandard: begin-the-repair\n',
      body: '<Bad>No.</Bad>\n\n<Good>Not *yet*.</Good>\n\n<Line lang="pl">Jeszcze nie.</Line>',
    }),
    steps: posterSource('Steps', {
      front: 'template: recovery-steps\npalette: paper\n',
      body: '<Headline>Begin</Headline>\n\n<Steps>\n\n1. **Listen** first.\n2. Say it.\n3. Do it.\n\n</Steps>',
    }),
    'thanks-known': thanksTo('h-1042'),
    'thanks-unknown': thanksTo('nobody@example.com'),
  });
});

afterAll(() => database.close());

const contentOf = async (slug: string, language = 'en') => {
  const poster = await readPoster(reader, slug, language);
  return (await readPosterContent(reader, poster!.versionId, terms))!;
};

describe('what is printed of a poster', () => {
  test('is what its author wrote, without marks, with the company’s name and what the code leads to', async () => {
    const content = await contentOf('ask-twice');
    expect(content).toMatchObject({
      template: 'big-words',
      palette: 'paper',
      title: 'Ask twice',
      language: 'en',
      headlines: [{ text: 'Ask twice', language: null }],
      qr: { url: 'https://hands.example.com/cases/one', shown: 'hands.example.com/cases/one' },
      qrSays: 'What happened',
      company: { name: 'Oak & Sons', logo: null, accent: null },
      labels: { good: 'good en', bad: 'bad en' },
      thanks: null,
      figure: null,
    });
  });

  test('keeps what is bad and good apart, and a line in another language with its language', async () => {
    const content = await contentOf('two-ways');
    expect(content).toMatchObject({ bad: 'No.', good: 'Not yet.', headlines: [] });
    expect(content.lines).toEqual([{ text: 'Jeszcze nie.', language: 'pl' }]);
    expect((await contentOf('steps')).steps).toEqual(['Listen first.', 'Say it.', 'Do it.']);
  });

  test('says the name of a colleague by whatever they are known by, and none where nobody is', async () => {
    expect((await contentOf('thanks-known')).thanks).toEqual({ to: 'Ada Kowalska', text: 'You rang first.' });
    expect((await contentOf('thanks-unknown')).thanks?.to).toBe('a colleague');
    await transact((tx) =>
      tx.person.updateMany({ where: { employeeNumber: 'H-1042' }, data: { name: 'Ada Nowak' } }),
    );
    expect((await contentOf('thanks-known')).thanks?.to).toBe('Ada Nowak');
  });

  test('comes in the reader’s language, else in its own; a version of something else is none', async () => {
    expect(await contentOf('ask-twice', 'pl')).toMatchObject({ language: 'pl', labels: { good: 'good pl' } });
    expect(await contentOf('ask-twice', 'fr')).toMatchObject({ language: 'en' });
    expect(
      (await readPoster(reader, 'ask-twice', 'pl-PL'))?.editions.map(({ language }) => language),
    ).toEqual(['en', 'pl']);
    expect(await readPosterContent(reader, 'none', terms)).toBeNull();
    const list = await reader.version.findFirst({ where: { document: { kind: { not: 'poster' } } } });
    if (list) expect(await readPosterContent(reader, list.id, terms)).toBeNull();
  });

  test('an editor sees the draft of one language and of no other', async () => {
    expect((await draftedPoster(reader, 'ask-twice', null))?.language).toBe('en');
    expect((await draftedPoster(reader, 'ask-twice', 'pl'))?.language).toBe('pl');
    expect(await draftedPoster(reader, 'ask-twice', 'de')).toBeNull();
    expect(await draftedPoster(reader, 'nothing', null)).toBeNull();
  });
});

describe('what a code leads to', () => {
  test.each([
    ['/cases/one', 'https://hands.example.com/cases/one', 'hands.example.com/cases/one'],
    ['https://www.example.org/', 'https://www.example.org/', 'example.org'],
    ['https://example.org/zażółć', 'https://example.org/za%C5%BC%C3%B3%C5%82%C4%87', 'example.org/zażółć'],
  ])('%s', (written, url, shown) => {
    expect(qrTarget(written, terms.origin)).toEqual({ url, shown });
  });

  test('nothing, where nothing is written', () => {
    expect(qrTarget(undefined, terms.origin)).toBeNull();
    expect(qrTarget('', terms.origin)).toBeNull();
  });
});

describe('before a poster is published', () => {
  test('whatever is too long is found where it stands, with the letters to lose', async () => {
    const { versionId } = (await readPoster(reader, 'steps', 'en'))!;
    const fit = () =>
      Promise.resolve({
        misfits: [
          { part: 'step', at: 1, over: 7, size: 'a4-across' },
          { part: 'headline', at: 0, over: 3, size: 'banner-upright' },
        ],
        lacks: [{ part: 'step', at: 0, letters: [...'始める、言う、直す。電話する'] }],
      });
    const findings = await posterFindings(versionId, { ...terms, fit });
    const { source } = await reader.version.findUniqueOrThrow({ where: { id: versionId } });
    const line = (text: string) => source.split('\n').indexOf(text) + 1;
    expect(findings).toEqual([
      {
        line: line('2. Say it.'),
        column: 1,
        rule: 'poster-too-long',
        params: { part: 'Steps', size: 'a4-across', over: 7 },
      },
      {
        line: line('<Headline>Begin</Headline>'),
        column: 1,
        rule: 'poster-too-long',
        params: { part: 'Headline', size: 'banner-upright', over: 3 },
      },
      {
        line: line('2. Say it.') - 1,
        column: 1,
        rule: 'poster-letters',
        params: { part: 'Steps', letters: '始 め る 、 言 う 、 直 す 。 電 話', count: 14 },
      },
    ]);
    expect(await posterFindings('none', { ...terms, fit })).toEqual([]);
  });
});

describe('the gallery', () => {
  const poster = (index: number, more: Partial<Poster> = {}): Poster => ({
    versionId: '',
    language: 'en',
    number: 1,
    title: '',
    documentId: '',
    template: '',
    editions: [],
    slug: `p-${index}`,
    function: null,
    standard: null,
    ...more,
  });

  test('is filtered by function and by standard together, and counts what each would show', () => {
    const all = [
      poster(1, { function: 'finance', standard: 'one' }),
      poster(2, { function: 'finance', standard: 'two' }),
      poster(3, { standard: 'one' }),
    ];
    const found = selectPosters(all, { function: 'finance', standard: 'one', page: 1 });
    expect(found.rows.map(({ slug }) => slug)).toEqual(['p-1']);
    expect(found.functions).toEqual([
      { id: 'finance', count: 1 },
      { id: 'everyone', count: 1 },
    ]);
    expect(found.standards).toEqual([
      { id: 'one', count: 1 },
      { id: 'two', count: 1 },
    ]);
  });

  test('has pages; one after the last is the last, and an address that makes no sense is the first', () => {
    const all = Array.from({ length: postersOnPage + 1 }, (_, index) => poster(index));
    const last = selectPosters(all, { function: '', standard: '', page: 99 });
    expect(last).toMatchObject({ page: 2, total: postersOnPage + 1 });
    expect(last.rows).toHaveLength(1);
    expect(posterFilters.parse({ page: '-3', function: 'x'.repeat(200) })).toEqual({
      function: '',
      standard: '',
      page: 1,
    });
  });

  test('shows what is published and nothing that was withdrawn', async () => {
    const before = (await readPosters(reader, 'en')).map(({ slug }) => slug);
    expect(before).toContain('steps');
    await transact((tx) =>
      tx.publication.updateMany({
        where: { document: { slug: 'steps' } },
        data: { withdrawnAt: new Date() },
      }),
    );
    expect((await readPosters(reader, 'en')).map(({ slug }) => slug)).toEqual(
      before.filter((slug) => slug !== 'steps'),
    );
  });
});
