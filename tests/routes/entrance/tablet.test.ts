import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { revokeTablet } from '#app/domain/access/tablets/revoke-tablet.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { accessTable } from '../../support/access-table.ts';
import { ask, outcomeOf } from '../../support/asking.ts';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { canary } from '../../support/canaries.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { leaves } from '../../support/remix.ts';
import { choosePin, tabletOf } from '../../support/second-factor.ts';
import { actorOf, cookieOf, done, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
let hired = 0;

const pin = '480277';
const password = 'oak and white, side by side';

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  for (const personId of Object.values(company.people)) await choosePin(await actorOf(personId), pin);
  await choosePin(await actorOf(company.canaryIds.finance!), pin);
});

afterAll(() => database.close());

async function worker() {
  hired += 1;
  const [email, employeeNumber] = [`worker${hired}@example.com`, `W-${hired}`];
  const at = { departmentId: company.departmentIds.shipping!, siteId: company.siteId };
  const personId = await hire({ name: `Wim ${hired}`, email, employeeNumber, ...at });
  const secretHash = await hashPassword(password);
  await done(transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false })));
  await choosePin(await actorOf(personId), pin);
  return { personId, email, employeeNumber };
}

const tablet = () => tabletOf(company.departmentIds.shipping!);
const post = (path: string, form: Record<string, string>, cookie: string) =>
  ask({ path, method: 'POST', form, cookie });
const sessionIn = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0]!)
    .find((text) => text.startsWith('everyhand='));

/** The cookies of a tablet on which somebody has signed in. */
async function signedIn(device: string, personId: string): Promise<string> {
  const answer = await post(`/tablet/${personId}`, { pin }, device);
  expect([answer.status, answer.location]).toEqual([303, '/']);
  return `${device}; ${sessionIn(answer.headers)}`;
}

