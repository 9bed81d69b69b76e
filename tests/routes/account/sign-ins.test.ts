import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Somebody } from '../../support/entrance-company.ts';
import { entranceCompany, password } from '../../support/entrance-company.ts';
import { done, leave } from '../../support/staff.ts';
import type { Visitor } from '../../support/visitor.ts';
import { visitor } from '../../support/visitor.ts';

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

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const cookieName = 'everyhand';

async function signedIn(who: Somebody = ada, userAgent = firefox): Promise<Visitor> {
  const browser = visitor('127.0.0.1', userAgent);
  const { status } = await browser.post('/sign-in', { email: who.email, password });
  expect(status).toBe(303);
  return browser;
}

const isIn = async (browser: Visitor) => (await browser.get('/')).status === 200;
const handlesOn = (text: string) =>
  [...text.matchAll(/href="\/account\/sessions\/([\w-]+)\/end"/g)].map(([, id]) => id!);
/** Another browser that got hold of the same cookies. */
function copyOf(browser: Visitor): Visitor {
  const copy = visitor();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}

describe('where I am signed in', () => {
  test('is told in words, this one marked, and gives no session away', async () => {
    const mine = await signedIn();
    await signedIn(ada, iphone);
    const { text } = await mine.get('/account/sessions');
    expect(text).toContain('Firefox on Windows');
    expect(text).toContain('Safari on iPhone');
    expect(text.match(/this one/g)).toHaveLength(1);
    expect(handlesOn(text)).toHaveLength(2);
    for (const { id } of await reader.session.findMany({ where: { personId: ada.personId } }))
      expect(text).not.toContain(id);
  });

  test('does not name what has ended: closed, over, or idle for too long', async () => {
    await underClock(new Date('2030-01-01T08:00:00Z'), async () => {
      await signedIn(ada, iphone);
      moveClock(new Date('2030-01-05T08:00:00Z'));
      const mine = await signedIn();
      moveClock(new Date('2030-01-08T08:00:00Z'));
      const { text } = await mine.get('/account/sessions');
      expect(text).toContain('Firefox on Windows');
      expect(text).not.toContain('Safari on iPhone');
    });
  });

  test('can be ended one by one', async () => {
    const [mine, lost, kept] = [await signedIn(), await signedIn(ada, iphone), await signedIn()];
    const page = (await mine.get('/account/sessions')).text;
    const [, handle] = /Safari on iPhone[\s\S]*?sessions\/([\w-]+)\/end/.exec(page)!;
    const asked = await mine.get(`/account/sessions/${handle}/end`);
    expect(asked.text).toContain('Sign out of Safari on iPhone?');
    expect(await isIn(lost)).toBe(true);
    expect((await mine.post(`/account/sessions/${handle}/end`, {})).location).toBe('/account/sessions');
    expect([await isIn(mine), await isIn(lost), await isIn(kept)]).toEqual([true, false, true]);
    expect((await mine.post(`/account/sessions/${handle}/end`, {})).status).toBe(404);
  });

  test('is nobody else’s to end, and cannot be guessed from a session', async () => {
    const other = await signedIn(await company.somebody());
    const mine = await signedIn();
    const [handle] = handlesOn((await mine.get('/account/sessions')).text);
    const { id } = await reader.session.findFirstOrThrow({ where: { personId: ada.personId } });
    for (const odd of [handle!, id, id.slice(0, 16), 'x', '..', '%00', '__proto__']) {
      const path = `/account/sessions/${encodeURIComponent(odd)}x`.replace(/x$/, '');
      expect((await other.get(`${path}/end`)).status).toBe(404);
      expect((await other.post(`${path}/end`, {})).status).toBe(404);
    }
    expect(await isIn(mine)).toBe(true);
  });

  test('everywhere can be ended at once, here too, and nobody else is signed out', async () => {
    const other = await signedIn(await company.somebody());
    const all = [await signedIn(), await signedIn(ada, iphone), await signedIn()];
    const thief = copyOf(all[1]!);
    expect((await all[0]!.post('/account/sessions/end-all', {})).location).toBe('/sign-in');
    expect(await Promise.all([...all, thief].map(isIn))).toEqual([false, false, false, false]);
    expect(await isIn(other)).toBe(true);
    const event = await reader.event.findFirstOrThrow({
      where: { name: 'sessions.closed', actorId: ada.personId },
    });
    expect(event.facts).toBe('{"count":3}');
    expect((await all[0]!.post('/account/sessions/end-all', {})).location).toBe('/sign-in');
  });

  test('is not to be seen or changed from a shared tablet', async () => {
    const { personId } = ada;
    const at = new Date();
    const { departmentId } = company.place;
    const tablet = { id: `t-${personId}`, name: 'Gate 3', departmentId, tokenHash: personId, createdAt: at };
    await transact((tx) => tx.tablet.create({ data: tablet }));
    const input = { personId, method: 'pin', tabletId: tablet.id } as const;
    const { token, expiresAt } = await done(transact((tx) => openSession(tx, system, input)));
    const shared = visitor();
    shared.cookies.set(
      cookieName,
      (await keepSessionToken(token, expiresAt)).split(';')[0]!.split(/=(.*)/s)[1]!,
    );
    expect((await shared.get('/')).status).toBe(200);
    for (const path of ['/account', '/account/sessions', '/account/sessions/end-all', '/password'])
      expect((await shared.get(path)).status, path).toBe(404);
    const fresh = { current: password, fresh: 'a brand new password' };
    expect((await shared.post('/password', fresh)).status).toBe(404);
    expect((await shared.post('/account/sessions/end-all', {})).status).toBe(404);
    expect((await (await signedIn()).get('/account/sessions')).text).toContain('Shared tablet: Gate 3');
  });
});

