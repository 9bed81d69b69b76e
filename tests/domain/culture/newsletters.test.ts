import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { findIssue, readIssueNews, readIssues } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { nodesOf } from '#app/domain/culture/newsletters/issue-text.ts';
import { keepIssueRead } from '#app/domain/culture/newsletters/readers/keep-issue-read.server.ts';
import { readIssueSearch } from '#app/domain/culture/newsletters/search/issue-search-reads.server.ts';
import { searchIssues } from '#app/domain/culture/newsletters/search/search-issues.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import type { IssuePiece } from '#app/domain/culture/newsletters/shown-issue.ts';
import { withdrawDocument } from '#app/domain/publishing/withdraw-document.server.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { issueSource, publishOn, story } from '../../support/newsletter.ts';
import { departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let lena: string;

const winter = issueSource({
  title: 'Winter',
  stories: story('cold', 'Cold hands', 'A lorry from Łódź came late.\n\n<Changes />'),
});
const spring = issueSource({
  title: 'Spring',
  stories: [
    story(
      'yard',
      'The yard',
      [
        'Everybody reads this.',
        '<For function="sales">\n\nOnly sellers read about walnut.\n\n<Thanks to="lena@example.com">\n\nFor the call.\n\n</Thanks>\n\n</For>',
        '<CaseFrom case="case-first" />',
        '<PosterFrom poster="a-poster" />',
        '<Thanks to="N-77">\n\nFor nothing.\n\n</Thanks>',
      ].join('\n\n'),
    ),
    story('news', 'What changed', '<Changes />'),
  ].join('\n'),
});

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const sales = await departmentOf('Sales', 'sales');
  lena = await hire({ name: 'Lena Lange', email: 'lena@example.com', departmentId: sales, siteId });
  const { folder } = database;
  const common = { first: {}, second: {} };
  await publishOn('2026-01-05', folder, { common, sales: { only: {} } });
  await publishOn('2026-01-10', folder, { common, sales: { only: {} } }, { winter });
  const changed = {
    common: { first: { text: 'Other words.', changed: 'The hour is named.' }, second: {} },
    sales: { only: { text: 'Other words.', changed: 'Prices are new.' }, another: { title: 'Another' } },
  };
  await publishOn('2026-03-01', folder, changed, { winter });
  await publishOn('2026-04-10', folder, changed, { winter, spring });
  const later = {
    ...changed,
    common: { ...changed.common, second: { text: 'Later.', changed: 'Too late.' } },
  };
  await publishOn('2026-05-01', folder, later, { winter, spring });
});

afterAll(() => database.close());

const all = { functions: ['sales'], courses: ['common', 'selling'] };

async function shown(slug: string, who = all) {
  const found = await findIssue(reader, slug);
  const issue = await readShownIssue(reader, found!.issue.editions[0]!.versionId, who);
  return issue!;
}

const piecesOf = async (slug: string, who = all): Promise<IssuePiece[]> =>
  (await shown(slug, who)).stories.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'for' ? piece.pieces : [piece])),
  );
const wordsOf = async (slug: string, who = all) => plainText((await piecesOf(slug, who)).flatMap(nodesOf));

async function changesIn(slug: string, who = all) {
  const piece = (await piecesOf(slug, who)).find(({ kind }) => kind === 'changes');
  return piece?.kind === 'changes' ? piece : null;
}

