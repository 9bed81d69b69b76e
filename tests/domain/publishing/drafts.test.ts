import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { readDrafts } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import {
  isOlderThanOriginal,
  publishedDocument,
  publishedDocuments,
} from '#app/domain/publishing/published-reads.server.ts';
import { referencesFrom } from '#app/domain/publishing/references/target-reads.server.ts';
import { withdrawDocument } from '#app/domain/publishing/withdraw-document.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { caseStudy, moduleSource, writeContent } from '../../support/content.ts';
import { cultureFiles, publishDrafts } from '../../support/culture.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let root: string;
let siteId: string;

const first = moduleSource({
  title: 'The first',
  parts: [caseStudy({ id: 'a-case-for-all', title: 'A case for all' })],
});
const courses = [{ slug: 'common', title: 'Everyone', audience: 'everyone', modules: { first } }];

beforeEach(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  root = writeContent(join(database.folder, 'content'), courses, cultureFiles);
});

afterEach(() => database.close());

const bring = () => importContent(system, root);
const draftOf = async (kind: 'issue' | 'poster') => (await readDrafts(reader, { kind }))[0]!;
const publish = async (kind: 'issue' | 'poster', actor = system as Parameters<typeof publishVersion>[1]) => {
  const { versionId } = await draftOf(kind);
  return transact((tx) => publishVersion(tx, actor, { versionId: versionId!, change: 'informative' }));
};

test('what a folder brings of them is a draft, and is seen by nobody until an editor publishes it', async () => {
  const { drafts, broken } = await bring();
  expect([drafts.length, broken]).toEqual([4, []]);
  expect(await publishedDocuments(reader, 'poster')).toEqual([]);
  expect((await draftOf('poster')).state).toBe('new');
  expect(await publish('poster')).toEqual({ ok: true, unchanged: false });
  expect((await publishedDocument(reader, 'poster', 'a-poster'))?.editions[0]?.title).toBe('A poster');
  expect((await draftOf('poster')).state).toBe('published');
});

test('the same folder again changes no row', async () => {
  await bring();
  const before = await tableHashes(database.folder);
  expect((await bring()).drafts).toEqual([]);
  expect(await tableHashes(database.folder)).toEqual(before);
});

test('a text with mistakes is kept with all of them, beside what is on show', async () => {
  await bring();
  await publish('poster');
  const file = join(root, 'culture/posters/a-poster.mdx');
  writeFileSync(file, cultureFiles['culture/posters/a-poster.mdx']!.replace('<Line>', '<Lime>'));
  const { broken } = await bring();
  expect(broken.map((one) => one.file)).toEqual([file]);
  const draft = await draftOf('poster');
  expect(draft).toMatchObject({ state: 'broken', title: 'A poster', versionId: null });
  expect(draft.findings.length).toBeGreaterThan(0);
  expect(await publishedDocument(reader, 'poster', 'a-poster')).not.toBeNull();
});

test('an issue is published only when what it shows is', async () => {
  await bring();
  const before = await tableHashes(database.folder);
  expect(await publish('issue')).toEqual({ refused: 'reference-not-published' });
  expect(await tableHashes(database.folder)).toEqual(before);
  await publish('poster');
  expect(await publish('issue')).toEqual({ ok: true, unchanged: false });
  const { versionId } = await draftOf('issue');
  const references = await referencesFrom(reader, versionId!);
  expect(references.map(({ part, isGone }) => [part, isGone])).toEqual([
    ['case:a-case-for-all', false],
    ['poster:a-poster', false],
  ]);
});

