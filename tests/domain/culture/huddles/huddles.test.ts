import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { chooseSheet } from '#app/domain/culture/huddles/choose-sheet.server.ts';
import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import {
  departmentsCovered,
  readHuddlePeople,
  staffedDepartments,
} from '#app/domain/culture/huddles/huddle-people-reads.server.ts';
import { findHuddle, lastHeld, partsOf } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { planHuddle } from '#app/domain/culture/huddles/plan-huddle.server.ts';
import { settleHuddle } from '#app/domain/culture/huddles/settle-huddle.server.ts';
import { publishedSheets, readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { addHoliday } from '#app/domain/people/sites/add-holiday.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { caseStudy, moduleSource, writeContent } from '../../../support/content.ts';
import { publishDrafts } from '../../../support/culture.ts';
import type { TestDatabase } from '../../../support/database.ts';
import { openTestDatabase } from '../../../support/database.ts';
import { noonOf, planFor, sheetSource } from '../../../support/huddles.ts';
import { actorOf, departmentOf, done, foundTestCompany } from '../../../support/staff.ts';
import { hire, leave, makeHead } from '../../../support/staff.ts';

let database: TestDatabase;
let siteId: string;
let shippingId: string;
let nightId: string;
let people: Record<'ada' | 'jarek' | 'nina', string>;
let ben: PersonActor;
let zed: PersonActor;

const monday = '2026-11-16';
const [tuesday, saturday] = ['2026-11-17', '2026-11-21'];
const onMonday = <T>(work: () => Promise<T>) => underClock(noonOf(monday), work);

beforeEach(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  const first = moduleSource({ title: 'First', parts: [caseStudy({ id: 'a-case', title: 'A case' })] });
  const course = { slug: 'common', title: 'Common', audience: 'everyone', modules: { first } };
  const files = {
    'culture/sheets/a.mdx': sheetSource('Sheet A', 'a-case', 'function: shipping\nrefreshes: common/first\n'),
    'culture/sheets/b.mdx': sheetSource('Sheet B', 'a-case', 'function: shipping\n'),
    'culture/sheets/c.mdx': sheetSource('Sheet C', 'a-case', 'function: sales\n'),
  };
  await importContent(system, writeContent(join(database.folder, 'content'), [course], files));
  await publishDrafts();
  shippingId = await departmentOf('Shipping', 'shipping');
  nightId = await departmentOf('Night', undefined, shippingId);
  const salesId = await departmentOf('Sales', 'sales');
  const benId = await hire({ name: 'Ben', departmentId: shippingId, siteId });
  people = {
    ada: await hire({ name: 'Ada', departmentId: shippingId, siteId }),
    jarek: await hire({ name: 'Jarek', departmentId: shippingId, siteId }),
    nina: await hire({ name: 'Nina', departmentId: nightId, siteId }),
  };
  await makeHead(shippingId, benId);
  const zedId = await hire({ name: 'Zed', departmentId: salesId, siteId });
  await makeHead(salesId, zedId);
  [ben, zed] = [await actorOf(benId), await actorOf(zedId)];
});

afterEach(() => database.close());

const hold = (actor: PersonActor, huddleId: string, heldOn: string, ids: string[]) =>
  transact((tx) => holdHuddle(tx, actor, { huddleId, heldOn, people: ids }));
const settle = (huddleId: string) => transact((tx) => settleHuddle(tx, system, { huddleId }));
const rows = async () => [
  await reader.huddle.count(),
  await reader.huddleChoice.count(),
  await reader.huddleHeld.count(),
  await reader.huddlePart.count(),
  await reader.huddleSettlement.count(),
  await reader.event.count(),
];

/** That something is refused, and changes no row. */
async function refused(work: () => Promise<object>, why: string): Promise<void> {
  const before = await rows();
  expect(await work()).toEqual({ refused: why });
  expect(await rows()).toEqual(before);
}

async function sheetNamed(title: string) {
  return (await publishedSheets(reader)).find((sheet) => sheet.title === title)!;
}

