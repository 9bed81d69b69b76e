import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import type { Ask } from '../../support/asking.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { mailOf, queue, sendOnce, settingsFor } from '../../support/outbox.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let folder: string;
let cookie: string;
let adminId: string;
let adaId: string;

beforeEach(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'everyhand-mailbox-'));
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  adminId = await hire({ name: 'Farah', roles: ['admin'], ...place });
  adaId = await hire({ name: 'Ada Canary', email: 'canary-ada@example.com', ...place });
  cookie = await cookieOf(adminId);
  configureMail(settingsFor(null, folder));
});

afterEach(async () => {
  configureMail(null);
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

const visit = (path: string, how: Partial<Ask> = {}) => ask({ path, cookie, ...how });
const post = (path: string) => visit(path, { method: 'POST' });
const set = (id: string, data: object) => transact((tx) => tx.mail.update({ where: { id }, data }));
const accesses = () => reader.accessRecord.findMany({ where: { resource: 'mail-link' } });

describe('the list', () => {
  test('says that it is empty', async () => {
    expect((await visit('/admin/mailbox')).text).toContain('No mail yet');
  });

  test('shows every mail with its state, its person and its reason, and no address', async () => {
    const states = ['queued', 'sending', 'sent', 'failed', 'uncertain'];
    for (const state of states) await set(await queue(adaId), { state });
    const reasons: [string, string][] = [
      ['left', 'They no longer work here.'],
      ['no-app-url', 'Set APP_URL'],
      ['refused: 550 5.1.1 no', 'The mail server will not take it.'],
    ];
    for (const [reason] of reasons) await set(await queue(adaId), { state: 'failed', reason });
    const { text } = await visit('/admin/mailbox');
    for (const word of ['Waits', 'Being sent', 'Sent', 'Not sent', 'May have arrived', 'Ada Canary'])
      expect(text).toContain(word);
    for (const [, words] of reasons) expect(text).toContain(words);
    expect(text).not.toContain('canary-ada@');
  });

  test('is cut into pages, and takes any number for one', async () => {
    for (let number = 0; number < 51; number += 1) await queue(adaId, 'sign-in-changed');
    const newest = (await reader.mail.findFirst({ orderBy: { id: 'desc' } }))!.id;
    const oldest = (await reader.mail.findFirst({ orderBy: { id: 'asc' } }))!.id;
    expect((await visit('/admin/mailbox')).text).toContain(newest);
    const second = (await visit('/admin/mailbox?page=2')).text;
    expect(second).toContain(oldest);
    expect(second).not.toContain(newest);
    for (const page of ['999', '-3', '0', 'x', '1e99', '1.5'])
      expect((await visit(`/admin/mailbox?page=${page}`)).status).toBe(200);
  });

  test('says what is missing where a mail server is set and its own address is not', async () => {
    configureMail({ ...settingsFor('smtp://127.0.0.1:9', folder), linkBase: null });
    expect((await visit('/admin/mailbox')).text).toContain('APP_URL=https://everyhand.example.com');
  });
});

describe('one mail', () => {
  test('that went to a file shows its text and its link, and that it was shown is noted', async () => {
    const id = await queue(adaId);
    await sendOnce(settingsFor(null, folder));
    const { text } = await visit(`/admin/mailbox/${id}`);
    expect(text).toContain('Choose a new password');
    expect(text).toContain('https://learn.example.com/reset?token=');
    expect(await accesses()).toMatchObject([{ personId: adminId, query: id }]);
  });

  test('hides the link as soon as there is a mail server', async () => {
    const id = await queue(adaId);
    await sendOnce(settingsFor(null, folder));
    configureMail(settingsFor('smtp://127.0.0.1:9', folder));
    for (const kind of ['document', 'data'] as const) {
      const { text } = await visit(`/admin/mailbox/${id}`, { kind });
      expect(text).toContain('[link not shown]');
      expect(text).not.toContain('token=');
    }
    expect(await accesses()).toEqual([]);
  });

  test('without a link is shown and not noted; one whose file is gone says what is known', async () => {
    const id = await queue(adaId, 'sign-in-changed');
    await sendOnce(settingsFor(null, folder));
    expect((await visit(`/admin/mailbox/${id}`)).text).toContain('It happened on');
    expect(await accesses()).toEqual([]);
    rmSync(folder, { recursive: true });
    const { status, text } = await visit(`/admin/mailbox/${id}`);
    expect(status).toBe(200);
    expect(text).not.toContain('It happened on');
  });

  test('that never was is not there, nor is a file by another name', async () => {
    for (const id of ['none', '..%2f..%2fsecret', '%00', "'--"])
      for (const path of [`/admin/mailbox/${id}`, `/admin/mailbox/${id}/send-again`]) {
        expect((await visit(path)).status, path).toBe(404);
        expect((await post(path)).status, path).not.toBe(303);
      }
  });

  test('says what the machine said', async () => {
    const id = await queue(adaId);
    await set(id, { state: 'failed', reason: 'refused: 550 5.1.1 no such <b>user</b>' });
    const { text } = await visit(`/admin/mailbox/${id}`);
    expect(text).toContain('550 5.1.1 no such &lt;b&gt;user&lt;/b&gt;');
    expect(text).toContain(`/admin/mailbox/${id}/send-again`);
  });
});

describe('sending again', () => {
  test('says first what it means, and then does it once', async () => {
    const id = await queue(adaId);
    await set(id, { state: 'uncertain', reason: 'cut-off' });
    const path = `/admin/mailbox/${id}/send-again`;
    expect((await visit(path)).text).toContain('they may have it twice');
    expect((await mailOf(id)).state, 'a page that is read changes nothing').toBe('uncertain');
    expect(await post(path)).toMatchObject({ status: 303, location: `/admin/mailbox/${id}?again` });
    expect(await mailOf(id)).toMatchObject({ state: 'queued', tries: 0 });
    const again = await post(path);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Nothing was changed');
    expect(await reader.event.count({ where: { name: 'mail.retried' } })).toBe(1);
  });
});
