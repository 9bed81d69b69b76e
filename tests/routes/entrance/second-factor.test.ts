import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { carriedAction, carriedPrefix } from '#app/routes/carried-form.ts';
import { accessTable } from '../../support/access-table.ts';
import { ask, kinds, outcomeOf } from '../../support/asking.ts';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { allCanaries } from '../../support/canaries.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { leaves } from '../../support/remix.ts';
import { codeOf, turnOn, wrongCodeOf } from '../../support/second-factor.ts';
import { actorOf, cookieOf, done, hire } from '../../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
let hired = 0;

const password = 'oak and white, side by side';

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
});

afterAll(() => database.close());

type Someone = { id: string; email: string; secret: string; codes: string[] };

/** Somebody whose second factor is on; of all there is, they may see HR's. */
async function someone(): Promise<Someone> {
  hired += 1;
  const email = `factor${hired}@example.com`;
  const at = { departmentId: company.officeId, siteId: company.siteId };
  const id = await hire({ name: `Fay ${hired}`, email, roles: ['hr'], ...at });
  await choosePassword(id, password);
  return { id, email, ...(await turnOn(await actorOf(id))) };
}

async function choosePassword(personId: string, word: string): Promise<void> {
  const secretHash = await hashPassword(word);
  await done(transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false })));
}

const post = (path: string, form: Record<string, string>, cookie?: string) =>
  ask({ path, method: 'POST', form, cookie });
const signIn = (email: string, more: Record<string, string> = {}) =>
  post('/sign-in', { email, password, ...more });
const cookiesOf = (headers: Headers) => headers.getSetCookie().map((text) => text.split(';', 1)[0]!);

/** What a browser holds after the right password. */
async function firstStep({ email }: Pick<Someone, 'email'>): Promise<string> {
  const answer = await signIn(email, { next: '/hr/people?q=kim' });
  expect([answer.status, answer.location]).toEqual([303, '/sign-in/code?next=%2Fhr%2Fpeople%3Fq%3Dkim']);
  const cookies = cookiesOf(answer.headers);
  expect(cookies.map((text) => text.split('=', 1)[0])).toEqual(['everyhand-sign-in']);
  return cookies[0]!;
}

const give = (cookie: string, code: string, more: Record<string, string> = {}) =>
  post('/sign-in/code', { code, next: '/hr/people?q=kim', ...more }, cookie);

/** Every address that asks who it is, with something in the place of its parameters. */
function guardedPaths(): string[] {
  const params: Record<string, string> = {
    course: 'common',
    module: 'first',
    person: company.canaryIds.sales!,
    department: company.officeId,
    tablet: company.tabletId,
  };
  return leaves
    .filter(({ path }) => accessTable[path]?.get.anonymous === 'sign-in')
    .map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'x'));
}

describe('the first factor alone', () => {
  test('opens no page and no data, read or written to', async () => {
    const fay = await someone();
    const sessions = await reader.session.count();
    const cookie = await firstStep(fay);
    expect(await reader.session.count()).toBe(sessions);
    const paths = guardedPaths();
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      for (const kind of kinds) {
        const answer = await ask({ path, kind, cookie });
        expect(outcomeOf(answer), `${path}, ${kind}`).toBe('sign-in');
        expect(
          allCanaries.filter((token) => answer.text.includes(token)),
          path,
        ).toEqual([]);
      }
      const sent = outcomeOf(await ask({ path, method: 'POST', cookie }));
      // Whoever is signed out already has nothing to end.
      if (accessTable[path]?.change.anonymous !== 'ok') expect(['carry', 'no-method'], path).toContain(sent);
    }
  });

  test('is not passed off as a session, nor a session as it', async () => {
    const fay = await someone();
    const value = (await firstStep(fay)).split('=').slice(1).join('=');
    const asSession = await ask({ path: '/hr/people', cookie: `everyhand=${value}` });
    expect(outcomeOf(asSession)).toBe('sign-in');
    const session = (await cookieOf(company.people.hr)).split('=').slice(1).join('=');
    const asPending = await give(`everyhand-sign-in=${session}`, codeOf(fay.secret));
    expect([asPending.status, asPending.location]).toEqual([303, '/sign-in?next=%2Fhr%2Fpeople%3Fq%3Dkim']);
  });

  test('is worth nothing after ten minutes, or once the password is another one', async () => {
    const fay = await someone();
    await underClock(new Date(), async () => {
      const cookie = await firstStep(fay);
      moveClock(new Date(Date.now() + 10 * 60_000));
      expect((await give(cookie, codeOf(fay.secret))).status).toBe(303);
      expect((await ask({ path: '/sign-in/code', cookie })).location).toBe('/sign-in');
    });
    const cookie = await firstStep(fay);
    await choosePassword(fay.id, 'another one altogether');
    const answer = await give(cookie, codeOf(fay.secret));
    expect(answer.location).toMatch(/^\/sign-in\?next=/);
    expect(await reader.session.count({ where: { personId: fay.id } })).toBe(0);
  });

  test('of a session that was open all along counts for nothing', async () => {
    const fay = await someone();
    const cookie = await cookieOf(fay.id);
    expect(outcomeOf(await ask({ path: '/hr/people', cookie }))).toBe('sign-in');
  });
});

