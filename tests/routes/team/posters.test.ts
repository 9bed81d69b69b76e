import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, posterSource, publishEdition, publishPosters } from '../../support/posters.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, done, foundTestCompany, hire, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let head: string;
let site: string;
let elsewhere: string;

beforeAll(async () => {
  database = await openTestDatabase();
  site = await foundTestCompany();
  const other = { name: 'Elsewhere', timeZone: 'UTC', paper: 'a4' as const, daysOff: [] };
  elsewhere = (await done(transact((tx) => addSite(tx, system, other)))).siteId;
  const departmentId = await departmentOf('Shipping', 'shipping');
  const headId = await hire({ name: 'Ben Head', departmentId, siteId: site });
  await hire({ name: 'Ada Learner', departmentId, siteId: site });
  await makeHead(departmentId, headId);
  head = await cookieOf(headId);
  await publishPosters({
    one: posterSource('One', bigWords('One')),
    two: posterSource('Two', bigWords('Two')),
    three: posterSource('Three', bigWords('Three')),
  });
});

afterAll(() => database.close());

const send = (path: string, form: Record<string, string | string[]> = {}) =>
  ask({ path, method: 'POST', cookie: head, form });
const page = async () => (await ask({ path: '/team/posters', cookie: head })).text;
const hanging = async () => {
  const rows = await reader.hanging.findMany({
    where: { openKey: { not: null } },
    select: { document: { select: { slug: true } } },
  });
  return rows.map(({ document }) => document.slug).toSorted();
};

test('ticks and unticks of the whole page are one press; what somebody else did in between stays', async () => {
  expect((await send('/team/posters', { site, hangs: ['one', 'two', 'nothing'] })).location).toBe(
    `/team/posters?site=${site}&saved`,
  );
  expect(await hanging()).toEqual(['one', 'two']);
  await send('/team/posters', { site, before: ['one', 'two'], hangs: ['two', 'three'] });
  expect(await hanging()).toEqual(['three', 'two']);
  // Drawn before the last press: what it did not know of is neither hung anew nor taken down.
  const rows = await reader.hanging.count();
  await send('/team/posters', { site, before: [], hangs: ['two', 'three'] });
  expect(await reader.hanging.count()).toBe(rows);
  await send('/team/posters', { site, before: ['one'], hangs: [] });
  expect(await hanging()).toEqual(['three', 'two']);
});

test('a poster with a newer edition comes first; hung today it keeps its place, and the list is clear', async () => {
  await send(`/team/posters/${site}/two/hang`, { place: 'Beside the time clock', size: 'a3' });
  await publishEdition('two', posterSource('Two', bigWords('Two, but better')));
  const outdated = await page();
  expect(outdated).toContain('One to see to');
  expect(outdated).toContain('Beside the time clock');
  expect((await ask({ path: '/team', cookie: head })).text).toContain('one to replace');
  await send(`/team/posters/${site}/two/hang`, { language: 'en' });
  const renewed = await page();
  expect(renewed).not.toContain('One to see to');
  expect(renewed).toContain('Beside the time clock');
});

test('one that was withdrawn is taken down, once', async () => {
  const where = { document: { kind: 'poster', slug: 'three' } };
  await transact((tx) => tx.publication.updateMany({ where, data: { withdrawnAt: new Date() } }));
  expect(await page()).toContain('One to see to');
  expect((await send(`/team/posters/${site}/three/hang`)).status).toBe(404);
  expect((await send(`/team/posters/${site}/three/take-down`, { more: 'x' })).status).toBe(422);
  expect((await send(`/team/posters/${site}/three/take-down`)).status).toBe(303);
  expect((await send(`/team/posters/${site}/three/take-down`)).status).toBe(404);
  expect(await page()).not.toContain('One to see to');
});

test('a site where none of their people work is not there, and nothing is changed at it', async () => {
  const before = tableHashes(database.folder, ['Session']);
  expect((await ask({ path: `/team/posters?site=${elsewhere}`, cookie: head })).status).toBe(404);
  expect((await send('/team/posters', { site: elsewhere, hangs: 'one' })).status).toBe(404);
  for (const what of ['hang', 'take-down']) {
    const path = `/team/posters/${elsewhere}/one/${what}`;
    expect((await ask({ path, cookie: head })).status).toBe(404);
    expect((await send(path)).status).toBe(404);
  }
  const long = await send(`/team/posters/${site}/one/hang`, { place: 'x'.repeat(121) });
  expect(long.status).toBe(422);
  expect(long.text).toContain('x'.repeat(121));
  expect((await send(`/team/posters/${site}/one/hang`, { place: '', size: 'a9' })).status).toBe(422);
  expect(tableHashes(database.folder, ['Session'])).toEqual(before);
});
