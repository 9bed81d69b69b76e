import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { foundTestCompany } from '../../support/staff.ts';

let database: TestDatabase;
let root: string;

beforeEach(async () => {
  database = await openTestDatabase();
  await foundTestCompany();
  root = join(database.folder, 'content');
});

afterEach(() => database.close());

const source = (title: string, text = 'Plain words.') =>
  moduleSource({ title, parts: [text], questions: question('a', 'one') });
const broken = source('Broken', 'One {process.env.SESSION_SECRET} too many.');
const course = (slug: string, modules: Record<string, string>) => ({
  slug,
  title: `Course ${slug}`,
  audience: 'everyone',
  modules,
});

async function bring(...courses: ReturnType<typeof course>[]) {
  rmSync(root, { recursive: true, force: true });
  return importContent(system, writeContent(root, courses));
}

const titles = async () => {
  const { courses } = await readLibrary(reader);
  return Object.fromEntries(
    courses.map(({ slug, modules }) => [slug, modules.map(({ editions }) => editions[0]!.title)]),
  );
};

describe('bringing in content', () => {
  test('a second time changes nothing at all', async () => {
    const courses = [course('one', { a: source('A'), b: source('B') }), course('two', { c: source('C') })];
    const first = await bring(...courses);
    // Two courses, their modules, and the standards.
    expect([first.published.length, first.unchanged, first.broken, first.waiting]).toEqual([6, 0, [], []]);
    const before = tableHashes(database.folder);
    const second = await bring(...courses);
    expect([second.published.length, second.unchanged]).toEqual([0, 6]);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('publishes what is new, and nothing else', async () => {
    await bring(course('one', { a: source('A'), b: source('B') }));
    const report = await bring(course('one', { a: source('A'), b: source('B, better') }));
    expect([report.published.length, report.unchanged]).toEqual([1, 3]);
    expect(await titles()).toEqual({ one: ['A', 'B, better'] });
    expect(await reader.version.count({ where: { document: { slug: 'one/b' } } })).toBe(2);
  });

  test('going back to an older text publishes it as a new edition', async () => {
    for (const title of ['First', 'Second', 'First']) await bring(course('one', { a: source(title) }));
    expect(await titles()).toEqual({ one: ['First'] });
    const numbers = await reader.version.findMany({
      where: { document: { slug: 'one/a' } },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ number, title }) => [number, title])).toEqual([
      [1, 'First'],
      [2, 'Second'],
      [3, 'First'],
    ]);
  });
});

describe('a broken document', () => {
  test('is named, with where and why; all others are published', async () => {
    const report = await bring(
      course('one', { a: source('A') }),
      course('two', { b: source('B'), c: broken }),
    );
    expect(report.broken.map(({ file }) => file.endsWith('02-c.mdx'))).toEqual([true]);
    expect(report.broken[0]!.findings.length).toBeGreaterThan(0);
    expect(await titles()).toMatchObject({ one: ['A'] });
  });

  test('leaves what was published of it as it was', async () => {
    await bring(course('one', { a: source('A'), b: source('B') }));
    const report = await bring(course('one', { a: source('A, better'), b: broken }));
    expect(report.broken).toHaveLength(1);
    expect(await titles()).toEqual({ one: ['A, better', 'B'] });
  });

  test('that was never published keeps its course waiting, and nobody sees half of it', async () => {
    const report = await bring(course('one', { a: source('A'), b: broken }));
    expect(report.waiting.map((file) => file.endsWith('course.yaml'))).toEqual([true]);
    expect(await titles()).toEqual({});
    const mended = await bring(course('one', { a: source('A'), b: source('B') }));
    expect(mended.waiting).toEqual([]);
    expect(await titles()).toEqual({ one: ['A', 'B'] });
  });

  test('that is the course itself leaves its modules as people know them', async () => {
    await bring(course('one', { a: source('A') }));
    writeFileSync(join(root, 'courses/one/course.yaml'), 'title: [');
    const report = await importContent(system, root);
    expect(report.broken.some(({ file }) => file.endsWith('course.yaml'))).toBe(true);
    expect(await titles()).toEqual({ one: ['A'] });
  });
});

test('an empty folder, or none, brings nothing in and takes nothing away', async () => {
  await bring(course('one', { a: source('A') }));
  const before = tableHashes(database.folder);
  mkdirSync(join(database.folder, 'empty'));
  await importContent(system, join(database.folder, 'empty'));
  expect(tableHashes(database.folder)).toEqual(before);
});

test('of many at once each text is published once', async () => {
  writeContent(root, [course('one', { a: source('A'), b: source('B') })]);
  await Promise.all(Array.from({ length: 5 }, () => importContent(system, root)));
  expect(await reader.publication.count()).toBe(4);
  expect(await reader.version.count()).toBe(4);
});