describe('the code', () => {
  test('opens the session and leads where one wanted to go; used again it opens nothing', async () => {
    const fay = await someone();
    const [first, second] = [await firstStep(fay), await firstStep(fay)];
    const code = codeOf(fay.secret);
    const answer = await give(first, code);
    expect([answer.status, answer.location]).toEqual([303, '/hr/people?q=kim']);
    const [session = '', dropped = ''] = cookiesOf(answer.headers);
    expect(dropped).toBe('everyhand-sign-in=');
    expect((await ask({ path: '/hr/people', cookie: session })).status).toBe(200);

    const again = await give(second, code);
    expect(again.status).toBe(422);
    expect(cookiesOf(again.headers)).toEqual([]);
    expect(again.text).not.toContain(code);
    expect(await reader.session.count({ where: { personId: fay.id } })).toBe(1);
    expect(await reader.event.count({ where: { name: 'second-factor.refused', subjectId: fay.id } })).toBe(1);
  });

  test('may be a backup code, typed as it is printed', async () => {
    const fay = await someone();
    const code = fay.codes[3]!;
    const answer = await give(await firstStep(fay), `${code.slice(0, 5)} ${code.slice(5)}`);
    expect([answer.status, answer.location]).toEqual([303, '/hr/people?q=kim']);
  });

  test('is tried five times in a quarter of an hour; the password of others, and their codes, stay free', async () => {
    const [fay, other] = [await someone(), await someone()];
    const cookie = await firstStep(fay);
    for (let tried = 0; tried < 5; tried += 1)
      expect((await give(cookie, wrongCodeOf(fay.secret))).text).toContain('does not work');
    const sixth = await give(await firstStep(fay), codeOf(fay.secret));
    expect([sixth.status, sixth.text.includes('quarter of an hour')]).toEqual([422, true]);
    expect((await give(await firstStep(other), codeOf(other.secret))).status).toBe(303);
  });

  test('leads to no other site', async () => {
    const fay = await someone();
    const answer = await give(await firstStep(fay), codeOf(fay.secret), { next: '//evil.example' });
    expect([answer.status, answer.location]).toEqual([303, '/']);
  });

  test('carries on the form that waited for its sender', async () => {
    const fay = await someone();
    const waiting = { [carriedAction]: '/hr/departments/new', [`${carriedPrefix}name`]: 'Returns & “more”' };
    const first = await signIn(fay.email, waiting);
    expect(first.status).toBe(200);
    expect(first.text).toContain('action="/sign-in/code"');
    expect(first.text).toContain('value="Returns &amp; “more”"');
    const [cookie = ''] = cookiesOf(first.headers);
    const wrong = await give(cookie, wrongCodeOf(fay.secret), waiting);
    expect([wrong.status, wrong.text.includes('value="Returns &amp; “more”"')]).toEqual([422, true]);
    const right = await give(cookie, codeOf(fay.secret), waiting);
    expect(right.status).toBe(200);
    expect(right.text).toContain('action="/hr/departments/new"');
    const late = await give('', codeOf(fay.secret), waiting);
    expect([late.status, late.text.includes('value="Returns &amp; “more”"')]).toEqual([401, true]);
  });
});

describe('where the company asks for a second factor', () => {
  const require = (requireSecondFactor: boolean) =>
    transact((tx) => tx.company.updateMany({ data: { requireSecondFactor } }));

  test.each(['hr', 'editor', 'admin'] as const)(
    '%s without one opens only the page to set it up',
    async (role) => {
      await require(true);
      const cookie = await cookieOf(company.people[role]);
      for (const path of guardedPaths()) {
        const answer = await ask({ path, kind: 'data of the leaf', cookie });
        if (path.startsWith('/account/second-factor') || path === '/sign-out') {
          expect(answer.location ?? '', path).not.toMatch(/\?next=/);
        } else {
          expect(answer.location, path).toMatch(/^\/account\/second-factor\?next=/);
          expect(
            allCanaries.filter((token) => answer.text.includes(token)),
            path,
          ).toEqual([]);
        }
      }
      await require(false);
    },
  );

  test('a learner and a head go on as before', async () => {
    await require(true);
    for (const role of ['employee', 'head'] as const) {
      const cookie = await cookieOf(company.people[role]);
      expect((await ask({ path: '/learn', cookie })).status).toBe(200);
    }
    await require(false);
  });
});
