import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withdrawTokens } from '#app/domain/access/tokens/withdraw-tokens.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Somebody } from '../../support/entrance-company.ts';
import { entranceCompany, linkFor, password, slipFor } from '../../support/entrance-company.ts';
import { tableHashes } from '../../support/rows.ts';
import { leave } from '../../support/staff.ts';
import { hiddenFields, visitor } from '../../support/visitor.ts';

let database: TestDatabase;
let company: Awaited<ReturnType<typeof entranceCompany>>;
let ada: Somebody;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await entranceCompany();
});

beforeEach(async () => {
  ada = await company.somebody();
});

afterAll(() => database.close());

const fresh = 'a brand new password';
const signIn = (email: string, typed: string) => visitor().post('/sign-in', { email, password: typed });

describe('a link from a mail', () => {
  test.each(['invitation', 'reset'] as const)(
    'for %s: looking spends nothing, sending opens once',
    async (purpose) => {
      const link = await linkFor(ada.personId, purpose);
      const before = tableHashes(database.folder);
      for (let index = 0; index < 3; index += 1) {
        const { status, text } = await visitor().get(link);
        expect(status).toBe(200);
        expect(text).toContain(ada.email);
      }
      expect(tableHashes(database.folder)).toEqual(before);

      const short = await visitor().post(link, { fresh: 'short' });
      expect(short.status).toBe(422);
      expect(short.text).not.toContain('value="short"');
      expect(tableHashes(database.folder)).toEqual(before);

      const mine = visitor();
      const sent = await mine.post(link, { fresh });
      expect([sent.status, sent.location]).toEqual([303, '/']);
      expect((await mine.get('/')).status).toBe(200);
      expect((await signIn(ada.email, fresh)).status).toBe(303);
      expect((await signIn(ada.email, password)).status).toBe(422);
      const dead = await visitor().get(link);
      expect(dead.status).toBe(404);
      expect(dead.text).not.toContain(ada.email);
      expect((await visitor().post(link, { fresh: 'yet another password' })).status).toBe(404);
    },
  );

  test('is used by one of fifty', async () => {
    const link = await linkFor(ada.personId, 'reset');
    const sent = await Promise.all(Array.from({ length: 50 }, () => visitor().post(link, { fresh })));
    const statuses = sent.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([303, ...Array.from({ length: 49 }, () => 404)]);
    expect(await reader.session.count({ where: { personId: ada.personId } })).toBe(1);
  }, 60_000);

  test('is as dead as one that never was, once its bearer has left or it was withdrawn', async () => {
    const [gone, changed] = [await company.somebody(), await company.somebody()];
    const links = [
      await linkFor(gone.personId, 'reset'),
      await linkFor(changed.personId, 'reset'),
      '/reset?token=x',
    ];
    await leave(gone.personId);
    await transact((tx) => withdrawTokens(tx, system, { personId: changed.personId }));
    const before = tableHashes(database.folder);
    const shown = [];
    for (const link of links) {
      for (const answer of [await visitor().get(link), await visitor().post(link, { fresh })])
        shown.push([answer.status, answer.text.replaceAll(link, 'link')]);
    }
    expect(new Set(shown.map(([status]) => status))).toEqual(new Set([404]));
    expect(shown[0]).toEqual(shown[2]);
    expect(shown[0]).toEqual(shown[4]);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('ends the session that the browser had, whosever it was, and those of its bearer elsewhere', async () => {
    const other = await company.somebody();
    const [shared, elsewhere] = [visitor(), visitor()];
    await shared.post('/sign-in', { email: other.email, password });
    await elsewhere.post('/sign-in', { email: ada.email, password });
    const stolen = new Map(shared.cookies);
    await shared.post(await linkFor(ada.personId, 'reset'), { fresh });
    expect((await shared.get('/')).text).toContain('Person');
    const thief = visitor();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    for (const dead of [thief, elsewhere]) expect((await dead.get('/')).location).toMatch(/^\/sign-in/);
  });
});

describe('the code on a slip', () => {
  test('leads to a password, and is shown again to nobody but whoever typed it right', async () => {
    const { code } = await slipFor(ada.personId);
    const mine = visitor();
    const before = tableHashes(database.folder);
    const right = await mine.post('/code', { email: ada.email, code: code.toLowerCase() });
    expect(right.status).toBe(200);
    expect(right.text).toContain('action="/code/password"');
    expect(tableHashes(database.folder), 'asking spends nothing').toEqual(before);
    const fields = hiddenFields(right.text);
    const short = await mine.post('/code/password', { ...fields, email: ada.email, fresh: 'short' });
    expect([short.status, hiddenFields(short.text).code]).toEqual([422, fields.code]);
    const sent = await mine.post('/code/password', { ...hiddenFields(short.text), email: ada.email, fresh });
    expect([sent.status, sent.location]).toEqual([303, '/']);
    expect((await visitor().post('/code', { email: ada.email, code })).status).toBe(422);
    const again = await visitor().post('/code/password', { email: ada.email, code, fresh });
    expect(again.status).toBe(422);
    expect(again.text).not.toContain(code);
  });

  test('belongs to one name', async () => {
    const { code } = await slipFor(ada.personId);
    const other = await company.somebody();
    expect((await visitor().post('/code', { email: other.email, code })).status).toBe(422);
    expect((await visitor().post('/code/password', { email: other.email, code, fresh })).status).toBe(422);
    expect((await signIn(other.email, password)).status).toBe(303);
  });

  test('nobody comes to its second page by an address', async () => {
    expect((await visitor().get('/code/password')).location).toBe('/code');
  });
});
