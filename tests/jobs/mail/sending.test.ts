import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { tokenHash } from '#app/domain/access/tokens/token-hash.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { readRaw, startMailServer } from '../../support/mail-server.ts';
import { mailOf, queue, sendOnce, settingsFor } from '../../support/outbox.ts';
import { departmentOf, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let personId: string;
let place: { departmentId: string; siteId: string };

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  personId = await hire({ name: 'Ada Łęcka', email: 'ada@example.com', ...place });
});

afterEach(async () => {
  await server.close();
  await database.close();
});

const send = () => sendOnce(settingsFor(server.url));
const tokenIn = (text: string) => new URL(/https?:\S+/.exec(text)![0]).searchParams.get('token')!;

describe('a mail that is sent', () => {
  test('arrives once, in both forms, with a link that opens what it says', async () => {
    const id = await queue(personId, 'invitation');
    expect(await send()).toBe('done');
    await send();
    expect(server.received).toHaveLength(1);
    const { headers, text, html } = readRaw(server.received[0]!.raw);
    expect(server.received[0]!.to).toBe('ada@example.com');
    expect(headers['message-id']).toBe(`<${id.toLowerCase()}@localhost>`);
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(text).toContain('Welcome, Ada Łęcka');
    expect(html).toContain('Welcome, Ada Łęcka');
    expect(text).toContain('https://learn.example.com/welcome?token=');
    expect(html.match(/href=/g), 'one link').toHaveLength(1);
    expect(html).toContain(tokenIn(text));
    expect(html).not.toMatch(/<script|<img|<link/);
    const token = await reader.token.findFirstOrThrow({ where: { personId } });
    expect(token).toMatchObject({ hash: tokenHash(tokenIn(text)), purpose: 'invitation', channel: 'mail' });
    expect(await mailOf(id)).toMatchObject({ state: 'sent', tries: 1, reason: null });
  });

  test('says until when its link works, where the reader is', async () => {
    const at = new Date('2026-03-12T10:00:00Z');
    await transact((tx) => tx.site.updateMany({ data: { timeZone: 'Asia/Kolkata' } }));
    await underClock(at, async () => {
      await queue(personId);
      await send();
    });
    const { text } = readRaw(server.received[0]!.raw);
    expect(text.replace(/\s+/g, ' ')).toContain('until March 12, 2026 at 4:30 PM GMT+5:30');
  });

  test('leaves no token, address or name in the database or in the events', async () => {
    await queue(personId);
    await send();
    const token = tokenIn(readRaw(server.received[0]!.raw).text);
    const rows = JSON.stringify([await reader.mail.findMany(), await reader.event.findMany()], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [token, 'ada@example.com', 'Łęcka']) expect(rows).not.toContain(secret);
  });

  test('tells of a change of the sign-in, when, and whom to ask, without a link', async () => {
    const contact = 'Farah, extension 12';
    const company = {
      contact,
      postalAddress: 'Long Row 1\n80-001 Gdańsk',
      mailSender: 'Post <post@oak.example>',
    };
    await transact((tx) => tx.company.updateMany({ data: company }));
    const facts = { what: 'password' };
    await underClock(new Date('2026-03-12T10:00:00Z'), async () => {
      const mail = { key: 'one', template: 'sign-in-changed' as const, personId, facts };
      await transact((tx) => queueMail(tx, system, mail));
      await send();
    });
    const { headers, text, html } = readRaw(server.received[0]!.raw);
    expect(headers.from).toBe('Post <post@oak.example>');
    expect(headers.subject).toBe('Your password was changed');
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('March 12, 2026 at 10:00 AM UTC');
    expect(flat).toContain(contact);
    expect(flat).toContain('Long Row 1, 80-001 Gdańsk');
    expect(html).not.toContain('href=');
    expect(await reader.token.count()).toBe(0);
  });

  test.each([
    ['second-factor', 'Your second factor was changed'],
    ['something new', 'The way you sign in was changed'],
  ])('knows of a change of the %s', async (what, subject) => {
    const mail = { key: 'one', template: 'sign-in-changed' as const, personId, facts: { what } };
    await transact((tx) => queueMail(tx, system, mail));
    await send();
    expect(readRaw(server.received[0]!.raw).headers.subject).toBe(subject);
  });

  test('takes a name that wants to be a header, or markup, as a name', async () => {
    const name = 'Eve <b>x</b>\r\nBcc: all@example.com';
    await transact((tx) => tx.person.update({ where: { id: personId }, data: { name } }));
    await queue(personId, 'invitation');
    await send();
    const { headers, html } = readRaw(server.received[0]!.raw);
    expect(headers.bcc).toBeUndefined();
    expect(html).not.toContain('<b>');
    expect(server.received[0]!.to).toBe('ada@example.com');
  });

  test('is one mail, however often it is asked for under one key', async () => {
    const mail = { key: 'one', template: 'reset' as const, personId, facts: {} };
    const ids = await Promise.all([1, 2, 3].map(() => transact((tx) => queueMail(tx, system, mail))));
    expect(new Set(ids.map(({ mailId }) => mailId)).size).toBe(1);
    await Promise.all([send(), send(), send()]);
    expect(server.received).toHaveLength(1);
    expect(await reader.event.count({ where: { name: 'mail.queued' } })).toBe(1);
  });

  test('goes to the address they have by then', async () => {
    await queue(personId);
    await transact((tx) => tx.person.update({ where: { id: personId }, data: { email: 'new@example.com' } }));
    await send();
    expect(server.received.map(({ to }) => to)).toEqual(['new@example.com']);
  });
});

