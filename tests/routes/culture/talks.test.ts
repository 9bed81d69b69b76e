import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOpenActions } from '#app/domain/action-items/action-reads.server.ts';
import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask, kinds } from '../../support/asking.ts';
import { readCalendar } from '../../support/calendar.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { cookieOf } from '../../support/staff.ts';
import type { TalkingCompany } from '../../support/talking.ts';
import { planned, talkingCompany } from '../../support/talking.ts';

let database: TestDatabase;
let company: TalkingCompany;
let meetingId: string;
let actionId: string;
const cookies: Record<string, string> = {};
const today = dateIn('UTC');
const secret = 'secretplace';

beforeAll(async () => {
  database = await openTestDatabase();
  company = await talkingCompany(database.folder);
  for (const [name, id] of Object.entries(company.people)) cookies[name] = await cookieOf(id);
  meetingId = await planned(company, { day: today, startTime: '00:00', kind: 'guests', place: secret });
});

afterAll(() => database.close());

const form = (more: Record<string, string | string[]> = {}) => ({
  departmentId: company.shippingId,
  plan: 'who-has-it',
  kind: 'team',
  day: daysAfter(today, 3),
  startTime: '09:30',
  place: 'Canteen',
  people: [company.people.ben, company.people.ada],
  facilitatorId: company.people.ada,
  ...more,
});

