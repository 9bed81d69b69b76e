import { afterAll, beforeAll, expect, test } from 'vitest';
import { hangPoster } from '#app/domain/culture/posters/hangings/hang-poster.server.ts';
import { countOutdated, readChecklist } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { sitesOfHead } from '#app/domain/culture/posters/hangings/sites-of-head.sql.server.ts';
import { takeDownPoster } from '#app/domain/culture/posters/hangings/take-down-poster.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, documentOf, posterSource, publishEdition, publishPosters } from '../../support/posters.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let head: PersonActor;
let learner: PersonActor;
let main: string;
let island: string;
let elsewhere: string;
let one: string;
let two: string;

const siteCalled = async (name: string, timeZone: string) => {
  const site = { name, timeZone, paper: 'letter' as const, daysOff: [] };
  return (await done(transact((tx) => addSite(tx, system, site)))).siteId;
};

beforeAll(async () => {
  database = await openTestDatabase();
  main = await foundTestCompany();
  island = await siteCalled('Island', 'Pacific/Kiritimati');
  elsewhere = await siteCalled('Elsewhere', 'UTC');
  const shipping = await departmentOf('Shipping', 'shipping');
  const sales = await departmentOf('Sales', 'sales');
  const headId = await hire({ name: 'Ben Head', departmentId: shipping, siteId: main });
  await hire({ name: 'Ina Islander', departmentId: shipping, siteId: island });
  await hire({ name: 'Zed Sales', departmentId: sales, siteId: elsewhere });
  learner = await actorOf(await hire({ name: 'Ada Learner', departmentId: shipping, siteId: main }));
  await makeHead(shipping, headId);
  head = await actorOf(headId);
  await publishPosters({
    one: posterSource('One', bigWords('One')),
    'one.pl': posterSource('Jeden', { ...bigWords('Jeden'), language: 'pl' }),
    two: posterSource('Two', bigWords('Two')),
  });
  one = await documentOf('one');
  two = await documentOf('two');
});

afterAll(() => database.close());

const hang = (siteId: string, documentId: string, more = {}, who = head) =>
  transact((tx) => hangPoster(tx, who, { siteId, documentId, ...more }));
const takeDown = (siteId: string, documentId: string, who = head) =>
  transact((tx) => takeDownPoster(tx, who, { siteId, documentId }));

test('a head looks after the sites where their people work, those with most of them first', async () => {
  expect((await sitesOfHead(reader, head)).map(({ name }) => name)).toEqual(['Main', 'Island']);
  expect(await sitesOfHead(reader, learner)).toEqual([]);
});

test('a poster hangs since the day that it is at the site, and hung again it is a row of its own', async () => {
  await underClock(new Date('2026-03-01T20:00:00Z'), () =>
    done(hang(island, two, { place: 'Beside the clock', size: 'a3' })),
  );
  const [hanging] = (await readChecklist(reader, island, 'en')).posters.flatMap((row) => row.hanging ?? []);
  expect(hanging).toMatchObject({
    hungOn: '2026-03-02',
    place: 'Beside the clock',
    size: 'a3',
    state: 'current',
  });
  await done(hang(island, two));
  const rows = await reader.hanging.findMany({
    where: { siteId: island, documentId: two },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ place, openKey }) => [place, openKey === null])).toEqual([
    ['Beside the clock', true],
    [null, false],
  ]);
  expect(rows[0]).toMatchObject({ takenDownById: head.id, hungById: head.id });
  await done(takeDown(island, two));
  const events = await reader.event.findMany({ where: { subjectType: 'hanging' }, orderBy: { seq: 'asc' } });
  expect(events.map(({ name }) => name)).toEqual(['poster.hung', 'poster.hung', 'poster.taken-down']);
});

test('a newer edition asks to replace it, in its own language alone; hung today, all is well', async () => {
  await done(hang(main, one));
  await done(hang(island, one, { language: 'pl' }));
  await publishEdition('one', posterSource('One and more', bigWords('One and more')));
  const atMain = await readChecklist(reader, main, 'en');
  expect(atMain.toReplace).toMatchObject([{ slug: 'one', title: 'One', state: 'outdated' }]);
  expect(atMain.posters.map(({ poster }) => poster.slug)).toEqual(['two']);
  expect((await readChecklist(reader, island, 'en')).toReplace).toEqual([]);
  expect(await countOutdated(reader, [main, island])).toBe(1);
  await done(hang(main, one));
  expect((await readChecklist(reader, main, 'en')).toReplace).toEqual([]);
});

test('one that was withdrawn asks to be taken down, and can be', async () => {
  await done(hang(main, two));
  const where = { document: { kind: 'poster', slug: 'two' } };
  await transact((tx) => tx.publication.updateMany({ where, data: { withdrawnAt: new Date() } }));
  expect((await readChecklist(reader, main, 'en')).toReplace).toMatchObject([{ slug: 'two', state: 'gone' }]);
  expect(await hang(main, two)).toEqual({ refused: 'not-published' });
  await done(takeDown(main, two));
  expect((await readChecklist(reader, main, 'en')).toReplace).toEqual([]);
  expect(await takeDown(main, two)).toEqual({ refused: 'not-hanging' });
});

test('what is refused changes no row: at another’s site, by nobody’s head, of no poster', async () => {
  const before = tableHashes(database.folder, ['Session']);
  expect(await hang(elsewhere, one)).toEqual({ refused: 'unknown-site' });
  expect(await takeDown(elsewhere, one)).toEqual({ refused: 'unknown-site' });
  expect(await hang(main, one, {}, learner)).toEqual({ refused: 'not-allowed' });
  expect(await takeDown(main, one, learner)).toEqual({ refused: 'not-allowed' });
  expect(await hang(main, 'none')).toEqual({ refused: 'not-published' });
  expect(tableHashes(database.folder, ['Session'])).toEqual(before);
});

test('that a poster hung is never written over', async () => {
  const before = await reader.hanging.findMany();
  const down = { takenDownOn: '2026-01-01' };
  await expect(transact((tx) => tx.hanging.updateMany({ data: { hungOn: '2020-01-01' } }))).rejects.toThrow();
  await expect(
    transact((tx) => tx.hanging.updateMany({ where: { openKey: null }, data: down })),
  ).rejects.toThrow();
  expect(await reader.hanging.findMany()).toEqual(before);
});