describe('a session', () => {
  test('is a new one at every sign-in, and the browser’s old one ends', async () => {
    const browser = await signedIn();
    const before = copyOf(browser);
    await browser.post('/sign-in', { email: ada.email, password });
    expect(browser.cookies.get(cookieName)).not.toBe(before.cookies.get(cookieName));
    expect([await isIn(browser), await isIn(before)]).toEqual([true, false]);
  });

  test('is not the one that somebody else put into the browser before', async () => {
    const mallory = await signedIn(await company.somebody());
    const planted = copyOf(mallory);
    await planted.post('/sign-in', { email: ada.email, password });
    expect(await isIn(mallory), 'what was planted has ended').toBe(false);
    expect((await planted.get('/account')).text).toContain(ada.email);
    const invented = visitor();
    invented.cookies.set(cookieName, 'chosen-by-mallory');
    await invented.post('/sign-in', { email: ada.email, password });
    expect(invented.cookies.get(cookieName)).not.toBe('chosen-by-mallory');
  });

  test('does not come back after signing out, nor after another password', async () => {
    const browser = await signedIn();
    const replayed = copyOf(browser);
    await browser.post('/sign-out', {});
    expect(await isIn(replayed)).toBe(false);
    const [mine, other] = [await signedIn(), await signedIn(ada, iphone)];
    const before = copyOf(mine);
    await mine.post('/password', { current: password, fresh: 'a brand new password' });
    expect([await isIn(mine), await isIn(other), await isIn(before)]).toEqual([true, false, false]);
    const mails = await reader.mail.findMany({ where: { personId: ada.personId } });
    expect(mails.map(({ template }) => template)).toEqual(['sign-in-changed']);
  });

  test('is over with the next request of somebody who has left', async () => {
    const browser = await signedIn();
    await leave(ada.personId);
    expect(await isIn(browser)).toBe(false);
    expect((await browser.post('/notices', {})).status).toBe(401);
  });

  test.each([
    ['nobody in particular', [], 7 * 24, 30 * 24],
    ['HR', ['hr'], 2, 12],
    ['an admin', ['admin'], 2, 12],
  ] as const)(
    'of %s lasts so long without a request, and no longer at all',
    async (_who, roles, idle, absolute) => {
      const begin = Date.parse('2030-03-30T20:00:00Z');
      const hour = 60 * 60_000;
      const who = await company.somebody({ roles: [...roles] });
      await underClock(new Date(begin), async () => {
        const idling = await signedIn(who);
        moveClock(new Date(begin + idle * hour));
        expect(await isIn(idling)).toBe(false);
      });
      await underClock(new Date(begin), async () => {
        const busy = await signedIn(who);
        const step = idle / 2;
        for (let hours = step; hours < absolute; hours += step) {
          moveClock(new Date(begin + hours * hour));
          expect(await isIn(busy), `after ${hours} hours`).toBe(true);
        }
        moveClock(new Date(begin + absolute * hour - 1));
        expect(await isIn(busy)).toBe(true);
        moveClock(new Date(begin + absolute * hour));
        expect(await isIn(busy)).toBe(false);
      });
    },
  );
});

test('my account says with what I sign in, and leads on', async () => {
  const { text } = await (await signedIn()).get('/account');
  expect(text).toContain(ada.email);
  for (const to of ['/password', '/account/sessions', '/account/second-factor', '/account/pin', '/privacy'])
    expect(text).toContain(`href="${to}"`);
});
