import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { sessionLifetime } from '#app/domain/access/sessions/session.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { recurring } from '#app/jobs/recurring.server.ts';
import { startWorker, workOnce } from '#app/jobs/worker.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { departmentOf, done, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let personId: string;
const shipped = [...recurring];

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  personId = await hire({ name: 'Ada', ...place });
});

afterEach(async () => {
  recurring.splice(0, recurring.length, ...shipped);
  await database.close();
});

const open = () => done(transact((tx) => openSession(tx, system, { personId, method: 'password' })));
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const lifetime = sessionLifetime('own', []);

test('a session that has expired opens nothing, and goes', async () => {
  const { token } = await open();
  await underClock(later(lifetime.idle - 1), async () => {
    expect(await sessionByToken(reader, token)).not.toBeNull();
    await workOnce();
  });
  expect(await reader.session.count()).toBe(1);
  await underClock(later(lifetime.absolute + 1), async () => {
    expect(await sessionByToken(reader, token)).toBeNull();
  });
  await underClock(later(lifetime.absolute + 120), workOnce);
  expect(await reader.session.count()).toBe(0);
});

test('a job runs when it is due, and not before', async () => {
  let runs = 0;
  recurring.push({ name: 'counts', everyMinutes: 10, run: async () => (runs += 1) });
  for (const minutes of [0, 5, 9.9]) await underClock(later(minutes), workOnce);
  expect(runs).toBe(1);
  await underClock(later(10.1), workOnce);
  expect(runs).toBe(2);
});

test('a job that fails says why, and runs again at its next time; those after it run all the same', async () => {
  let runs = 0;
  recurring.unshift({ name: 'fails', everyMinutes: 10, run: () => Promise.reject(new Error('no luck')) });
  recurring.push({ name: 'counts', everyMinutes: 10, run: async () => (runs += 1) });
  await workOnce();
  expect(runs).toBe(1);
  expect(await reader.recurringRun.findUnique({ where: { job: 'fails' } })).toMatchObject({
    reason: 'Error: no luck',
  });
  recurring.splice(0, 1, { name: 'fails', everyMinutes: 10, run: () => Promise.resolve() });
  await underClock(later(11), workOnce);
  expect(await reader.recurringRun.findUnique({ where: { job: 'fails' } })).toMatchObject({ reason: null });
});

test('the worker stops when asked, after the round that runs', async () => {
  let [begun, finished] = [0, 0];
  let tellBegun = () => {};
  const hasBegun = new Promise<void>((resolve) => (tellBegun = resolve));
  const run = async () => {
    begun += 1;
    tellBegun();
    await transact(async (tx) => tx.session.count());
    finished += 1;
  };
  recurring.push({ name: 'slow', everyMinutes: 10, run });
  const stop = startWorker();
  await hasBegun;
  await stop();
  expect([begun, finished]).toEqual([1, 1]);
});
