import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import { closeDepartment } from '#app/domain/people/departments/close-department.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { planHuddles } from '#app/jobs/huddles/plan-huddles.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { caseStudy, moduleSource, question, writeContent } from '../support/content.ts';
import { publishDrafts } from '../support/culture.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { noonOf, sheetSource } from '../support/huddles.ts';
import { complete, textOf } from '../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from '../support/staff.ts';

let database: TestDatabase;
let siteId: string;
let shippingId: string;

const [monday, tuesday, friday, nextMonday] = ['2026-11-16', '2026-11-17', '2026-11-20', '2026-11-23'];
const at = <T>(day: string, work: () => Promise<T>) => underClock(noonOf(day), work);

beforeEach(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  const first = moduleSource({
    title: 'First',
    parts: [caseStudy({ id: 'a-case', title: 'A case' })],
    questions: question('one', 'one'),
  });
  const course = { slug: 'common', title: 'Common', audience: 'everyone', modules: { first } };
  const files = {
    'culture/sheets/a.mdx': sheetSource('Sheet A', 'a-case', 'function: shipping\nrefreshes: common/first\n'),
    'culture/sheets/b.mdx': sheetSource('Sheet B', 'a-case'),
  };
  await at('2026-10-01', async () => {
    await importContent(system, writeContent(join(database.folder, 'content'), [course], files));
    await publishDrafts();
  });
  shippingId = await departmentOf('Shipping', 'shipping');
});

afterEach(() => database.close());

const planned = async () =>
  (
    await reader.huddle.findMany({
      orderBy: [{ mondayOn: 'asc' }, { department: { name: 'asc' } }],
      select: {
        mondayOn: true,
        department: { select: { name: true } },
        version: { select: { title: true } },
      },
    })
  ).map(({ mondayOn, department, version }) => `${mondayOn} ${department.name}: ${version.title}`);

describe('each week’s sheets', () => {
  test('are laid out for every open department with people in it, once, and for the next week from Friday', async () => {
    await departmentOf('Empty', 'shipping');
    const closedId = await departmentOf('Closed', 'shipping');
    await hire({ name: 'Ada', departmentId: shippingId, siteId });
    await hire({ name: 'Zed', departmentId: await departmentOf('Sales', 'sales'), siteId });
    await done(
      transact((tx) => closeDepartment(tx, system, { departmentId: closedId, fromOn: '2026-06-01' })),
    );
    await at(tuesday, planHuddles);
    expect(await planned()).toEqual([`${monday} Sales: Sheet B`, `${monday} Shipping: Sheet A`]);
    await at(tuesday, planHuddles);
    expect(await reader.huddle.count()).toBe(2);
    await at(friday, planHuddles);
    expect((await planned()).slice(2)).toEqual([
      `${nextMonday} Sales: Sheet B`,
      `${nextMonday} Shipping: Sheet B`,
    ]);
  });

  test('are made up for the week that it is after the server stood still, and for none before', async () => {
    await hire({ name: 'Ada', departmentId: shippingId, siteId });
    await at('2026-10-05', planHuddles);
    await at(tuesday, planHuddles);
    expect(await planned()).toEqual(['2026-10-05 Shipping: Sheet A', `${monday} Shipping: Sheet B`]);
  });

  test('come by the clock of the department: where it is Friday already', async () => {
    const far = { name: 'Auckland', timeZone: 'Pacific/Auckland', paper: 'a4' as const, daysOff: [6, 7] };
    const { siteId: farId } = await done(transact((tx) => addSite(tx, system, far)));
    const farDepartment = await departmentOf('Far', 'shipping');
    await hire({ name: 'Ana', departmentId: farDepartment, siteId: farId });
    await hire({ name: 'Ada', departmentId: shippingId, siteId });
    await underClock(new Date('2026-11-19T13:00:00Z'), planHuddles);
    expect(await planned()).toEqual([
      `${monday} Far: Sheet A`,
      `${monday} Shipping: Sheet A`,
      `${nextMonday} Far: Sheet B`,
    ]);
  });

  test('are none where nothing is published, and nothing breaks', async () => {
    await hire({ name: 'Ada', departmentId: shippingId, siteId });
    await transact((tx) => tx.publication.updateMany({ data: { withdrawnAt: new Date() } }));
    await at(tuesday, planHuddles);
    expect(await planned()).toEqual([]);
  });
});

test('who took part has refreshed the module when the day is over, if they had completed it before', async () => {
  const place = { departmentId: shippingId, siteId };
  const [ben, ada, jarek] = [
    await hire({ name: 'Ben', ...place }),
    await hire({ name: 'Ada', ...place }),
    await hire({ name: 'Jarek', ...place }),
  ];
  await makeHead(shippingId, ben);
  const learner = await actorOf(ada);
  await at('2026-10-10', async () => complete(learner, await textOf(learner, 'common', 'first')));
  await at(monday, workOnce);
  const { id: huddleId } = await reader.huddle.findFirstOrThrow();
  const head = await actorOf(ben);
  const byTalk = async () => {
    const rows = await reader.completion.findMany({
      where: { source: 'talk' },
      select: { personId: true, completedOn: true },
    });
    return rows;
  };
  await at(monday, async () => {
    const tell = (people: string[]) =>
      done(transact((tx) => holdHuddle(tx, head, { huddleId, heldOn: monday, people })));
    await tell([ada, jarek, ben]);
    await workOnce();
    await tell([ada, jarek]);
  });
  expect(await byTalk()).toEqual([]);
  await at(tuesday, async () => {
    await workOnce();
    await workOnce();
  });
  expect(await byTalk()).toEqual([{ personId: ada, completedOn: monday }]);
});
