import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { retryMail } from '#app/domain/outbox/retry-mail.server.ts';
import type { Reaction } from '#app/jobs/reactions.server.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { startWorker, workOnce } from '#app/jobs/worker.server.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { MailServer } from '../support/mail-server.ts';
import { silentPort, startMailServer } from '../support/mail-server.ts';
import { mailOf, queue, sendOnce, settingsFor } from '../support/outbox.ts';
import { departmentOf, done, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let personId: string;
const shipped = [...reactions];

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  personId = await hire({ name: 'Ada', email: 'ada.lovelace@example.com', ...place });
});

afterEach(async () => {
  configureMail(null);
  reactions.splice(0, reactions.length, ...shipped);
  await server.close();
  await database.close();
});

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const send = () => sendOnce(settingsFor(server.url));
type Step = Parameters<MailServer['trouble']>[0];
type Trouble = NonNullable<Parameters<MailServer['trouble']>[1]>;

/** Sent later, once and only once, by itself. */
async function expectSentOnceLater(id: string): Promise<void> {
  for (const step of ['connect', 'from', 'to', 'data', 'end'] as const) server.trouble(step, null);
  await underClock(minutes(2), async () => {
    await send();
    await send();
  });
  expect(await mailOf(id)).toMatchObject({ state: 'sent', reason: null });
  expect(server.received).toHaveLength(1);
}

/** Whatever the clock says and however often the sender looks. */
async function expectNeverAgain(id: string): Promise<void> {
  const before = await mailOf(id);
  const taken = server.received.length;
  for (const step of ['connect', 'from', 'to', 'data', 'end'] as const) server.trouble(step, null);
  for (const days of [0, 1, 30]) await underClock(minutes(days * 1440), send);
  expect(await mailOf(id)).toEqual(before);
  expect(server.received).toHaveLength(taken);
}

describe('a mail server that does not take it, and says or shows so in time', () => {
  const cases: [Step, Trouble, string][] = [
    ['connect', { reply: 421 }, 'no-connection'],
    ['connect', { reply: 554 }, 'no-connection'],
    ['connect', 'hang', 'no-connection'],
    ['connect', 'drop', 'no-connection'],
    ['from', { reply: 451 }, 'put-off'],
    ['from', { reply: 530 }, 'put-off'],
    ['from', 'hang', 'no-connection'],
    ['from', 'drop', 'no-connection'],
    ['to', { reply: 450 }, 'put-off'],
    ['to', { reply: 421 }, 'no-connection'],
    ['to', 'hang', 'no-connection'],
    ['to', 'drop', 'no-connection'],
    ['end', { reply: 452 }, 'put-off'],
    ['end', { reply: 421 }, 'put-off'],
  ];
  test.each(cases)(
    'at %s with %j: it waits, and goes once when all is well again',
    async (step, trouble, why) => {
      const id = await queue(personId);
      server.trouble(step, trouble);
      await send();
      const mail = await mailOf(id);
      expect(mail).toMatchObject({ state: 'queued', tries: 1, settledAt: null });
      expect(mail.reason?.split(':', 1)[0]).toBe(why);
      expect(mail.nextAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
      await send();
      expect((await mailOf(id)).tries, 'not before its time').toBe(1);
      await expectSentOnceLater(id);
    },
  );

  test('because nobody listens there', async () => {
    const id = await queue(personId);
    const port = await silentPort();
    expect(await sendOnce(settingsFor(`smtp://127.0.0.1:${port}`))).toBe('unreachable');
    expect(await mailOf(id)).toMatchObject({ state: 'queued', reason: 'no-connection: ECONNREFUSED' });
    await expectSentOnceLater(id);
  });

  test('because its name is nowhere', async () => {
    const id = await queue(personId);
    await sendOnce(settingsFor('smtp://mail.invalid:25'));
    expect((await mailOf(id)).reason).toMatch(/^no-connection: /);
    await expectSentOnceLater(id);
  });

  test('because our password for it is wrong: it goes when that is mended', async () => {
    const strict = await startMailServer({ users: { us: 'right' } });
    const at = (password: string) => settingsFor(strict.url.replace('://', `://us:${password}@`));
    const id = await queue(personId);
    await sendOnce(at('wrong'));
    expect((await mailOf(id)).reason).toMatch(/^no-connection: 535/);
    await underClock(minutes(2), () => sendOnce(at('right')));
    expect(await mailOf(id)).toMatchObject({ state: 'sent' });
    expect(strict.received).toHaveLength(1);
    await strict.close();
  });
});

describe('a mail server that refuses for good', () => {
  test.each(['from', 'to', 'end'] as const)('at %s: failed, with its reason', async (step) => {
    const id = await queue(personId);
    server.trouble(step, { reply: 550, text: '5.1.1 <ada.lovelace@example.com> ada.lovelace is unknown' });
    await send();
    const mail = await mailOf(id);
    expect(mail).toMatchObject({ state: 'failed', tries: 1 });
    expect(mail.reason).toMatch(/^refused: 550 /);
    expect(mail.reason, 'nothing of the person').not.toMatch(/lovelace|@/i);
    await expectNeverAgain(id);
  });

  test('one mail goes on with the next', async () => {
    const ids = [await queue(personId), await queue(personId, 'sign-in-changed')];
    server.trouble('to', { reply: 550 });
    await send();
    for (const id of ids) expect(await mailOf(id)).toMatchObject({ state: 'failed' });
  });
});

describe('a mail that the server may have', () => {
  const cases: [Step, Trouble][] = [
    ['data', 'drop'],
    ['end', 'drop'],
    ['end', 'hang'],
  ];
  test.each(cases)('at %s with %j is uncertain, and never goes again by itself', async (step, trouble) => {
    const id = await queue(personId);
    server.trouble(step, trouble);
    await send();
    const mail = await mailOf(id);
    expect(mail).toMatchObject({ state: 'uncertain', tries: 1 });
    expect(mail.reason).toMatch(/^cut-off/);
    await expectNeverAgain(id);
  });

  test('goes again when a person wants it, under the same Message-ID and with a link of its own', async () => {
    const id = await queue(personId);
    server.trouble('end', 'drop');
    await send();
    server.trouble('end', null);
    await done(transact((tx) => retryMail(tx, system, { mailId: id })));
    await send();
    expect(await mailOf(id)).toMatchObject({ state: 'sent', tries: 1 });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.raw).toContain(`<${id.toLowerCase()}@`);
    expect(await reader.token.count(), 'the one before opens nothing').toBe(1);
    expect(await reader.event.count({ where: { name: 'mail.retried' } })).toBe(1);
  });
});

