import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { makeCommitment } from '#app/domain/learning/modules/make-commitment.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Text } from '../../support/editions.ts';
import { publishCommon } from '../../support/editions.ts';
import { complete, textOf } from '../../support/learning.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, cookieOf, departmentOf, foundTestCompany, hire, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let ada: PersonActor;
let cookie: string;
let departmentId: string;
const others: Record<string, string> = {};

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const home = '/learn/common/one';

beforeEach(async () => {
  database = await openTestDatabase();
  departmentId = await departmentOf('Shipping');
  const place = { siteId: await foundTestCompany(), departmentId };
  await publish({});
  ada = await actorOf(await hire({ name: 'Ada', ...place }));
  cookie = await cookieOf(ada.id);
  const head = await hire({ name: 'Ben', ...place });
  await makeHead(departmentId, head);
  others.head = await cookieOf(head);
  for (const role of ['hr', 'editor', 'admin'] as const) {
    others[role] = await cookieOf(await hire({ name: `Some ${role}`, ...place, roles: [role] }));
  }
});

afterEach(() => database.close());

const publish = (one: Text) => publishCommon(database.folder, { one, two: {} });
const get = (path: string, by = cookie) => ask({ path, cookie: by });
const post = (path: string, form: Record<string, string> = {}, by = cookie) =>
  ask({ path, method: 'POST', cookie: by, form });

async function promise(text: string, ago = 15): Promise<string> {
  const { documentId, versionId } = await textOf(ada, 'common', 'one');
  await underClock(days(-ago), () =>
    transact((tx) => makeCommitment(tx, ada, { documentId, versionId, text })),
  );
  const made = await reader.commitment.findFirstOrThrow({ orderBy: { madeAt: 'desc' } });
  return `/commitments/${made.id}`;
}

