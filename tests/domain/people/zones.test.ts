import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { dayAfter, dayBefore } from '#app/domain/people/iso-date.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';
import { doing } from './company-of-four.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Europe/London',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'UTC',
];

/** Gaps and folds of the clocks there, and of days that calendars get wrong. */
const days = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2018-11-04',
  '2028-02-29',
  '2026-02-28',
  '2026-04-30',
  '2026-12-31',
];

let database: TestDatabase;
let departmentId: string;
let siteId: string;
let personId: string;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  departmentId = await departmentOf('Office');
  await transact((tx) => tx.departmentPlacement.updateMany({ data: { fromOn: '2000-01-01' } }));
});

afterAll(() => database.close());

beforeEach(async () => {
  hired += 1;
  personId = await hire({ name: 'Ada', email: `ada${hired}@example.com`, departmentId, siteId });
  await transact((tx) => tx.employment.updateMany({ where: { personId }, data: { hiredOn: '2000-01-01' } }));
});

const startOf = (day: string, zone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

const open = () => transact((tx) => openSession(tx, system, { personId, method: 'password' }));
const letIn = (at: number) => underClock(new Date(at), async () => 'ok' in (await open()));
const heads = (at: number) =>
  underClock(new Date(at), async () => {
    const { token } = await done(open());
    return ((await sessionByToken(reader, token))?.actor.headOf ?? []).includes(departmentId);
  });

describe.each(zones)('in %s', (zone) => {
  beforeAll(() => transact((tx) => tx.company.updateMany({ data: { timeZone: zone } })));

  test.each(days)('a first and a last day are %s there, from its first moment to its last', async (day) => {
    const begins = startOf(day, zone);
    const ends = startOf(dayAfter(day), zone);
    const only = { hiredOn: day, leftOn: day };
    await transact((tx) => tx.employment.updateMany({ where: { personId }, data: only }));
    expect([await letIn(begins - 1), await letIn(begins), await letIn(ends - 1), await letIn(ends)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each(days)('a deputy for %s is one there, from its first moment to its last', async (day) => {
    const begins = startOf(day, zone);
    const ends = startOf(dayAfter(day), zone);
    const deputy = { departmentId, personId, fromOn: day, untilOn: day };
    await done(doing(nameDeputy, system, deputy));
    expect([await heads(begins - 1), await heads(begins), await heads(ends - 1), await heads(ends)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test.each(days)('the day before the day after %s is the day itself', (day) => {
  expect(dayBefore(dayAfter(day))).toBe(day);
});
