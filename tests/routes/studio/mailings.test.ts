import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { action as editAction } from '#app/routes/studio/mailings/plan/edit-mailing.tsx';
import { action as planAction, loader as planLoader } from '#app/routes/studio/mailings/plan/new-mailing.tsx';
import { action as sendAction } from '#app/routes/studio/mailings/plan/send-mailing.tsx';
import {
  action as testAction,
  loader as testLoader,
} from '#app/routes/studio/mailings/plan/test-mailing.tsx';
import { loader as pageLoader } from '#app/routes/studio/mailings/mailing.tsx';
import { action as againAction } from '#app/routes/studio/mailings/readers/send-again.tsx';
import { loader as readersLoader } from '#app/routes/studio/mailings/readers/readers.tsx';
import { action as pauseAction } from '#app/routes/studio/mailings/steps/pause.tsx';
import {
  action as preferencesAction,
  loader as preferencesLoader,
} from '#app/routes/account/mail/mail-preferences.tsx';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { mailingOf, planned, publishIssue, readersOf, started } from '../../support/mailings.ts';
import { settingsFor } from '../../support/outbox.ts';
import { tableHashes } from '../../support/rows.ts';
import { departmentOf, foundTestCompany, hire } from '../../support/staff.ts';
import { ask, replyOf } from '../ask.ts';

let database: TestDatabase;
let issueId: string;
let dana: string;
let ada: string;
/** Signing in writes, too. */
const asideFrom = ['Session', 'Event', 'sqlite_sequence'];
const form = {
  issue: 'june',
  subject: 'What we learnt in June',
  preheader: '',
  when: 'now',
  perMinute: '60',
  inHours: 'on',
  fromHour: '8',
  untilHour: '17',
};

beforeEach(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Shipping', 'shipping');
  ada = await hire({ name: 'Ada', departmentId, siteId });
  dana = await hire({ name: 'Dana', departmentId: await departmentOf('Office'), siteId, roles: ['editor'] });
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  configureMail(null);
  await database.close();
});

const plan = (more: Record<string, string | string[]> = {}) =>
  ask(planAction, '/studio/mailings/new?issue=june', { as: dana, form: { ...form, ...more } });

describe('planning', () => {
  test('takes what the form holds, and leads to the mailing', async () => {
    const answer = await plan({
      when: 'at',
      startOn: '2031-03-10',
      startTime: '09:30',
      roles: ['editor', 'head'],
      languages: 'en',
    });
    expect(answer.status).toBe(303);
    const mailing = await reader.mailing.findFirstOrThrow();
    expect(answer.location).toBe(`/studio/mailings/${mailing.id}?said=planned`);
    expect(mailing).toMatchObject({ state: 'planned', perMinute: 60, inHours: true, createdById: dana });
    expect(mailing.startAt.toISOString()).toBe('2031-03-10T09:30:00.000Z');
    expect(JSON.parse(mailing.audience)).toMatchObject({ roles: ['editor', 'head'], languages: ['en'] });
  });

  const mistakes: [string, Record<string, string>][] = [
    ['subject', { subject: '' }],
    ['subject', { subject: 'June\nBcc: all@example.com' }],
    ['perMinute', { perMinute: '0' }],
    ['untilHour', { fromHour: '17', untilHour: '8' }],
    ['startOn', { when: 'at' }],
    ['startTime', { when: 'at', startOn: '2031-03-10', startTime: '25:00' }],
  ];
  test.each(mistakes)('says at %s what is wrong with %j, and keeps what was typed', async (field, more) => {
    const before = tableHashes(database.folder, asideFrom);
    const answer = await plan(more);
    expect(answer.status).toBe(422);
    const { errors, typed } = replyOf(answer);
    expect(Object.keys(errors)).toContain(field);
    expect(typed.perMinute).toBe(more.perMinute ?? '60');
    expect(tableHashes(database.folder, asideFrom)).toEqual(before);
  });

  test('counts the readers without keeping anything, and shows what was typed', async () => {
    const query = new URLSearchParams({ ...form, subject: 'Typed', roles: 'editor', count: 'yes' });
    const before = tableHashes(database.folder, asideFrom);
    const answer = await ask(planLoader, `/studio/mailings/new?${query}`, { as: dana });
    const { plan: shown } = answer.data as { plan: { counted: string[]; values: Record<string, unknown> } };
    expect(shown.counted).toEqual(['It reaches 1 reader by mail.']);
    expect(shown.values).toMatchObject({ subject: 'Typed', roles: ['editor'] });
    expect(tableHashes(database.folder, asideFrom)).toEqual(before);
  });

  test('of an issue that nobody published is not there', async () => {
    expect((await ask(planLoader, '/studio/mailings/new?issue=july', { as: dana })).status).toBe(404);
  });

  test('of one that was sent changes nothing any more', async () => {
    const id = await started(issueId);
    const answer = await ask(editAction, '/', {
      as: dana,
      params: { mailing: id },
      form: { ...form, subject: 'Late' },
    });
    expect(answer.status).toBe(422);
    expect(await mailingOf(id)).toMatchObject({ subject: 'What we learnt in June' });
  });
});

