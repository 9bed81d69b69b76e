import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeIssueMail } from '#app/jobs/newsletter/issue-mail.server.tsx';
import { findIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { issueSource, publishOn, story } from '../../support/newsletter.ts';
import { tableHashes } from '../../support/rows.ts';
import { openPrinting } from '../../support/printing.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let seller: string;
let packer: string;
let editor: string;
let sellers: string;
const packers: string[] = [];

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>';
const body = [
  'Zinc is for all.',
  '<For function="sales">\n\nWalnut is for sellers.\n\n</For>',
  '<CaseFrom case="case-first" />',
  '<PosterFrom poster="a-poster" />',
].join('\n\n');

beforeAll(async () => {
  database = await openTestDatabase();
  await openPrinting(database.folder);
  configureFileStore(`${database.folder}/files`);
  const siteId = await foundTestCompany();
  const sales = await departmentOf('Sales', 'sales');
  const yard = await departmentOf('The yard', 'shipping');
  sellers = await hire({ name: 'Zed Seller', departmentId: sales, siteId, language: 'pl' });
  seller = await cookieOf(sellers);
  for (let n = 0; n < 6; n += 1)
    packers.push(
      await hire({ name: `Ola Packer ${n}`, email: `ola-${n}@example.com`, departmentId: yard, siteId }),
    );
  packer = await cookieOf(packers[0]!);
  editor = await cookieOf(
    await hire({ name: 'Dana Editor', departmentId: sales, siteId, roles: ['editor'] }),
  );
  const older = Array.from({ length: 10 }, (_, n): [string, string] => [
    `issue-${n}`,
    issueSource({ title: `Older ${n}`, stories: story('one', 'One', `Number ${n} of many.`) }),
  ]);
  const { folder } = database;
  await publishOn('2026-01-05', folder, { common: { first: {} } }, Object.fromEntries(older));
  const spring = issueSource({
    title: 'Spring',
    front: 'cover: ./spring.svg\ncoverAlt: A field\n',
    stories: [story('yard', 'The yard', body), story('news', 'What changed', '<Changes />')].join('\n'),
  });
  const issues = { ...Object.fromEntries(older), spring, 'spring.svg': drawing };
  await publishOn('2026-02-05', folder, { common: { first: {} } }, issues);
});

afterAll(() => database.close());

describe('/newsletter/:issue', () => {
  test('is each function’s own, and weighs little', async () => {
    const mine = await ask({ path: '/newsletter/spring', cookie: seller });
    const theirs = await ask({ path: '/newsletter/spring', cookie: packer });
    expect(mine.text).toContain('Walnut');
    expect(mine.text).toContain('For Sales');
    expect(theirs.text).toContain('Zinc is for all.');
    expect(theirs.text).not.toContain('Walnut');
    expect(theirs.text).toContain('href="/cases/case-first"');
    expect(theirs.text).toContain('href="/posters/a-poster"');
    expect(theirs.text).toContain('href="#yard"');
    expect(theirs.text).not.toContain('/assets/entry.js');
    expect(theirs.text.length).toBeLessThan(40_000);
  });

  test('says so where it is not in the reader’s language', async () => {
    const { text } = await ask({ path: '/newsletter/spring', cookie: seller });
    expect(text).toContain('This issue is not in Polish. You read it in English.');
    expect((await ask({ path: '/newsletter/spring', cookie: packer })).text).not.toContain('is not in');
  });

  test('leads to the one before and the one after', async () => {
    const { text } = await ask({ path: '/newsletter/issue-0', cookie: packer });
    expect(text).toMatch(/rel="(prev|next)"/);
    expect((await ask({ path: '/newsletter/winter', cookie: packer })).status).toBe(404);
    expect((await ask({ path: '/newsletter/spring' })).location).toContain('/sign-in');
  });

  test('notes that somebody read it, once, and not when it is only asked about', async () => {
    const { issue } = (await findIssue(reader, 'issue-1'))!;
    const rows = () => reader.issueRead.findMany({ where: { issueId: issue.documentId } });
    await ask({ path: '/newsletter/issue-1', method: 'HEAD', cookie: packer });
    expect(await rows()).toEqual([]);
    await ask({ path: '/newsletter/issue-1', cookie: packer });
    const [first] = await rows();
    expect(first).toMatchObject({ personId: packers[0] });
    const before = tableHashes(database.folder);
    await ask({ path: '/newsletter/issue-1', cookie: packer });
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('/newsletter', () => {
  const issuesOn = (text: string) =>
    new Set([...text.matchAll(/href="\/newsletter\/([a-z]+(?:-\d+)?)"/g)].map(([, slug]) => slug));

  test('shows the newest first, a page at a time', async () => {
    const first = await ask({ path: '/newsletter', cookie: packer });
    expect([...issuesOn(first.text)][0]).toBe('spring');
    expect(issuesOn(first.text).size).toBe(9);
    expect(first.text).toContain('href="/newsletter?page=2"');
    const second = await ask({ path: '/newsletter?page=99', cookie: packer });
    expect(issuesOn(second.text).size).toBe(2);
  });

  test('says how long an issue is for the reader who asks, as its page does', async () => {
    const minutes = async (path: string) =>
      /· (\d+ min)/.exec((await ask({ path, cookie: packer })).text)![1];
    expect(await minutes('/newsletter')).toBe(await minutes('/newsletter/spring'));
  });

  test('finds stories in all issues, an issue by its title once, and shows where the words stand', async () => {
    const { text } = await ask({ path: '/newsletter?q=zinc', cookie: packer });
    expect(text).toContain('href="/newsletter/spring#yard"');
    expect(text).toContain('<mark>Zinc</mark>');
    const issue = await ask({ path: '/newsletter?q=spring', cookie: packer });
    expect(issue.text).not.toContain('href="/newsletter/spring#yard"');
    const nothing = await ask({ path: '/newsletter?q=walnut', cookie: packer });
    expect(nothing.text).toContain('No story has these words');
    expect((await ask({ path: '/newsletter?q=many', cookie: packer })).text).toContain('10 stories');
  });
});

describe('what people say of an issue', () => {
  const send = (form: Record<string, string>, cookie = packer) =>
    ask({ path: '/newsletter/spring/opinion', method: 'POST', form, cookie });
  const said = () => reader.issueOpinion.findMany({ select: { useful: true, words: true, signed: true } });

  test('is kept once for each, and may be changed', async () => {
    expect((await send({ useful: 'yes', words: ' Good. ', signed: 'on' })).status).toBe(303);
    expect(await said()).toEqual([{ useful: true, words: 'Good.', signed: true }]);
    expect((await send({ useful: 'no', words: '', signed: 'on' })).status).toBe(303);
    expect(await said()).toEqual([{ useful: false, words: null, signed: false }]);
  });

  test.each([
    ['no answer', { words: 'Something.' }],
    ['a sentence that is too long', { useful: 'yes', words: 'a'.repeat(501) }],
    ['what nobody asked for', { useful: 'yes', personId: 'x' }],
  ])('%s is refused, and nothing changes', async (_, form) => {
    const before = tableHashes(database.folder);
    const answer = await send(form as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(tableHashes(database.folder)).toEqual(before);
    if ('words' in form) expect(answer.text).toContain(form.words);
  });

  test('comes to the editor without a name, unless its writer wishes it', async () => {
    await send({ useful: 'yes', words: 'Nameless words.' });
    await send({ useful: 'yes', words: 'Words with a name.', signed: 'on' }, seller);
    const { text } = await ask({ path: '/studio/issue/spring/readers', cookie: editor });
    expect(text).toContain('Nameless words.');
    expect(text).not.toContain('Ola Packer');
    expect(text).toContain('Zed Seller');
    expect(text).toContain('Fewer than five people have answered so far.');
    expect(text).not.toContain('useful ·');
  });
});

test('who reads it is counted by department, from five up, and hidden where one could subtract', async () => {
  const readers = () => ask({ path: '/studio/issue/issue-2/readers', cookie: editor });
  expect((await readers()).text).toContain('Fewer than five people have opened it');
  for (const id of packers) await ask({ path: '/newsletter/issue-2', cookie: await cookieOf(id) });
  await ask({ path: '/newsletter/issue-2', cookie: seller });
  const { text } = await readers();
  expect(text).toContain('7 readers in all');
  expect(text).not.toMatch(/>6</);
  expect(text.match(/>not shown</g)?.length).toBe(2);
});

describe('the mail in the studio', () => {
  test('is shown as it arrives with a function, by its size, and as text', async () => {
    const page = await ask({ path: '/studio/issue/spring/mail?as=sales', cookie: editor });
    expect(page.text).toContain('Walnut is for sellers.');
    expect(page.text).toMatch(/\d+ KB of HTML/);
    const plain = await ask({ path: '/studio/issue/spring/mail?as=nonsense', cookie: editor });
    expect(plain.text).not.toContain('Walnut');
    expect((await ask({ path: '/studio/issue/none/mail', cookie: editor })).status).toBe(404);
  });

  test('stands in a frame that can do nothing', async () => {
    const { text, headers } = await ask({ path: '/studio/issue/spring/mail.html?as=sales', cookie: editor });
    expect(text).toMatch(/^<!doctype html>/);
    expect(headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'; img-src 'self' http:\/\/localhost; style-src 'sha256-[\w+/=]+'.*sandbox/,
    );
    const saved = await ask({ path: '/studio/issue/spring/mail.html?save', cookie: editor });
    expect(saved.headers.get('Content-Disposition')).toBe('attachment; filename="newsletter-spring.html"');
  });
});

test('a picture of a mail opens for whoever was sent it, and no other picture does', async () => {
  const { issue } = (await findIssue(reader, 'spring'))!;
  const page = 'http://localhost/newsletter/spring';
  const { html } = await makeIssueMail({
    issueVersionId: issue.editions[0]!.versionId,
    person: { id: 'x', language: 'en', functions: [], name: 'Ada' },
    links: { page, unsubscribe: page, preferences: page },
    preheader: '',
    company: { name: 'Oak', accent: null, contact: null, postalAddress: null },
  });
  const path = /src="http:\/\/localhost(\/mail-pictures\/[0-9a-f]{64}[^"]+)"/.exec(html)![1]!;
  const picture = await ask({ path });
  expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect(picture.text).toContain('PNG');
  const poster = /src="http:\/\/localhost(\/mail-pictures\/poster[^"]+)"/.exec(html)![1]!;
  const drawn = await ask({ path: poster });
  expect([drawn.status, drawn.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect((await ask({ path: poster.replace('a-poster', 'b-poster') })).status).toBe(404);
  const [, hash] = /\/([0-9a-f]{64})\./.exec(path)!;
  for (const other of [
    `/mail-pictures/${hash}.svg`,
    path.replace('.svg-', '.svg-A').replace(/.\.png$/, '.png'),
  ])
    expect((await ask({ path: other })).status).toBe(404);
});

test('a translation older than its original says so', async () => {
  const publish = (day: string, title: string) =>
    publishOn(
      day,
      database.folder,
      { common: { first: {} } },
      {
        autumn: issueSource({ title, stories: story('one', 'One', 'Leaves.') }),
        'autumn.pl.mdx': issueSource({ title: 'Jesień', stories: story('one', 'Jeden', 'Liście.') }).replace(
          ': en',
          ': pl',
        ),
      },
    );
  const read = async (cookie: string) => (await ask({ path: '/newsletter/autumn', cookie })).text;
  await publish('2026-02-06', 'Autumn');
  expect(await read(seller)).not.toContain('They may not say the same');
  await publish('2026-02-09', 'Autumn, again');
  const told = [await read(seller), await read(packer)].map((text) => text.includes('They may not say the'));
  expect(told).toEqual([true, false]);
});