test('what is withdrawn is nobody’s any more, and what shows it knows', async () => {
  await bring();
  await publishDrafts();
  const { documentId } = (await publishedDocument(reader, 'poster', 'a-poster'))!;
  const withdraw = () => transact((tx) => withdrawDocument(tx, system, { documentId, language: 'en' }));
  expect(await withdraw()).toEqual({ ok: true });
  expect(await publishedDocument(reader, 'poster', 'a-poster')).toBeNull();
  expect(await withdraw()).toEqual({ refused: 'not-published' });
  expect((await draftOf('poster')).state).toBe('withdrawn');
  const { versionId } = await draftOf('issue');
  const gone = (await referencesFrom(reader, versionId!)).filter(({ isGone }) => isGone);
  expect(gone.map(({ part }) => part)).toEqual(['poster:a-poster']);
  expect(await publish('poster')).toEqual({ ok: true, unchanged: false });
  expect((await draftOf('poster')).state).toBe('published');
});

test('a translation that its original has overtaken is told, and the original stays the first', async () => {
  const german = join(root, 'culture/posters/a-poster.de.mdx');
  const source = cultureFiles['culture/posters/a-poster.mdx']!;
  const inGerman = (line: string) =>
    source.replace('language: en', 'language: de').replace('Before you send it away.', line);
  const seen = async () =>
    (await readDrafts(reader, { kind: 'poster' })).map(({ language, isBehind }) => [language, isBehind]);
  const broughtOn = (day: string) => underClock(new Date(`${day}T09:00:00Z`), bring);
  writeFileSync(german, inGerman('Vorher.'));
  await broughtOn('2026-03-02');
  expect(await seen()).toEqual([
    ['en', false],
    ['de', false],
  ]);
  await publishDrafts();
  writeFileSync(join(root, 'culture/posters/a-poster.mdx'), source.replace('Before', 'Long before'));
  await broughtOn('2026-03-09');
  expect(await seen()).toEqual([
    ['en', false],
    ['de', true],
  ]);
  const readers = async () => {
    const found = (await publishedDocument(reader, 'poster', 'a-poster'))!;
    return found.editions.map((edition) => [edition.language, isOlderThanOriginal(found, edition)]);
  };
  expect(await readers()).toEqual([
    ['en', false],
    ['de', false],
  ]);
  await publish('poster');
  expect(await readers()).toEqual([
    ['en', false],
    ['de', true],
  ]);
  writeFileSync(german, inGerman('Lange vorher.'));
  await broughtOn('2026-03-10');
  expect(await seen()).toEqual([
    ['en', false],
    ['de', false],
  ]);
});

test('an edition withdrawn in the language in which it is shown is gone, whatever else is on show', async () => {
  const source = cultureFiles['culture/posters/a-poster.mdx']!;
  const german = source.replace('language: en', 'language: de');
  writeFileSync(join(root, 'culture/posters/a-poster.de.mdx'), german);
  await bring();
  await publishDrafts();
  const { documentId } = (await publishedDocument(reader, 'poster', 'a-poster'))!;
  const { versionId } = await draftOf('issue');
  const isGone = async () =>
    (await referencesFrom(reader, versionId!)).find(({ part }) => part === 'poster:a-poster')?.isGone;
  const withdraw = (language: string) =>
    transact((tx) => withdrawDocument(tx, system, { documentId, language }));
  expect(await isGone()).toBe(false);
  await withdraw('en');
  expect((await publishedDocument(reader, 'poster', 'a-poster'))?.editions).toHaveLength(1);
  expect(await isGone()).toBe(true);
});

test('nobody but an editor publishes or withdraws', async () => {
  await bring();
  await publish('poster');
  const departmentId = await departmentOf('Yard', 'shipping');
  const stranger = await actorOf(await hire({ name: 'Sam', departmentId, siteId }));
  const { documentId } = (await publishedDocument(reader, 'poster', 'a-poster'))!;
  const before = await tableHashes(database.folder);
  expect(await publish('poster', stranger)).toEqual({ refused: 'not-allowed' });
  const input = { documentId, language: 'en' };
  expect(await transact((tx) => withdrawDocument(tx, stranger, input))).toEqual({ refused: 'not-allowed' });
  expect(await tableHashes(database.folder)).toEqual(before);
});