describe('a mail that is not sent', () => {
  test('because they have left, or have no address: no token is made', async () => {
    const left = await queue(personId);
    const other = await hire({ name: 'Ben', ...place });
    const without = await queue(other);
    await transact((tx) =>
      tx.person.update({ where: { id: other }, data: { email: null, employeeNumber: '7' } }),
    );
    await leave(personId);
    await send();
    expect(await mailOf(left)).toMatchObject({ state: 'failed', reason: 'left' });
    expect(await mailOf(without)).toMatchObject({ state: 'failed', reason: 'no-address' });
    expect(server.reached.connect).toBe(0);
    expect(await reader.token.count()).toBe(0);
  });

  test('waits and says so while a server is set and its own address is not; one without a link goes', async () => {
    const settings = { ...settingsFor(server.url), linkBase: null };
    const waits = await queue(personId);
    const goes = await queue(personId, 'sign-in-changed');
    await sendOnce(settings);
    expect(await mailOf(waits)).toMatchObject({ state: 'queued', tries: 0, reason: 'no-app-url' });
    expect(await mailOf(goes)).toMatchObject({ state: 'sent' });
    await underClock(new Date(Date.now() + 6 * 60_000), () => sendOnce(settingsFor(server.url)));
    expect(await mailOf(waits)).toMatchObject({ state: 'sent', reason: null });
  });
});

describe('without a mail server', () => {
  let folder: string;
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'everyhand-mailbox-')), 'mailbox')));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  test('a mail is a file that only its owner may read, whole or not there', async () => {
    const id = await queue(personId);
    await sendOnce(settingsFor(null, folder));
    expect(await mailOf(id)).toMatchObject({ state: 'sent' });
    expect(readdirSync(folder).toSorted()).toEqual([`${id}.eml`, `${id}.txt`]);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const { text } = readRaw(readFileSync(join(folder, `${id}.eml`), 'utf8'));
    expect(text.trim()).toBe(readFileSync(join(folder, `${id}.txt`), 'utf8').trim());
  });

  test('one that cannot be written waits for its next try', async () => {
    const id = await queue(personId);
    writeFileSync(folder, 'a file, where a folder should be');
    await sendOnce(settingsFor(null, folder));
    expect(await mailOf(id)).toMatchObject({ state: 'queued', tries: 1 });
    expect((await mailOf(id)).reason).toMatch(/^not-made: /);
  });
});