describe('a week’s sheet', () => {
  test('is laid out once for a department, by the program alone', async () => {
    const { documentId } = await sheetNamed('Sheet A');
    const plan = { departmentId: shippingId, mondayOn: monday, timeZone: 'UTC', documentId };
    await refused(() => transact((tx) => planHuddle(tx, ben, plan)), 'not-allowed');
    const unknown = { ...plan, documentId: 'none' };
    await refused(() => transact((tx) => planHuddle(tx, system, unknown)), 'unknown-sheet');
    await done(transact((tx) => planHuddle(tx, system, plan)));
    await refused(() => transact((tx) => planHuddle(tx, system, plan)), 'has-one');
    expect(await reader.event.count({ where: { name: 'huddle.planned' } })).toBe(1);
  });

  test('is another one if the head wants it, of their own work, and until it was held', async () => {
    const huddleId = await planFor(shippingId, monday);
    const [b, c] = [await sheetNamed('Sheet B'), await sheetNamed('Sheet C')];
    const choose = (actor: PersonActor, documentId: string) =>
      transact((tx) => chooseSheet(tx, actor, { huddleId, documentId }));
    await onMonday(async () => {
      await refused(() => choose(zed, b.documentId), 'not-allowed');
      await refused(() => choose(ben, c.documentId), 'unknown-sheet');
      await refused(() => choose(ben, shippingId), 'unknown-sheet');
      await done(choose(ben, b.documentId));
      expect(await findHuddle(reader, huddleId)).toMatchObject({ title: 'Sheet B' });
      await done(hold(ben, huddleId, monday, [people.ada]));
      await refused(() => choose(ben, b.documentId), 'held-already');
    });
    const late = await planFor(shippingId, '2026-10-05');
    const input = { huddleId: late, documentId: b.documentId };
    await refused(() => onMonday(() => transact((tx) => chooseSheet(tx, ben, input))), 'over');
  });

  test('is read as it was pinned: the case, the question, the answers, the end', async () => {
    const { versionId } = await sheetNamed('Sheet A');
    const sheet = await readSheet(reader, versionId, ben);
    expect(sheet).toMatchObject({
      title: 'Sheet A',
      refreshes: 'common/first',
      case: { id: 'a-case', title: 'A case', language: 'en' },
    });
    expect(sheet!.answers).toHaveLength(2);
    expect(await readSheet(reader, 'none', ben)).toBeNull();
  });
});

