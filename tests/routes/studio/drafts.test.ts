import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { publishedDocument } from '#app/domain/publishing/published-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import { caseStudy, moduleSource, writeContent } from '../../support/content.ts';
import { cultureFiles } from '../../support/culture.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { openPrinting } from '../../support/printing.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let cookie: string;
let root: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const modules = {
    first: moduleSource({ title: 'F', parts: [caseStudy({ id: 'a-case-for-all', title: 'A' })] }),
  };
  const courses = [{ slug: 'common', title: 'Everyone', audience: 'everyone', modules }];
  root = writeContent(join(database.folder, 'content'), courses, cultureFiles);
  await importContent(system, root);
  await openPrinting(database.folder);
  const departmentId = await departmentOf('Office', 'office');
  cookie = await cookieOf(await hire({ name: 'Edgar', departmentId, siteId, roles: ['editor'] }));
});

afterAll(() => database.close());

const post = (path: string, form: Record<string, string> = {}) => ask({ path, method: 'POST', form, cookie });

test('an issue whose poster is not published is refused, and says what to do', async () => {
  const before = await tableHashes(database.folder);
  const { status, text } = await post('/studio/issue/an-issue/publish');
  expect(status).toBe(422);
  expect(text).toContain('Publish that first');
  expect(await tableHashes(database.folder)).toEqual(before);
});

test('a poster is published, and withdrawn', async () => {
  const published = await post('/studio/poster/a-poster/publish');
  expect([published.status, published.location]).toEqual([303, '/studio/poster/a-poster?done=published']);
  expect(await publishedDocument(reader, 'poster', 'a-poster')).not.toBeNull();
  expect((await post('/studio/poster/a-poster/withdraw')).status).toBe(303);
  expect(await publishedDocument(reader, 'poster', 'a-poster')).toBeNull();
  expect((await post('/studio/poster/a-poster/withdraw')).status).toBe(422);
});

test('an issue that is too long for its sheet on the wall is told by how much, and not published', async () => {
  const at = 'culture/newsletters/an-issue.mdx';
  const bring = async (lead: string) => {
    writeFileSync(join(root, at), cultureFiles[at]!.replace('What happened.', lead));
    await importContent(system, root);
  };
  await post('/studio/poster/a-poster/publish');
  await bring('It goes on and on. '.repeat(250).trim());
  const before = await tableHashes(database.folder);
  const refused = await post('/studio/issue/an-issue/publish');
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/The lead is \d+ letters too long for the sheet on the wall/);
  expect(await tableHashes(database.folder)).toEqual(before);
  expect((await ask({ path: '/studio/issue/an-issue', cookie })).text).toContain('letters too long');
  await bring('What happened.');
  const { text } = await ask({ path: '/studio/issue/an-issue', cookie });
  expect(text).toContain('To print in two columns: one page.');
  expect(text).toContain('For the wall, on one page: how all 2 stories begin.');
  expect((await post('/studio/issue/an-issue/publish')).status).toBe(303);
  await post('/studio/poster/a-poster/withdraw');
});

test('a text with mistakes shows each with its place and what to write instead, and is not published', async () => {
  const file = join(root, 'culture/posters/a-poster.mdx');
  writeFileSync(file, cultureFiles['culture/posters/a-poster.mdx']!.replace('big-words', 'enormous-words'));
  await importContent(system, root);
  const { text } = await ask({ path: '/studio/poster/a-poster', cookie });
  expect(text).toContain('Line 4, column');
  expect(text).toContain('enormous-words');
  const { status } = await post('/studio/poster/a-poster/publish');
  expect(status).toBe(422);
  expect(await publishedDocument(reader, 'poster', 'a-poster')).toBeNull();
});

test('what is not there is not found', async () => {
  for (const path of [
    '/studio/poster/none',
    '/studio/module/a-poster',
    '/studio/poster/a-poster/publish?language=xx',
  ])
    expect((await ask({ path, cookie })).status, path).toBe(404);
});
