import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { keepOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { keepSending } from '#app/domain/outbox/keep-sending.server.ts';
import { keepUncertain } from '#app/domain/outbox/keep-uncertain.server.ts';
import type { MailState } from '#app/domain/outbox/mail.ts';
import { parseReason, storedReason } from '#app/domain/outbox/mail.ts';
import { retryMail } from '#app/domain/outbox/retry-mail.server.ts';
import { keepTry } from '#app/domain/queue/keep-try.server.ts';
import { requestJob } from '#app/domain/queue/request-job.server.ts';
import { retryReaction } from '#app/domain/queue/retry-reaction.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { judgeFailure } from '#app/platform/mail/delivery.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { mailOf, queue } from '../../support/outbox.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
const people: Partial<Record<'hr' | 'admin' | 'editor', string>> = {};

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  for (const role of ['hr', 'admin', 'editor'] as const)
    people[role] = await hire({ name: `The ${role}`, roles: [role], ...place });
});

afterEach(() => database.close());

const putInto = (id: string, state: MailState) =>
  transact((tx) => tx.mail.update({ where: { id }, data: { state, tries: 5 } }));

/** Everything a refusal must leave as it was. */
const rows = async () => ({
  mails: await reader.mail.findMany(),
  tries: await reader.reactionTry.findMany(),
  runs: await reader.recurringRun.findMany(),
  events: await reader.event.count(),
});

describe('sending again', () => {
  test.each(['failed', 'uncertain'] as const)(
    'a mail that is %s waits for the sender as if new',
    async (state) => {
      const id = await queue(people.hr!);
      await putInto(id, state);
      const actor = await actorOf(people.admin!);
      expect(await transact((tx) => retryMail(tx, actor, { mailId: id }))).toEqual({ ok: true });
      expect(await mailOf(id)).toMatchObject({ state: 'queued', tries: 0, reason: null, settledAt: null });
      const event = await reader.event.findFirst({ where: { name: 'mail.retried' } });
      expect(event).toMatchObject({ actorId: people.admin, subjectId: id, facts: '{}' });
    },
  );

  test.each(['queued', 'sending', 'sent'] as const)('a mail that is %s is refused', async (state) => {
    const id = await queue(people.hr!);
    await putInto(id, state);
    const before = await rows();
    const refused = await transact((tx) => retryMail(tx, system, { mailId: id }));
    expect(refused).toEqual({ refused: 'not-stopped' });
    expect(await rows()).toEqual(before);
  });

  test('two clicks at once are one sending', async () => {
    const id = await queue(people.hr!);
    await putInto(id, 'failed');
    const retry = () => transact((tx) => retryMail(tx, system, { mailId: id }));
    const answers = await Promise.all([retry(), retry()]);
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
  });
});

test('nobody but an admin may run or send anything again, and nothing that is not there', async () => {
  const mailId = await queue(people.hr!);
  await putInto(mailId, 'failed');
  const which = { reaction: 'notify-of-course' as const, seq: 1 };
  await transact((tx) => keepTry(tx, { ...which, reason: 'no luck' }));
  const before = await rows();
  for (const role of ['hr', 'editor'] as const) {
    const actor = await actorOf(people[role]!);
    const refused = { refused: 'not-allowed' };
    expect(await transact((tx) => retryMail(tx, actor, { mailId }))).toEqual(refused);
    expect(await transact((tx) => retryReaction(tx, actor, which))).toEqual(refused);
    expect(await transact((tx) => requestJob(tx, actor, { job: 'seen-sessions' }))).toEqual(refused);
  }
  const admin = await actorOf(people.admin!);
  expect(await transact((tx) => retryMail(tx, admin, { mailId: 'none' }))).toEqual({
    refused: 'no-such-mail',
  });
  expect(await transact((tx) => retryReaction(tx, admin, { ...which, seq: 999 }))).toEqual({
    refused: 'nothing-waits',
  });
  // Signing them in for the question has left events of its own.
  expect({ ...(await rows()), events: 0 }).toEqual({ ...before, events: 0 });
});

describe('the states of a mail', () => {
  test('only one sender takes it, and only the one who has it settles it', async () => {
    const id = await queue(people.hr!);
    const taken = await Promise.all([1, 2, 3].map(() => transact((tx) => keepSending(tx, id))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await transact(keepUncertain);
    const late = { mailId: id, outcome: { state: 'sent' as const } };
    await transact((tx) => keepOutcome(tx, late));
    expect(await mailOf(id)).toMatchObject({ state: 'uncertain', reason: 'interrupted' });
  });

  test('a reason goes in and comes out', () => {
    const stored = storedReason('refused', '550 5.1.1: no such user');
    expect(parseReason(stored)).toEqual({ reason: 'refused', detail: '550 5.1.1: no such user' });
    expect(parseReason('left')).toEqual({ reason: 'left', detail: '' });
    expect(parseReason('of an older version')).toEqual({ reason: null, detail: 'of an older version' });
  });
});

describe('what nodemailer reports', () => {
  const failure = (fields: object) => Object.assign(new Error('it failed'), fields);
  test.each([
    [{ code: 'EENVELOPE', command: 'API' }, false, 'refused'],
    [{ code: 'EMESSAGE', command: 'MAIL FROM' }, false, 'refused'],
    [{ code: 'ETLS', command: 'STARTTLS' }, false, 'unreachable'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false, 'unreachable'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, true, 'uncertain'],
    [{ code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, true, 'uncertain'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, 'refused'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, true, 'put-off'],
    [{}, true, 'uncertain'],
    [{}, false, 'unreachable'],
  ])('%j, the text begun: %s, is %s', (fields, begun, outcome) => {
    expect(judgeFailure(failure(fields), begun, []).outcome).toBe(outcome);
  });
});