describe('that it was held', () => {
  test('is the head’s word, about a day of that week that has come, and people who work there', async () => {
    const huddleId = await planFor(shippingId, monday);
    await underClock(noonOf('2026-11-15'), () =>
      refused(() => hold(ben, huddleId, monday, [people.ada]), 'too-early'),
    );
    await onMonday(async () => {
      await refused(() => hold(zed, huddleId, monday, [people.ada]), 'not-allowed');
      await refused(() => hold(ben, 'none', monday, [people.ada]), 'not-allowed');
      await refused(() => hold(ben, huddleId, '2026-11-13', [people.ada]), 'other-week');
      await refused(() => hold(ben, huddleId, tuesday, [people.ada]), 'day-to-come');
      await refused(() => hold(ben, huddleId, monday, []), 'nobody');
      await refused(() => hold(ben, huddleId, monday, [people.ada, zed.id]), 'not-there');
      const { heldId } = await done(hold(ben, huddleId, monday, [people.ada, people.ada, people.jarek]));
      expect(await partsOf(reader, [heldId])).toEqual(
        new Map([
          [
            heldId,
            [
              { personId: people.ada, name: 'Ada' },
              { personId: people.jarek, name: 'Jarek' },
            ],
          ],
        ]),
      );
    });
    await underClock(noonOf('2026-11-30'), () =>
      refused(() => hold(ben, huddleId, monday, [people.ada]), 'over'),
    );
  });

  test('can be corrected until the day ends, and what was said last counts; nothing is overwritten', async () => {
    const huddleId = await planFor(shippingId, monday);
    await onMonday(async () => {
      await done(hold(ben, huddleId, monday, [people.ada, people.jarek]));
      await refused(() => settle(huddleId), 'not-over');
      await done(hold(ben, huddleId, monday, [people.ada]));
      expect(await findHuddle(reader, huddleId)).toMatchObject({ state: 'told', held: { people: 1 } });
    });
    expect(await reader.huddleHeld.count()).toBe(2);
    expect(await reader.huddlePart.count()).toBe(3);
    await underClock(noonOf(tuesday), async () => {
      await refused(() => hold(ben, huddleId, monday, [people.jarek]), 'over');
      await refused(() => transact((tx) => settleHuddle(tx, ben, { huddleId })), 'not-allowed');
      const { heldId } = await done(settle(huddleId));
      expect((await partsOf(reader, [heldId])).get(heldId)).toEqual([{ personId: people.ada, name: 'Ada' }]);
      await refused(() => settle(huddleId), 'settled');
    });
  });

  test('is told once when it is pressed twice; the last day is that of what was told last', async () => {
    const huddleId = await planFor(shippingId, monday);
    await underClock(noonOf(tuesday), async () => {
      const first = await done(hold(ben, huddleId, tuesday, [people.ada, ben.id]));
      const before = await rows();
      expect(await done(hold(ben, huddleId, tuesday, [ben.id, people.ada]))).toEqual(first);
      expect(await rows()).toEqual(before);
      await done(hold(ben, huddleId, monday, [people.ada]));
    });
    expect([...(await lastHeld(reader, [shippingId]))]).toEqual([[shippingId, monday]]);
  });

  test('is evidence: no row of it is changed, and none is added once it is settled', async () => {
    const huddleId = await planFor(shippingId, monday);
    const { heldId } = await onMonday(() => done(hold(ben, huddleId, monday, [people.ada])));
    const change = (work: Parameters<typeof transact>[0]) => expect(transact(work)).rejects.toThrow();
    await change((tx) => tx.huddle.update({ where: { id: huddleId }, data: { mondayOn: '2026-11-09' } }));
    await change((tx) => tx.huddleHeld.update({ where: { id: heldId }, data: { heldOn: tuesday } }));
    await change((tx) => tx.huddlePart.updateMany({ data: { personId: people.jarek } }));
    await underClock(noonOf(tuesday), () => done(settle(huddleId)));
    await change((tx) => tx.huddlePart.create({ data: { heldId, personId: people.jarek } }));
    await change((tx) => tx.huddleSettlement.updateMany({ data: { heldId: 'other' } }));
  });
});

describe('who comes to it', () => {
  const namesOn = async (departmentId: string, day: string) =>
    (await readHuddlePeople(reader, { departmentId, mondayOn: monday }, day)).map((one) => one.name);

  test('is who works in the department, and below it where there is no sheet of its own', async () => {
    await planFor(shippingId, monday);
    expect(await namesOn(shippingId, monday)).toEqual(['Ada', 'Ben', 'Jarek', 'Nina']);
    await planFor(nightId, monday);
    expect(await namesOn(shippingId, monday)).toEqual(['Ada', 'Ben', 'Jarek']);
    expect(await departmentsCovered(reader, { departmentId: nightId, mondayOn: monday })).toEqual([nightId]);
  });

  test('is who is employed on the day', async () => {
    await leave(people.jarek, monday);
    expect(await namesOn(shippingId, monday)).toContain('Jarek');
    expect(await namesOn(shippingId, tuesday)).not.toContain('Jarek');
  });

  test('does not work on the site’s days off and holidays', async () => {
    const worksOn = async (day: string) =>
      (await readHuddlePeople(reader, { departmentId: shippingId, mondayOn: monday }, day)).map(
        ({ worksThatDay }) => worksThatDay,
      );
    expect(new Set(await worksOn(monday))).toEqual(new Set([true]));
    expect(new Set(await worksOn(saturday))).toEqual(new Set([false]));
    await done(transact((tx) => addHoliday(tx, system, { siteId, day: tuesday, name: 'A day' })));
    expect(new Set(await worksOn(tuesday))).toEqual(new Set([false]));
  });

  test('goes by the clock of the most of them', async () => {
    const zones = await staffedDepartments(reader, monday);
    expect([zones.get(shippingId), zones.get(nightId)]).toEqual(['UTC', 'UTC']);
    expect(zones.has(await departmentOf('Empty'))).toBe(false);
  });
});
