import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { retryFailed } from '#app/domain/culture/mailings/readers/retry-failed.server.ts';
import { settleUncertain } from '#app/domain/culture/mailings/readers/settle-uncertain.server.ts';
import { resumeMailing } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { MailServer } from '../support/mail-server.ts';
import { silentPort, startMailServer } from '../support/mail-server.ts';
import { mailingOf, publishIssue, readersOf, sendMailings, started } from '../support/mailings.ts';
import { patientSettings, settingsFor } from '../support/outbox.ts';
import { departmentOf, done, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let place: { departmentId: string; siteId: string };
let issueId: string;

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await hire({ name: 'Ada', email: 'ada.lovelace@example.com', ...place });
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  await server.close();
  await database.close();
});

const hireMany = async (count: number) => {
  for (let number = 1; number < count; number += 1) {
    await hire({ name: `Reader ${number}`, email: `reader-${number}@example.com`, ...place });
  }
};
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const send = () => sendMailings(patientSettings(server.url));
/** Only what hangs is waited for no longer than need be. */
const sendInto = (trouble: Trouble) =>
  sendMailings((trouble === 'hang' ? settingsFor : patientSettings)(server.url));
type Step = Parameters<MailServer['trouble']>[0];
type Trouble = NonNullable<Parameters<MailServer['trouble']>[1]>;
const steps = ['connect', 'from', 'to', 'data', 'end'] as const;
const mend = () => steps.forEach((step) => server.trouble(step, null));
const only = async (mailingId: string) => (await readersOf(mailingId))[0]!;

describe('a server that does not take it and shows so in time', () => {
  const cases: [Step, Trouble, string][] = [
    ['connect', { reply: 421 }, 'no-connection'],
    ['connect', 'hang', 'no-connection'],
    ['connect', 'drop', 'no-connection'],
    ['from', { reply: 451 }, 'put-off'],
    ['to', { reply: 450 }, 'put-off'],
    ['to', 'hang', 'no-connection'],
    ['end', { reply: 452 }, 'put-off'],
  ];
  test.each(cases)(
    'at %s with %j: they wait, and get it once when all is well',
    async (step, trouble, why) => {
      const id = await started(issueId);
      server.trouble(step, trouble);
      await sendInto(trouble);
      expect(await only(id)).toMatchObject({ state: 'queued', tries: 1, settledAt: null });
      expect((await only(id)).reason?.split(':', 1)[0]).toBe(why);
      mend();
      await send();
      expect(server.received, 'not before its time').toHaveLength(0);
      await underClock(later(2), async () => {
        await send();
        await send();
      });
      expect(await only(id)).toMatchObject({ state: 'sent', reason: null });
      expect(server.received).toHaveLength(1);
    },
  );

  test('because nobody listens there: one reader finds that out, not all of them', async () => {
    await hireMany(4);
    const id = await started(issueId);
    const port = await silentPort();
    const round = await sendMailings(settingsFor(`smtp://127.0.0.1:${port}`));
    expect(round).toEqual({ state: 'unreachable', again: null });
    expect((await readersOf(id)).filter(({ tries }) => tries > 0)).toHaveLength(1);
  });
});

describe('a server that refuses for good', () => {
  test.each(['from', 'to', 'end'] as const)(
    'at %s: failed, with its words and nothing personal',
    async (step) => {
      const id = await started(issueId);
      server.trouble(step, { reply: 550, text: '5.1.1 <ada.lovelace@example.com> ada.lovelace is unknown' });
      await send();
      const failed = await only(id);
      expect(failed).toMatchObject({ state: 'failed', tries: 1 });
      expect(failed.reason).toMatch(/^refused: 550 /);
      expect(failed.reason).not.toMatch(/lovelace|@/i);
      mend();
      for (const days of [0, 1, 30]) await underClock(later(days * 1440), send);
      expect(server.received).toHaveLength(0);
      await done(transact((tx) => retryFailed(tx, system, { mailingId: id })));
      await send();
      expect(await only(id)).toMatchObject({ state: 'sent' });
      expect(server.received).toHaveLength(1);
    },
  );

  test('one after the other: after ten it stops by itself, says why, and goes on when a person says so', async () => {
    await hireMany(14);
    const id = await started(issueId);
    server.trouble('to', { reply: 554, text: 'relaying denied' });
    await send();
    expect(await mailingOf(id)).toMatchObject({ state: 'paused', pausedFor: 'refused' });
    const states = (await readersOf(id)).map(({ state }) => state);
    expect(states.filter((state) => state === 'failed')).toHaveLength(10);
    expect(states.filter((state) => state === 'queued')).toHaveLength(4);
    mend();
    await done(transact((tx) => resumeMailing(tx, system, { mailingId: id })));
    await done(transact((tx) => retryFailed(tx, system, { mailingId: id })));
    await send();
    expect(server.received).toHaveLength(14);
    expect(await mailingOf(id)).toMatchObject({ state: 'done' });
  });
});

describe('a mail that the server may have', () => {
  const cases: [Step, Trouble][] = [
    ['data', 'drop'],
    ['end', 'drop'],
    ['end', 'hang'],
  ];
  test.each(cases)('at %s with %j is uncertain, and never goes again by itself', async (step, trouble) => {
    const id = await started(issueId);
    server.trouble(step, trouble);
    await sendInto(trouble);
    expect(await only(id)).toMatchObject({ state: 'uncertain', tries: 1 });
    expect((await only(id)).reason).toMatch(/^cut-off/);
    const taken = server.received.length;
    mend();
    for (const days of [0, 1, 30]) await underClock(later(days * 1440), send);
    expect(server.received).toHaveLength(taken);
    expect(await mailingOf(id)).toMatchObject({ state: 'done' });
  });

  test('goes again when a person wants it, under the same Message-ID', async () => {
    const id = await started(issueId);
    server.trouble('end', 'drop');
    await send();
    mend();
    await done(transact((tx) => settleUncertain(tx, system, { mailingId: id, as: 'again' })));
    await send();
    const { personId } = await only(id);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.raw).toContain(`<${id}.${personId}@`.toLowerCase());
    expect(await mailingOf(id)).toMatchObject({ state: 'done' });
  });
});

test('an outage of an hour loses none of twenty and doubles none', async () => {
  await hireMany(20);
  const start = Date.now();
  await underClock(new Date(start), async () => {
    await started(issueId);
    server.trouble('connect', { reply: 421 });
    for (let minute = 0; minute < 60; minute += 2) {
      moveClock(new Date(start + minute * 60_000));
      await send();
    }
    mend();
    for (let minute = 60; minute <= 180; minute += 15) {
      moveClock(new Date(start + minute * 60_000));
      await send();
    }
  });
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(20);
  expect(server.received).toHaveLength(20);
  expect(await reader.mailingReader.count({ where: { state: 'sent' } })).toBe(20);
});