describe('sending', () => {
  const params = (mailing: string) => ({ as: dana, params: { mailing } });

  test('a test goes to the editor as those on the page see it, whoever else is asked for', async () => {
    const id = await planned(issueId);
    const page = (await ask(testLoader, '/', params(id))).data as { samples: { label: string }[] };
    expect(page.samples.map(({ label }) => label)).toEqual(['Shipping, as Ada would get it']);
    const as = [ada, dana, 'nobody'];
    expect((await ask(testAction, '/', { ...params(id), form: { as } })).status).toBe(303);
    const mails = await reader.mail.findMany({ where: { template: 'newsletter-test' } });
    expect(mails.map(({ personId }) => personId)).toEqual([dana, dana]);
    expect((await ask(testAction, '/', { ...params(id), form: {} })).status).toBe(422);
  });

  test('needs the address that links begin with, and says so', async () => {
    const id = await planned(issueId);
    configureMail({ ...settingsFor('smtp://127.0.0.1:1'), linkBase: null });
    const answer = await ask(sendAction, '/', { ...params(id), form: {} });
    expect(answer.status).toBe(422);
    expect((answer.data as { error: string }).error).toContain('APP_URL');
    expect(await mailingOf(id)).toMatchObject({ state: 'planned' });
    expect((await ask(testAction, '/', { ...params(id), form: { as: dana } })).status).toBe(422);
  });

  test('writes the readers down, and pauses and goes on', async () => {
    const id = await planned(issueId);
    expect((await ask(sendAction, '/', { ...params(id), form: {} })).location).toContain('said=started');
    expect(await readersOf(id)).toHaveLength(2);
    expect((await ask(pauseAction, '/', { ...params(id), form: {} })).status).toBe(303);
    expect((await ask(pauseAction, '/', { ...params(id), form: {} })).status).toBe(422);
    const page = (await ask(pageLoader, '/', params(id))).data as { mailing: { shown: string } };
    expect(page.mailing.shown).toBe('paused');
  });

  test('one uncertain reader goes again, and a reader of another mailing is not there', async () => {
    const id = await started(issueId);
    const other = await started(issueId);
    await transact((tx) =>
      tx.mailingReader.updateMany({ data: { state: 'uncertain', reason: 'cut-off: X' } }),
    );
    const [first] = await readersOf(id);
    const [foreign] = await readersOf(other);
    const at = (readerId: string) => ask(againAction, `/?reader=${readerId}`, { ...params(id), form: {} });
    expect((await at(foreign!.id)).status).toBe(404);
    expect((await at(first!.id)).status).toBe(303);
    expect((await readersOf(id)).map(({ state }) => state).toSorted()).toEqual(['queued', 'uncertain']);
    const list = await ask(readersLoader, '/?state=uncertain', params(id));
    const { readers } = list.data as { readers: { why: string; said: string }[] };
    expect(readers).toHaveLength(1);
    expect(readers[0]).toMatchObject({ said: 'X' });
  });
});

describe('one’s own mails', () => {
  test('are switched off and on, and nothing but the known kinds', async () => {
    const send = (wanted: string[]) => ask(preferencesAction, '/account/mail', { as: ada, form: { wanted } });
    const shown = async () =>
      ((await ask(preferencesLoader, '/account/mail', { as: ada })).data as { kinds: { wanted: boolean }[] })
        .kinds;
    expect(await shown()).toMatchObject([{ kind: 'newsletter', wanted: true }]);
    expect((await send([])).status).toBe(303);
    expect(await shown()).toMatchObject([{ wanted: false }]);
    expect((await send(['reset'])).status).toBe(422);
    expect(await shown()).toMatchObject([{ wanted: false }]);
    expect((await send(['newsletter'])).status).toBe(303);
    expect(await shown()).toMatchObject([{ wanted: true }]);
  });
});
