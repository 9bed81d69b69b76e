import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { cancelMailing } from '#app/domain/culture/mailings/cancel-mailing.server.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import { testMailing } from '#app/domain/culture/mailings/planning/test-mailing.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { resumeMailing } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import { unsubscribe } from '#app/domain/outbox/preferences/unsubscribe.server.ts';
import { unsubscribeToken } from '#app/domain/outbox/preferences/preference-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { readRaw, startMailServer } from '../../support/mail-server.ts';
import {
  mailingOf,
  planned,
  publishIssue,
  readersOf,
  sendMailings,
  started,
} from '../../support/mailings.ts';
import { queue, patientSettings } from '../../support/outbox.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let place: { departmentId: string; siteId: string };
let issueId: string;
const people: Record<string, string> = {};

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Shipping', 'shipping') };
  for (const name of ['Ada', 'Ben', 'Cleo']) people[name] = await hire({ name, ...place });
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  await server.close();
  await database.close();
});

const send = () => sendMailings(patientSettings(server.url));
const arrivedAt = () => server.received.map(({ to }) => to).toSorted();
const everyone = ['ada@example.com', 'ben@example.com', 'cleo@example.com'];

describe('a mailing', () => {
  test('reaches everybody once, over one connection, and is done', async () => {
    const id = await started(issueId);
    expect(await send()).toEqual({ state: 'done', again: null });
    await send();
    expect(arrivedAt()).toEqual(everyone);
    expect(server.reached.connect).toBe(1);
    expect((await readersOf(id)).map(({ state, tries }) => `${state} ${tries}`)).toEqual(
      Array(3).fill('sent 1'),
    );
    expect(await mailingOf(id)).toMatchObject({ state: 'done', readerCount: 3 });
    expect(await reader.event.count({ where: { name: 'mailing.finished' } })).toBe(1);
  });

  test('says in its head how to get out of it, under a Message-ID that follows from whom it is for', async () => {
    const id = await started(issueId, { subject: 'Zażółć: what we learnt' });
    await send();
    const { raw } = server.received.find(({ to }) => to === 'ada@example.com')!;
    const { headers, html, text } = readRaw(raw);
    const link = `https://learn.example.com/unsubscribe/${unsubscribeToken(people.Ada!, 'newsletter')}`;
    expect(headers['list-unsubscribe']).toBe(`<${link}>`);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(headers['list-id']).toBe('<newsletter.learn.example.com>');
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(headers['precedence']).toBe('bulk');
    expect(headers['message-id']).toBe(`<${id}.${people.Ada}@localhost>`.toLowerCase());
    expect(headers.subject).toMatch(/^=\?UTF-8\?/i);
    expect(html).toContain(link);
    expect(text).toContain('https://learn.example.com/newsletter/june');
  });

  test('offers no one-click way over a line that anybody could listen to', async () => {
    await started(issueId);
    await sendMailings({ ...patientSettings(server.url), linkBase: 'http://learn.example.com' });
    const { headers } = readRaw(server.received[0]!.raw);
    expect(headers['list-unsubscribe']).toMatch(/^<http:/);
    expect(headers['list-unsubscribe-post']).toBeUndefined();
  });

  test('lets no name, company or address become a header', async () => {
    const name = 'Eve\r\nBcc: all@example.com';
    await transact(async (tx) => {
      await tx.person.update({ where: { id: people.Ada }, data: { name } });
      await tx.company.updateMany({ data: { name: 'Oak\r\nBcc: all@example.com' } });
      await tx.mailing.updateMany({ data: { subject: 'x' } });
    });
    const id = await planned(issueId);
    await transact((tx) =>
      tx.mailing.update({ where: { id }, data: { subject: 'June\r\nBcc: all@example.com' } }),
    );
    await done(transact((tx) => startMailing(tx, system, { mailingId: id })));
    await send();
    for (const { raw } of server.received) expect(readRaw(raw).headers.bcc).toBeUndefined();
    expect(arrivedAt()).toEqual(everyone);
  });

  test('is in the language of whoever reads it, with that edition’s own subject', async () => {
    const front = { translationOf: 'june', subject: 'Czerwiec' };
    await publishIssue({ slug: 'june', title: 'Czerwiec tytuł', language: 'pl', front, text: 'Po polsku.' });
    const jan = await hire({ name: 'Jan', language: 'pl', ...place });
    await started(issueId);
    await send();
    const byAddress = (to: string) => readRaw(server.received.find((one) => one.to === to)!.raw);
    expect(byAddress('jan@example.com').headers.subject).toBe('Czerwiec');
    expect(byAddress('jan@example.com').text).toContain('Po polsku.');
    expect(byAddress('ada@example.com').headers.subject).toBe('What we learnt in June');
    expect(jan).toBeTruthy();
  });

  test('leaves out who by their turn has left, lost the address or does not want it; nobody new comes in', async () => {
    const id = await started(issueId);
    await leave(people.Ada!);
    await transact((tx) =>
      tx.person.update({ where: { id: people.Ben }, data: { email: null, employeeNumber: '7' } }),
    );
    await transact((tx) => unsubscribe(tx, system, { personId: people.Cleo!, kind: 'newsletter' }));
    await hire({ name: 'Newcomer', ...place });
    await send();
    expect(server.received).toEqual([]);
    const reasons = (await readersOf(id)).map(({ state, reason }) => `${state} ${reason}`);
    expect(reasons.toSorted()).toEqual(['left-out left', 'left-out no-address', 'left-out unsubscribed']);
    expect(await mailingOf(id)).toMatchObject({ state: 'done' });
  });

  test('goes to the address that somebody has by then', async () => {
    await started(issueId);
    await transact((tx) =>
      tx.person.update({ where: { id: people.Ada }, data: { email: 'new@example.com' } }),
    );
    await send();
    expect(arrivedAt()).toContain('new@example.com');
  });

  test('waits until it is known under which address people reach the program', async () => {
    const id = await started(issueId);
    await sendMailings({ ...patientSettings(server.url), linkBase: null });
    expect(server.reached.connect).toBe(0);
    expect((await readersOf(id)).every(({ state, tries }) => state === 'queued' && tries === 0)).toBe(true);
  });

  test('sent by three senders at once still reaches everybody once', async () => {
    await started(issueId);
    await Promise.all([send(), send(), send()]);
    expect(arrivedAt()).toEqual(everyone);
  });
});