test('an outage of an hour loses none of forty mails and doubles none', async () => {
  const people = await reader.person.findMany({ select: { id: true } });
  const start = Date.now();
  await underClock(new Date(start), async () => {
    for (let number = 0; number < 40; number += 1) await queue(people[0]!.id, 'sign-in-changed');
    server.trouble('connect', { reply: 421 });
    for (let minute = 0; minute < 60; minute += 1) {
      moveClock(new Date(start + minute * 60_000));
      await send();
    }
    server.trouble('connect', null);
    for (let minute = 60; minute <= 180; minute += 10) {
      moveClock(new Date(start + minute * 60_000));
      await send();
    }
  });
  const ids = server.received.map(({ raw }) => /Message-ID: <([^@]+)@/i.exec(raw)![1]!.toUpperCase());
  expect(ids.toSorted()).toEqual((await reader.mail.findMany()).map(({ id }) => id).toSorted());
  expect(await reader.mail.count({ where: { state: 'sent' } })).toBe(40);
});

test('after about two days of trying it has failed, with the last reason, and rests', async () => {
  const id = await queue(personId);
  server.trouble('to', { reply: 451, text: 'greylisted' });
  const start = Date.now();
  const triedAt: number[] = [];
  await underClock(new Date(start), async () => {
    for (let minute = 0; minute < 4 * 1440; minute += 20) {
      moveClock(new Date(start + minute * 60_000));
      const before = server.reached.to;
      await send();
      if (server.reached.to > before) triedAt.push(minute / 60);
    }
  });
  expect(await mailOf(id)).toMatchObject({ state: 'failed', reason: 'put-off: 451 greylisted', tries: 12 });
  expect(triedAt.at(-1)).toBeGreaterThan(40);
  expect(triedAt.at(-1)).toBeLessThan(56);
});

test('a server that stalls holds up neither reactions nor the end of the house', async () => {
  const told: number[] = [];
  const run = async (_: unknown, seq: number) => void told.push(seq);
  reactions.push({ name: 'tells', on: 'sign-in.refused', run } as unknown as Reaction);
  await workOnce();
  server.trouble('end', 'hang');
  const settings = settingsFor(server.url);
  configureMail({
    ...settings,
    timeouts: { connect: 60_000, greeting: 60_000, silence: 60_000, whole: 60_000 },
  });
  const id = await queue(personId);
  const stop = startWorker();
  await expect.poll(() => server.reached.end, { timeout: 20_000 }).toBe(1);
  await transact((tx) => refuseSignIn(tx, system, { personId: null }));
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(1);
  expect(await mailOf(id)).toMatchObject({ state: 'sending' });
  await stop();
  expect(await mailOf(id)).toMatchObject({ state: 'uncertain', reason: 'cut-off: EABORT' });
});
