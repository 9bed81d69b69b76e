import { afterEach, beforeEach, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { retryFailed } from '#app/domain/culture/mailings/readers/retry-failed.server.ts';
import { settleUncertain } from '#app/domain/culture/mailings/readers/settle-uncertain.server.ts';
import { resumeMailing } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import { withdrawDocument } from '#app/domain/publishing/withdraw-document.server.ts';
import { followEvents } from '#app/jobs/follow-events.server.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { readRaw, startMailServer } from '../../support/mail-server.ts';
import { mailingOf, publishIssue, readersOf, sendMailings, started } from '../../support/mailings.ts';
import { patientSettings } from '../../support/outbox.ts';
import { tableHashes } from '../../support/rows.ts';
import { departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let issueId: string;
const pl = { slug: 'june', language: 'pl', front: { translationOf: 'june' } };

const react = () => followEvents(reactions.find(({ name }) => name === 'pause-withdrawn-mailings')!);
const withdraw = (language: string) =>
  done(transact((tx) => withdrawDocument(tx, system, { documentId: issueId, language })));
const send = () => sendMailings(patientSettings(server.url));
const textTo = (address: string) => readRaw(server.received.find(({ to }) => to === address)!.raw);

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await hire({ name: 'Ada', ...place });
  await hire({ name: 'Jan', language: 'pl', ...place });
  issueId = await publishIssue({ slug: 'june', title: 'June', text: 'The wrong number.' });
  await publishIssue({ ...pl, title: 'Czerwiec', text: 'Po polsku.' });
  await react();
});

afterEach(async () => {
  await server.close();
  await database.close();
});

test('an issue that is withdrawn is not sent to those who wait, until people can read it again', async () => {
  const id = await started(issueId);
  const other = await started(await publishIssue({ slug: 'july', title: 'July' }));
  await withdraw('en');
  await withdraw('pl');
  await react();
  expect(await mailingOf(id)).toMatchObject({ state: 'paused', pausedFor: 'withdrawn' });
  expect(await mailingOf(other)).toMatchObject({ state: 'running' });
  const before = tableHashes(database.folder);
  const goOn = () => transact((tx) => resumeMailing(tx, system, { mailingId: id }));
  expect(await goOn()).toEqual({ refused: 'not-published' });
  expect(tableHashes(database.folder)).toEqual(before);
  await publishIssue({ slug: 'june', title: 'June', text: 'The right number.' });
  await publishIssue({ ...pl, title: 'Czerwiec', text: 'Po polsku, dobrze.' });
  await done(goOn());
  await transact((tx) => tx.mailing.update({ where: { id: other }, data: { state: 'cancelled' } }));
  await send();
  expect(textTo('ada@example.com').text).toContain('The right number.');
  expect(textTo('ada@example.com').headers.subject, 'the editor’s own').toBe('What we learnt in June');
  expect(textTo('jan@example.com').text).toContain('Po polsku, dobrze.');
});

test('of one language alone: it stands still, and whoever goes on sends the original instead', async () => {
  const id = await started(issueId);
  await withdraw('pl');
  await react();
  expect(await mailingOf(id)).toMatchObject({ state: 'paused', pausedFor: 'withdrawn' });
  await done(transact((tx) => resumeMailing(tx, system, { mailingId: id })));
  await send();
  expect(textTo('jan@example.com').text).toContain('The wrong number.');
});

test('a language in which nobody waits, or a newer edition, stops nothing', async () => {
  const id = await started(issueId);
  await transact((tx) =>
    tx.mailingReader.updateMany({ where: { version: { language: 'pl' } }, data: { state: 'sent' } }),
  );
  await publishIssue({ slug: 'june', title: 'June', text: 'Newer.' });
  await withdraw('pl');
  await react();
  expect(await mailingOf(id)).toMatchObject({ state: 'running' });
});

test('what failed or is uncertain does not go again while nobody can read it', async () => {
  const id = await started(issueId);
  const [first, second] = await readersOf(id);
  const put = (readerId: string, state: string) =>
    transact((tx) => tx.mailingReader.update({ where: { id: readerId }, data: { state } }));
  await put(first!.id, 'failed');
  await put(second!.id, 'uncertain');
  await transact((tx) => tx.mailing.update({ where: { id }, data: { state: 'done' } }));
  await withdraw('en');
  await withdraw('pl');
  const before = tableHashes(database.folder);
  const again = [
    await transact((tx) => retryFailed(tx, system, { mailingId: id })),
    await transact((tx) => settleUncertain(tx, system, { mailingId: id, as: 'again' })),
  ];
  expect(again).toEqual([{ refused: 'not-published' }, { refused: 'not-published' }]);
  expect(tableHashes(database.folder)).toEqual(before);
  await done(transact((tx) => settleUncertain(tx, system, { mailingId: id, as: 'sent' })));
});