describe('what I will do', () => {
  test('comes back on Today after two weeks, and is gone from there once it is answered', async () => {
    const at = await promise('canary promise');
    const before = await get('/');
    expect(before.text).toContain('Two weeks ago you said');
    expect(before.text).toContain('canary promise');
    const sent = await post(at, { outcome: 'partly', text: '  canary words ' });
    expect([sent.status, sent.location]).toEqual([303, '/commitments']);
    expect(await reader.commitmentOutcome.findMany()).toMatchObject([
      { outcome: 'partly', text: 'canary words' },
    ]);
    expect((await get('/')).text).not.toContain('canary promise');
    expect((await get('/commitments')).text).toContain('canary words');
  });

  test('does not come before two weeks are over', async () => {
    await promise('canary promise', 12);
    expect((await get('/')).text).not.toContain('canary promise');
    expect((await get('/commitments')).text).toContain('canary promise');
  });

  test('can be put off, and left', async () => {
    const at = await promise('canary promise');
    expect((await post(`${at}/later`)).location).toBe('/');
    expect((await get('/')).text).not.toContain('canary promise');
    expect((await post(`${at}/drop`)).location).toBe('/commitments');
    const rows = await reader.commitmentOutcome.findMany({ orderBy: { at: 'asc' } });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['later', 'dropped']);
  });

  test.each([
    ['no answer', { text: 'canary words' }, 'Press one of the three answers'],
    [
      'an answer that is none',
      { outcome: 'dropped', text: 'canary words' },
      'Press one of the three answers',
    ],
    [
      'a sentence that is too long',
      { outcome: 'done', text: `canary words ${'a'.repeat(500)}` },
      'longer than 500',
    ],
    ['something else beside it', { outcome: 'done', text: 'canary words', personId: 'x' }, 'canary words'],
  ])('with %s nothing is kept, and what was typed is there again', async (_, form, said) => {
    const at = await promise('canary promise');
    const before = tableHashes(database.folder);
    const answer = await post(at, form as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('canary words');
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('is nobody else’s: not to read, not to answer, not in any list, whatever their role', async () => {
    const at = await promise('canary promise');
    await post(at, { outcome: 'not-yet', text: 'canary words' });
    const before = tableHashes(database.folder, ['Session', 'AccessRecord']);
    for (const [role, by] of Object.entries(others)) {
      for (const page of ['', '/later', '/drop']) {
        for (const kind of ['document', 'data', 'data of the leaf'] as const) {
          const read = await ask({ path: at + page, kind, cookie: by });
          expect([role, page, read.status]).toEqual([role, page, 404]);
          expect(read.text).not.toContain('canary');
        }
        expect((await post(at + page, { outcome: 'done' }, by)).status, `${role} ${page}`).toBe(404);
      }
      for (const list of [
        '/',
        '/commitments',
        '/team',
        '/hr/completions',
        '/hr/completions.csv',
        '/admin/audit',
      ]) {
        expect((await get(list, by)).text, `${list} as ${role}`).not.toMatch(/canary|not-yet/);
      }
    }
    expect(tableHashes(database.folder, ['Session', 'AccessRecord'])).toEqual(before);
  });

  test('is open on a shared tablet, as all of learning is', async () => {
    const { text } = await get('/learn');
    expect(text).toContain('href="/commitments"');
    const tablet = await transact((tx) => registerTablet(tx, system, { name: 'Bay', departmentId }));
    await reader.tablet.findFirstOrThrow();
    await transact((tx) =>
      tx.session.updateMany({
        where: { personId: ada.id },
        data: { kind: 'tablet', tabletId: 'tabletId' in tablet ? tablet.tabletId : null },
      }),
    );
    expect((await get('/commitments')).status).toBe(200);
    expect((await get('/account')).status).toBe(404);
  });
});

describe('what changed', () => {
  const seen = () => reader.changeSeen.count();
  beforeEach(async () => complete(ada, await textOf(ada, 'common', 'one')));

  test('is told on Today and on the module’s page, shown with the editor’s line, and ends on Today when it is read', async () => {
    await publish({ parts: ['Plain words.', 'canary line'], front: 'changed: canary note\n' });
    expect((await get('/')).text).toContain('canary note');
    expect((await get(home)).text).toContain(`${home}/changes`);
    const page = await get(`${home}/changes`);
    expect(page.text).toContain('canary note');
    expect(page.text).toContain('canary line');
    expect(page.text, 'what stays is left out').not.toContain('Plain words.');
    expect(await seen(), 'looking writes nothing').toBe(0);
    expect((await post(`${home}/changes`)).location).toBe('/');
    expect((await post(`${home}/changes`)).status).toBe(303);
    expect(await seen()).toBe(1);
    expect((await get('/')).text).not.toContain('canary note');
    expect((await get(`${home}/changes`)).text).toContain('canary line');
  });

  test('holds no key: of the questions it says no more than that they changed', async () => {
    await publish({ parts: ['Other words.'] });
    const { text } = await get(`${home}/changes`);
    expect(text).toContain('Other words.');
    expect(text).not.toMatch(/why-|What of q-one/);
  });

  test('is nothing for whoever has not completed it, and is not kept for them', async () => {
    await publish({ parts: ['Other words.'] });
    const page = await get(`${home}/changes`, others.hr!);
    expect(page.text).toContain('Nothing has changed');
    await post(`${home}/changes`, {}, others.hr!);
    expect(await seen()).toBe(0);
  });

  test('a material change leads back to the beginning, with a reason and a day; what was completed stays', async () => {
    await underClock(days(2), async () => {
      await publish({ parts: ['Other words.'], front: 'change: material\n' });
      const today = await get('/');
      expect(today.text).toMatch(/Read “<span lang="en" dir="auto">Module one<\/span>” again/);
      const page = await get(home);
      expect(page.text).toContain('Please read this again');
      expect(page.text).toContain('You completed this on');
      // Unread parts are not open before it is begun.
      expect((await get(`${home}?part=part-1`)).text).toContain('Please read this again');
      expect((await get(`${home}/changes`)).text).not.toContain('I have read it');
      expect((await post(home)).status).toBe(303);
      expect((await get(`${home}?part=part-1`)).text).toContain('Other words.');
      const readings = await reader.reading.findMany({
        where: { personId: ada.id },
        orderBy: { beganAt: 'asc' },
      });
      expect(readings.map(({ finishedAt }) => finishedAt !== null)).toEqual([true, false]);
      expect(readings[0]!.versionId).not.toBe(readings[1]!.versionId);
      expect((await get('/')).text).toContain('Go on with “<span lang="en" dir="auto">Module one</span>”');
    });
  });
});