describe('a head plans, holds and settles', () => {
  test('a plan gives the talk its title and minutes', async () => {
    const sent = await ask({ path: '/team/talks/new', method: 'POST', form: form(), cookie: cookies.ben });
    expect(sent.status).toBe(303);
    const id = /[0-9A-Z]{26}/.exec(sent.location!)![0];
    expect(await readMeeting(reader, id)).toMatchObject({ title: 'Who has it?', minutes: 15 });
  });

  test.each([
    ['nobody is ticked', { people: [] }, 'Tick at least one person'],
    ['somebody of another department is sent along', { people: 'zed' }, 'works elsewhere now'],
    ['there is no such day', { day: '2026-02-30' }, 'Say on which day'],
    ['there is no such time', { startTime: '25:00' }, 'Say at what time'],
    ['the minutes are no number', { minutes: 'many' }, 'Say how many minutes'],
    ['a field comes that nobody asked for', { sequence: '9' }, ''],
  ])('the form comes back when %s, with what was typed', async (_what, more, words) => {
    const before = await reader.meeting.count();
    const known = JSON.parse(JSON.stringify(more).replace('"zed"', `"${company.people.zed}"`)) as Record<
      string,
      string
    >;
    const sent = await ask({
      path: '/team/talks/new',
      method: 'POST',
      form: form({ place: 'Under the tree', ...known }),
      cookie: cookies.ben,
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Under the tree');
    expect(sent.text).toContain(words);
    expect(await reader.meeting.count()).toBe(before);
  });

  test('another head’s department cannot be chosen', async () => {
    const asked = form({ departmentId: company.salesId });
    const sent = await ask({ path: '/team/talks/new', method: 'POST', form: asked, cookie: cookies.ben });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('You do not head this department');
  });

  test('guests with a second word are refused kindly, and then it is written down', async () => {
    const path = `/team/talks/${meetingId}/hold`;
    const filled = {
      attended: [company.people.ada],
      guests: 'Mara Lindgren',
      'agreed[0].text': 'Ring before ten',
      'agreed[0].ownerId': company.people.ada,
      'agreed[0].dueOn': daysAfter(today, 14),
      'agreed[1].text': '',
      'agreed[1].ownerId': '',
      'agreed[1].dueOn': daysAfter(today, 14),
    };
    const refused = await ask({ path, method: 'POST', form: filled, cookie: cookies.ben });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Please write first names only');
    expect(refused.text).toContain('Ring before ten');
    const sent = await ask({
      path,
      method: 'POST',
      form: { ...filled, guests: 'Mara' },
      cookie: cookies.ben,
    });
    expect(sent.status).toBe(303);
    const [action] = await readOpenActions(reader, [company.shippingId]);
    actionId = action!.id;
    expect(action).toMatchObject({ text: 'Ring before ten', ownerId: company.people.ada });
    const settled = await reader.event.count();
    for (const way of ['hold', 'cancel', 'change']) {
      const at = `/team/talks/${meetingId}/${way}`;
      for (const method of ['GET', 'POST'] as const) {
        const twice = await ask({ path: at, method, form: { guests: 'Mara' }, cookie: cookies.ben });
        expect([twice.status, twice.location], `${method} ${at}`).toEqual([303, `/team/talks/${meetingId}`]);
      }
    }
    expect(await reader.event.count()).toBe(settled);
  });

  test('what was agreed comes back on the next talk, and on its owner’s own page', async () => {
    const own = await ask({ path: '/actions', cookie: cookies.ada });
    expect(own.text).toContain('Ring before ten');
    const team = await ask({ path: '/team/talks', cookie: cookies.ben });
    expect(team.text).toContain('Ring before ten');
    const next = await planned(company, { day: daysAfter(today, -1), title: 'Was it held' });
    await planned(company, { day: daysAfter(today, 2), title: 'Still to come' });
    const mine = await ask({ path: '/team', cookie: cookies.ben });
    expect(mine.text).toMatch(/not written down yet:[^]*Was it held[^]*Next, [^]*Still to come/);
    const hold = await ask({ path: `/team/talks/${next}/hold`, cookie: cookies.ben });
    expect(hold.text).toContain('Ring before ten');
    const agenda = await ask({ path: `/talks/who-has-it?meeting=${next}`, cookie: cookies.ben });
    expect(agenda.text).toContain('Ring before ten');
    const without = await ask({ path: '/talks/who-has-it', cookie: cookies.ben });
    expect(without.text).not.toContain('Ring before ten');
  });
});

describe('strangers see nothing', () => {
  const insides = () => [
    `/talks/meetings/${meetingId}`,
    `/talks/meetings/${meetingId}.ics`,
    `/team/talks/${meetingId}`,
    `/team/talks/${meetingId}/change`,
    `/actions/${actionId}/done`,
    `/actions/${actionId}/drop`,
    `/actions/${actionId}/reopen`,
    `/actions/${actionId}/change`,
  ];

  test.each(['zed', 'sue', 'chidi', 'dana'])('%s finds neither the talk nor what was agreed', async (who) => {
    for (const path of insides()) {
      for (const kind of kinds) {
        const { status, text } = await ask({ path, kind, cookie: cookies[who] });
        expect(status, path).toBe(404);
        expect(text).not.toMatch(/secretplace|Ring before ten|Mara/);
      }
    }
    for (const path of [
      '/actions',
      '/',
      '/talks',
      '/hr/talks',
      '/team/talks',
      '/talks/who-has-it?meeting=x',
    ]) {
      const { text } = await ask({ path: path.replace('=x', `=${meetingId}`), cookie: cookies[who] });
      expect(text, path).not.toMatch(/secretplace|Ring before ten|Mara/);
    }
  });

  test('nor does a colleague change what is not theirs', async () => {
    for (const path of insides().filter((one) => one.startsWith('/actions/'))) {
      for (const who of ['eve', 'zed', 'sue', 'chidi']) {
        const sent = await ask({ path, method: 'POST', form: { reason: 'x' }, cookie: cookies[who] });
        expect(sent.status, `${path} as ${who}`).toBe(404);
      }
    }
    expect(await readOpenActions(reader, [company.shippingId])).toHaveLength(1);
  });

  test('who was in the talk sees it and what was agreed, but only its owner settles it', async () => {
    const seen = await ask({ path: `/talks/meetings/${meetingId}`, cookie: cookies.eve });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Ring before ten');
    expect(seen.text).not.toContain('Mara');
    const sent = await ask({
      path: `/actions/${actionId}/done?to=//evil.example`,
      method: 'POST',
      cookie: cookies.ada,
    });
    expect([sent.status, sent.location]).toEqual([303, '/actions']);
    expect(await readOpenActions(reader, [company.shippingId])).toEqual([]);
  });

  test('a plan is for heads, editors, and whoever is named to lead a talk by it', async () => {
    const statusFor = async (who: string) =>
      (await ask({ path: '/talks/who-has-it', cookie: cookies[who] })).status;
    expect([await statusFor('ben'), await statusFor('dana')]).toEqual([200, 200]);
    for (const who of ['zed', 'eve', 'chidi']) expect(await statusFor(who), who).toBe(404);
    // Ada was named above.
    expect(await statusFor('ada')).toBe(200);
    await transact((tx) =>
      tx.meeting.updateMany({ where: { facilitatorId: company.people.ada }, data: { day: '2025-01-01' } }),
    );
    expect(await statusFor('ada')).toBe(404);
  });
});

describe('files', () => {
  test('the calendar’s file is the same talk as its mails', async () => {
    const { text, headers } = await ask({ path: `/talks/meetings/${meetingId}.ics`, cookie: cookies.ada });
    expect(headers.get('Content-Type')).toMatch(/^text\/calendar/);
    const { event, method } = readCalendar(text);
    expect(method).toBe('PUBLISH');
    expect(event.UID).toBe(`talk-${meetingId.toLowerCase()}@everyhand`);
  });

  test('the slides come without a script, each at its own address', async () => {
    const { text } = await ask({ path: '/talks/who-has-it/slides?slide=2', cookie: cookies.ben });
    expect(text).toContain('On the wall');
    expect(text).toContain('?slide=3');
    const last = await ask({ path: '/talks/who-has-it/slides?slide=999', cookie: cookies.ben });
    expect(last.text).toContain('What will you do today?');
    expect((await ask({ path: '/talks/who-has-it/slides?slide=-3', cookie: cookies.ben })).status).toBe(200);
  });
});