describe('names and PINs', () => {
  test('are on a registered tablet alone', async () => {
    const { personId } = await worker();
    const { cookie, tabletId } = await tablet();
    const on = await ask({ path: '/tablet', cookie });
    expect(on.text).toContain('Emma Employee');
    expect(on.text).not.toContain(canary('finance', 'person'));
    const gone = cookie.slice(0, -4);
    for (const other of ['', gone, `everyhand-tablet=${await cookieOf(personId)}`]) {
      const off = await ask({ path: '/tablet', cookie: other });
      expect([off.status, off.text.includes('Emma'), off.text.includes('Wim')]).toEqual([200, false, false]);
      for (const path of [`/tablet/${personId}`, '/tablet/number']) {
        expect((await ask({ path, cookie: other })).status).toBe(404);
        expect((await post(path, { pin, number: 'W-1' }, other)).status).toBe(404);
      }
    }
    await done(transact((tx) => revokeTablet(tx, system, { tabletId })));
    const revoked = await ask({ path: '/tablet', cookie });
    expect([revoked.text.includes('Emma'), revoked.text.includes('Not a shared tablet')]).toEqual([
      false,
      true,
    ]);
    expect((await post(`/tablet/${personId}`, { pin }, cookie)).status).toBe(404);
  });

  test('of another department, and of whoever has left, are not there', async () => {
    const { cookie } = await tablet();
    const { personId, employeeNumber } = await worker();
    await leave(personId);
    for (const id of [company.canaryIds.finance!, company.people.hr, personId, 'nobody'])
      expect((await post(`/tablet/${id}`, { pin }, cookie)).status).toBe(404);
    const number = canary('finance', 'number').toUpperCase();
    const answers = [];
    for (const one of [number, employeeNumber, 'NOBODY-1'])
      answers.push(await post('/tablet/number', { number: one, pin }, cookie));
    const bodies = answers.map(({ text }, index) =>
      text.replaceAll([number, employeeNumber, 'NOBODY-1'][index]!, 'N'),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(new Set(bodies).size).toBe(1);
  });

  test('sign in by name or by number, to learn and nothing else', async () => {
    const { cookie } = await tablet();
    const { personId, employeeNumber } = await worker();
    const byNumber = await post(
      '/tablet/number',
      { number: ` ${employeeNumber.toLowerCase()}`, pin },
      cookie,
    );
    expect([byNumber.status, byNumber.location]).toEqual([303, '/']);
    const both = await signedIn(cookie, personId);
    const today = await ask({ path: '/', cookie: both });
    expect(today.text).toContain('I am done');
    expect(today.text).not.toContain('href="/password"');
    expect(today.text).toMatch(/<noscript><meta http-equiv="refresh" content="\d+;url=\/tablet"/);
    const course = await ask({ path: '/learn/common', cookie: both });
    expect(course.text).toContain(`url=/tablet?next=%2Flearn%2Fcommon&amp;of=${personId}"`);
  });

  test('a head or HR is a learner there: whatever is not learning is not there', async () => {
    const { cookie } = await tabletOf(company.officeId);
    const both = await signedIn(cookie, company.people.hr);
    const open = new Set(['/', '/notices', '/sign-out', '/tablet/awake']);
    const toLearn =
      /^\/(learn|cases|glossary|sources|commitments|newsletter|posters|huddles|talks|actions|reading|pictures)(\/|$)/;
    for (const { path } of leaves) {
      if (accessTable[path]?.get.anonymous !== 'sign-in' || toLearn.test(path) || open.has(path)) continue;
      const at = path.replace(/:person/, company.people.employee).replace(/:\w+/, 'x');
      for (const method of ['GET', 'POST']) {
        const outcome = outcomeOf(await ask({ path: at, method, cookie: both }));
        expect(['not-found', 'no-method'], `${method} ${path}`).toContain(outcome);
      }
    }
    expect((await ask({ path: '/tablet/awake', cookie: both })).status).toBe(204);
  });

  test('five wrong PINs stop the next on this tablet, and nothing else of theirs', async () => {
    const [here, elsewhere] = [await tablet(), await tablet()];
    const { personId, email } = await worker();
    for (let tried = 0; tried < 5; tried += 1) {
      const answer = await post(`/tablet/${personId}`, { pin: '739164' }, here.cookie);
      expect([answer.status, answer.text.includes('739164')]).toEqual([422, false]);
    }
    const sixth = await post(`/tablet/${personId}`, { pin }, here.cookie);
    expect([sixth.status, sixth.text.includes('quarter of an hour')]).toEqual([422, true]);
    const signIn = await post('/sign-in', { email, password }, '');
    expect([signIn.status, signIn.location]).toEqual([303, '/']);
    await signedIn(elsewhere.cookie, personId);
    await signedIn(here.cookie, (await worker()).personId);
  });

  test('wrong passwords do not stop a PIN', async () => {
    const { cookie } = await tablet();
    const { personId, email } = await worker();
    for (let tried = 0; tried < 6; tried += 1) await post('/sign-in', { email, password: 'wrong' }, '');
    await signedIn(cookie, personId);
  });
});

describe('signed in on a tablet', () => {
  test('one is signed out after two idle minutes, and comes back to where one was', async () => {
    const { cookie } = await tablet();
    const { personId } = await worker();
    const other = await worker();
    const began = Date.now();
    const at = (seconds: number) => moveClock(new Date(began + seconds * 1000));
    await underClock(new Date(began), async () => {
      const both = await signedIn(cookie, personId);
      at(100);
      expect((await ask({ path: '/tablet/awake', cookie: both })).status).toBe(204);
      at(200);
      expect((await ask({ path: '/learn/common', cookie: both })).status).toBe(200);
      at(321);
      const late = await ask({ path: '/learn/common', cookie: both });
      expect(late.location).toBe('/tablet?next=%2Flearn%2Fcommon');
      const sent = await post('/learn/common/first', {}, both);
      expect([sent.status, sent.location]).toEqual([303, '/tablet?next=%2Flearn%2Fcommon%2Ffirst']);
    });
    const query = `next=%2Flearn%2Fcommon&of=${personId}`;
    const names = await ask({ path: `/tablet?${query}`, cookie });
    expect(names.text).toContain(`href="/tablet/${personId}?next=%2Flearn%2Fcommon"`);
    expect(names.text).toContain(`href="/tablet/${other.personId}"`);
    const next = { next: '/learn/common', of: personId, pin };
    const own = await post(`/tablet/${personId}`, { pin, next: '/learn/common' }, cookie);
    expect(own.location).toBe('/learn/common');
    const number = await post('/tablet/number', { number: other.employeeNumber, ...next }, cookie);
    expect([number.status, number.location]).toEqual([303, '/']);
  });

  test('coming to the names, or saying “I am done”, ends it on this screen; the next one’s PIN ends it anyway', async () => {
    const { cookie } = await tablet();
    const { personId } = await worker();
    const both = await signedIn(cookie, personId);
    const names = await ask({ path: '/tablet', cookie: both });
    expect(names.headers.getSetCookie().map((text) => text.split(';', 1)[0])).toContain('everyhand=');
    const next = await post(`/tablet/${(await worker()).personId}`, { pin }, both);
    expect(next.status).toBe(303);
    expect(outcomeOf(await ask({ path: '/learn', cookie: both }))).toBe('redirect');
    const again = await signedIn(cookie, personId);
    const out = await post('/sign-out', {}, again);
    expect([out.status, out.location]).toEqual([303, '/tablet']);
    expect(await reader.session.count({ where: { personId, kind: 'tablet' } })).toBe(0);
  });

  test('revoking the tablet ends it', async () => {
    const { cookie, tabletId } = await tablet();
    const both = await signedIn(cookie, (await worker()).personId);
    const hr = await cookieOf(company.people.hr);
    expect((await post(`/hr/tablets/${tabletId}/revoke`, {}, hr)).location).toBe('/hr/tablets?saved=revoked');
    expect(outcomeOf(await ask({ path: '/learn', cookie: both }))).toBe('redirect');
  });
});

test('setting a tablet up ends the session of who did it on that device, and what the device was before', async () => {
  const head = await cookieOf(company.people.head);
  const before = await tablet();
  const form = { name: 'Packing hall', departmentId: company.departmentIds.shipping! };
  const refused = await post('/tablet/set-up', { ...form, departmentId: company.officeId }, head);
  expect(refused.status).toBe(422);
  const answer = await post('/tablet/set-up', form, `${head}; ${before.cookie}`);
  expect([answer.status, answer.location]).toEqual([303, '/tablet']);
  expect(outcomeOf(await ask({ path: '/team', cookie: head }))).toBe('sign-in');
  const cookie = answer.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  expect((await ask({ path: '/tablet', cookie })).text).toContain('Packing hall');
  expect((await ask({ path: '/tablet', cookie: before.cookie })).text).toContain('Not a shared tablet');
});
