import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { agreeAction } from '#app/domain/action-items/agree-action.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tabletOf } from '../../support/second-factor.ts';
import { cookieOf, done, leave } from '../../support/staff.ts';
import type { TalkingCompany } from '../../support/talking.ts';
import { planned, talkingCompany } from '../../support/talking.ts';

let database: TestDatabase;
let company: TalkingCompany;
let meetingId: string;
let actionId: string;
const cookies: Record<string, string> = {};
const today = dateIn('UTC');

beforeAll(async () => {
  database = await openTestDatabase();
  company = await talkingCompany(database.folder);
  for (const [name, id] of Object.entries(company.people)) cookies[name] = await cookieOf(id);
  meetingId = await planned(company, { day: today });
  const item = {
    text: 'Ring before ten',
    ownerId: company.people.ada,
    dueOn: daysAfter(today, 14),
    departmentId: company.shippingId,
    origin: { type: 'meeting', id: meetingId },
  };
  actionId = (await done(transact((tx) => agreeAction(tx, company.head, item)))).actionId;
});

afterAll(() => database.close());

test('when its owner has left, somebody has to be chosen, and a day that can be kept', async () => {
  const path = `/actions/${actionId}/change`;
  const send = (ownerId: string, dueOn: string) =>
    ask({ path, method: 'POST', form: { ownerId, dueOn }, cookie: cookies.ben });
  const chosen = async () => {
    const { text } = await ask({ path, cookie: cookies.ben });
    return /<select[^]*?<option value="([^"]*)"/.exec(text)![1];
  };
  expect(await chosen()).not.toBe('');
  await leave(company.people.ada, daysAfter(today, -1));
  expect(await chosen(), 'nobody is chosen by standing first').toBe('');
  const list = await ask({ path: '/team/talks', cookie: cookies.ben });
  expect(list.text).toContain('no longer works here');
  const nobody = await send('', daysAfter(today, 20));
  expect([nobody.status, nobody.text.includes('Choose one person and one day')]).toEqual([422, true]);
  const past = await send(company.people.eve, '2020-01-01');
  expect([past.status, past.text.includes('Choose a day from today on')]).toEqual([422, true]);
  expect((await send(company.people.eve, daysAfter(today, 20))).status).toBe(303);
});

test('the menu leads everybody to what they agreed to do, and heads and editors to the plans', async () => {
  const menuOf = async (who: string) => {
    const { text } = await ask({ path: '/account', cookie: cookies[who] });
    return ['/actions', '/talks'].filter((to) => text.includes(`href="${to}"`));
  };
  expect(await menuOf('ben')).toEqual(['/actions', '/talks']);
  expect(await menuOf('dana')).toEqual(['/actions', '/talks']);
  expect(await menuOf('eve')).toEqual(['/actions']);
});

test('on a device that many share nothing leads to the team’s pages, which do not open there', async () => {
  const { tabletId } = await tabletOf(company.shippingId);
  const { token, expiresAt } = await done(
    transact((tx) => openSession(tx, system, { personId: company.people.ben, method: 'pin', tabletId })),
  );
  const cookie = (await keepSessionToken(token, expiresAt)).split(';', 1)[0]!;
  for (const path of ['/talks', '/talks/who-has-it', `/talks/meetings/${meetingId}`]) {
    expect((await ask({ path, cookie: cookies.ben })).text, path).toContain('href="/team/talks');
    const there = await ask({ path, cookie });
    expect(there.status, path).toBe(200);
    expect(there.text, path).not.toContain('href="/team');
  }
});