describe('an issue', () => {
  test('stands between the one before and the one after', async () => {
    expect((await readIssues(reader)).map(({ slug }) => slug)).toEqual(['spring', 'winter']);
    const { previous, next } = (await findIssue(reader, 'winter'))!;
    expect([previous, next?.slug]).toEqual([null, 'spring']);
    expect(await findIssue(reader, 'summer')).toBeNull();
  });

  test('tells each function what is meant for it, and whoever has none the rest', async () => {
    expect(await wordsOf('spring')).toContain('walnut');
    for (const functions of [[], ['shipping']]) {
      const words = await wordsOf('spring', { ...all, functions });
      expect(words).toContain('Everybody reads this.');
      expect(words).not.toContain('walnut');
    }
  });

  test('shows the case, the poster and the names that it only names', async () => {
    const pieces = await piecesOf('spring');
    expect(pieces).toContainEqual(expect.objectContaining({ kind: 'case', title: 'Case of first' }));
    const poster = { kind: 'poster', title: 'A poster', says: [{ text: 'Ask twice', language: null }] };
    expect(pieces).toContainEqual(expect.objectContaining(poster));
    const names = pieces.flatMap((piece) => (piece.kind === 'thanks' ? [piece.name] : []));
    expect(names).toEqual(['Lena Lange', null]);
  });

  test('forgets a name that was erased', async () => {
    const person = { where: { id: lena } };
    await transact((tx) => tx.person.update({ ...person, data: { email: null, employeeNumber: 'gone' } }));
    const names = (await piecesOf('spring')).flatMap((piece) =>
      piece.kind === 'thanks' ? [piece.name] : [],
    );
    expect(names).toEqual([null, null]);
    await transact((tx) => tx.person.update({ ...person, data: { email: 'lena@example.com' } }));
  });

  test('is read in a few minutes, each story by itself', async () => {
    const { minutes, stories } = await shown('spring');
    expect(minutes).toBe(1);
    expect(stories.map((one) => one.minutes)).toEqual([1, 1]);
  });
});

describe('what changed in training', () => {
  test('is what was published since the issue before, with its lines, and the same ever after', async () => {
    const changes = (await changesIn('spring'))!.changes;
    expect(changes.map(({ slug, isNew, lines }) => ({ slug, isNew, lines }))).toEqual([
      { slug: 'common/first', isNew: false, lines: ['The hour is named.'] },
      { slug: 'selling/only', isNew: false, lines: ['Prices are new.'] },
      { slug: 'selling/another', isNew: true, lines: [] },
    ]);
  });

  test('is of the courses that are meant for the reader', async () => {
    const changes = (await changesIn('spring', { functions: [], courses: ['common'] }))!.changes;
    expect(changes.map(({ slug }) => slug)).toEqual(['common/first']);
  });

  test('to the first issue is everything', async () => {
    const { changes } = (await changesIn('winter'))!;
    expect(changes.map(({ slug, isNew }) => [slug, isNew])).toEqual([
      ['common/first', true],
      ['common/second', true],
      ['selling/only', true],
    ]);
  });
});

describe('the search', () => {
  const found = async (q: string, functions = ['sales']) =>
    searchIssues(await readIssueSearch(reader, 'en', functions), q).map(({ story: { id } }) => id);

  test('finds a story without its accents, by the beginning of a word and with a slip', async () => {
    expect(await found('lodz')).toEqual(['winter#cold']);
    expect(await found('lorr')).toEqual(['winter#cold']);
    expect(await found('everybdoy')).toEqual(['spring#yard']);
    expect(await found('zebra')).toEqual([]);
  });

  test('finds what is for one function for nobody else', async () => {
    expect(await found('walnut')).toEqual(['spring#yard']);
    expect(await found('walnut', ['shipping'])).toEqual([]);
  });
});

describe('news on the first page', () => {
  const at = (day: string) =>
    underClock(new Date(`${day}T12:00:00Z`), () => readIssueNews(reader, { personId: lena, language: 'en' }));

  test('stand there for four weeks, or until the issue is opened', async () => {
    expect((await at('2026-04-10'))?.issue.slug).toBe('spring');
    expect((await at('2026-05-07'))?.issue.slug).toBe('spring');
    expect(await at('2026-05-09')).toBeNull();
    const { issue } = (await findIssue(reader, 'spring'))!;
    const read = { issueId: issue.documentId, personId: lena, departmentId: null, readOn: '2026-04-11' };
    await transact((tx) => keepIssueRead(tx, read));
    await transact((tx) => keepIssueRead(tx, { ...read, readOn: '2026-04-12' }));
    expect(await at('2026-04-12')).toBeNull();
    expect(await reader.issueRead.findMany()).toEqual([read]);
  });
});

test('what was withdrawn since is left out; what changed by then stays told', async () => {
  const before = await changesIn('spring');
  const modules = await reader.document.findMany({ where: { slug: { in: ['common/first', 'a-poster'] } } });
  for (const { id: documentId } of modules)
    await done(transact((tx) => withdrawDocument(tx, system, { documentId, language: 'en' })));
  const kinds = (await piecesOf('spring')).map(({ kind }) => kind);
  expect(kinds).not.toContain('case');
  expect(kinds).not.toContain('poster');
  expect(await changesIn('spring')).toEqual(before);
});
