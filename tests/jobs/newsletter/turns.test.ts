import { afterEach, beforeEach, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import { unsubscribe } from '#app/domain/outbox/preferences/unsubscribe.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { publishIssue, readersOf, sendMailings, started } from '../../support/mailings.ts';
import { patientSettings } from '../../support/outbox.ts';
import { departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let server: MailServer | undefined;
let issueId: string;
let people: string[];

/** Turns take one, two and four: the fifth mail is in the middle of one. */
const count = 9;
const fifth = 5;

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  people = [];
  for (let number = 1; number <= count; number += 1)
    people.push(await hire({ name: `Reader ${number}`, email: `reader-${number}@example.com`, ...place }));
  people.sort();
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  await server?.close();
  await database.close();
});

/** Sends until it stands still; while the fifth mail is on the wire, something else happens. */
async function sendWhile(happens: () => Promise<unknown>): Promise<number> {
  let happened: Promise<unknown> | undefined;
  const watching = await startMailServer({
    onReach: (step) => {
      if (step === 'from' && watching.reached.from === fifth) happened ??= happens();
    },
  });
  server = watching;
  await sendMailings(patientSettings(watching.url));
  await happened;
  return watching.received.length;
}

test('quick mails are written down in turns, and not one by one', async () => {
  const id = await started(issueId);
  const written: number[] = [];
  server = await startMailServer({
    onReach: (step) => {
      if (step !== 'from') return;
      const states = reader.mailingReader.count({ where: { mailingId: id, state: 'sending' } });
      void states.then((number) => written.push(number));
    },
  });
  await sendMailings(patientSettings(server.url));
  expect(server.received).toHaveLength(count);
  expect(Math.max(...written), 'several on their way').toBeGreaterThan(1);
  expect(new Set((await readersOf(id)).map(({ state, tries }) => `${state} ${tries}`))).toEqual(
    new Set(['sent 1']),
  );
});

test('slow ones have each a turn of their own', async () => {
  const id = await started(issueId, { perMinute: 5000 });
  const written: number[] = [];
  server = await startMailServer({
    onReach: (step) => {
      if (step !== 'from') return;
      const states = reader.mailingReader.count({ where: { mailingId: id, state: 'sending' } });
      void states.then((number) => written.push(number));
    },
  });
  await sendMailings(patientSettings(server.url));
  expect(server.received).toHaveLength(count);
  expect(Math.max(...written)).toBe(1);
});

test('a pause in the middle of a turn: who had not begun waits as before, and has not been tried', async () => {
  const id = await started(issueId);
  const pause = () => transact((tx) => pauseMailing(tx, system, { mailingId: id, because: 'editor' }));
  expect(await sendWhile(pause)).toBe(fifth);
  const waiting = (await readersOf(id)).filter(({ state }) => state !== 'sent');
  expect(waiting).toHaveLength(count - fifth);
  for (const one of waiting) expect(one).toMatchObject({ state: 'queued', tries: 0, sendingAt: null });
});

test('who unsubscribes in the middle of their own turn gets nothing', async () => {
  const id = await started(issueId);
  const [, , , , , sixth] = people;
  const leave = () => transact((tx) => unsubscribe(tx, system, { personId: sixth!, kind: 'newsletter' }));
  expect(await sendWhile(leave)).toBe(count - 1);
  const readers = await readersOf(id);
  expect(readers.filter(({ state }) => state === 'sent')).toHaveLength(count - 1);
  expect(readers.find(({ personId }) => personId === sixth)).toMatchObject({
    state: 'left-out',
    reason: 'unsubscribed',
  });
});