describe('paused and called off', () => {
  test('it stops after the mail on its way, goes on with the others, and stays stopped once called off', async () => {
    const id = await started(issueId);
    const pause = () => transact((tx) => pauseMailing(tx, system, { mailingId: id, because: 'editor' }));
    let paused: Promise<unknown> | undefined;
    const watching = await startMailServer({ onReach: (step) => step === 'from' && (paused ??= pause()) });
    await sendMailings(patientSettings(watching.url));
    await paused;
    expect(watching.received).toHaveLength(1);
    expect(await mailingOf(id)).toMatchObject({ state: 'paused', pausedFor: 'editor' });
    await done(transact((tx) => resumeMailing(tx, system, { mailingId: id })));
    watching.trouble('from', null);
    await done(transact((tx) => cancelMailing(tx, system, { mailingId: id })));
    await sendMailings(patientSettings(watching.url));
    expect(watching.received).toHaveLength(1);
    const states = (await readersOf(id)).map(({ state }) => state).toSorted();
    expect(states).toEqual(['queued', 'queued', 'sent']);
    await watching.close();
  });
});

describe('other mail', () => {
  test('a mail that somebody waits for goes before the rest of a mailing', async () => {
    await started(issueId);
    let asked: Promise<unknown> | undefined;
    const watching = await startMailServer({
      onReach: (step) => step === 'from' && (asked ??= queue(people.Cleo!, 'sign-in-changed')),
    });
    await sendMailings(patientSettings(watching.url));
    await asked;
    const subjects = watching.received.map(({ raw }) => readRaw(raw).headers.subject);
    expect(subjects[1]).toBe('The way you sign in was changed');
    expect(subjects).toHaveLength(4);
    await watching.close();
  });

  test('a test goes to the editor as somebody else would see it, and takes the newsletter from nobody', async () => {
    const editorId = await hire({ name: 'Dana', roles: ['editor'], ...place });
    const mailingId = await planned(issueId);
    const actor = await actorOf(editorId);
    await done(transact((tx) => testMailing(tx, actor, { mailingId, asPeople: [people.Ada!] })));
    await send();
    expect(arrivedAt()).toEqual(['dana@example.com']);
    const { headers, html } = readRaw(server.received[0]!.raw);
    expect(headers.subject).toBe('[Test, as Ada gets it] What we learnt in June');
    expect(headers['list-unsubscribe']).toBeUndefined();
    expect(html).not.toContain('/unsubscribe/');
    expect(await reader.mailingReader.count()).toBe(0);
  });
});
