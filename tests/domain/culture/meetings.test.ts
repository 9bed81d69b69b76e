import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readOpenActions } from '#app/domain/action-items/action-reads.server.ts';
import { cancelMeeting } from '#app/domain/culture/talks/cancel-meeting.server.ts';
import { changeMeeting } from '#app/domain/culture/talks/change-meeting.server.ts';
import { holdMeeting } from '#app/domain/culture/talks/hold-meeting.server.ts';
import { meetingTerms } from '#app/domain/culture/talks/meeting.ts';
import { beginning, spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { readMeeting, readMeetingFor } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { countTalksHeld } from '#app/domain/culture/talks/talk-counts-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { actorOf, done } from '../../support/staff.ts';
import type { TalkingCompany } from '../../support/talking.ts';
import { forgetTalks, planned, talkingCompany, termsFor } from '../../support/talking.ts';

let database: TestDatabase;
let company: TalkingCompany;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await talkingCompany(database.folder);
});

afterEach(forgetTalks);
afterAll(() => database.close());

const before = new Date('2026-03-10T08:00:00Z');
const onTheDay = new Date('2026-03-12T15:00:00Z');
const at = <T>(when: Date, work: () => Promise<T>) => underClock(when, work);

const hold = (meetingId: string, more: object = {}) => {
  const { head, people } = company;
  const input = { meetingId, attended: [people.ada], guests: [], earlier: [], agreed: [], ...more };
  return transact((tx) => holdMeeting(tx, head, input));
};

describe('planning a talk', () => {
  test('keeps who, when, where and by which plan, in the zone of whoever plans it', async () => {
    const id = await at(before, () => planned(company));
    expect(await readMeeting(reader, id)).toMatchObject({
      title: 'Who has it?',
      plan: 'who-has-it',
      day: '2026-03-12',
      startTime: '09:30',
      timeZone: 'UTC',
      state: 'planned',
      sequence: 0,
      facilitator: { name: 'Ben Nowicki' },
    });
    const invited = (await readMeeting(reader, id))!.invited.map(({ name }) => name);
    expect(invited).toEqual(['Ada Kowalska', 'Ben Nowicki', 'Eve Lis']);
  });

  test.each([
    [
      'in a department that somebody else heads',
      'not-allowed',
      (c: TalkingCompany) => ({ departmentId: c.salesId }),
    ],
    [
      'with people of another department',
      'out-of-reach',
      (c: TalkingCompany) => ({ people: [c.head.id, c.people.zed] }),
    ],
    [
      'led by nobody of those invited',
      'facilitator-not-invited',
      (c: TalkingCompany) => ({ people: [c.people.ada] }),
    ],
    ['by a plan that is not there', 'unknown-plan', () => ({ plan: 'nowhere' })],
    ['two months ago', 'too-long-ago', () => ({ day: '2026-01-05' })],
    ['in two years', 'too-far-ahead', () => ({ day: '2028-01-05' })],
  ])('%s is refused, and nothing is kept', async (_what, refused, moreOf) => {
    const { head, shippingId, people } = company;
    const more = moreOf(company);
    const terms = termsFor(head, [head.id, people.ada], { day: '2026-03-12' });
    const input = { departmentId: shippingId, ...terms, ...more };
    const answer = await at(before, () => transact((tx) => planMeeting(tx, head, input)));
    expect(answer).toEqual({ refused });
    expect(await reader.meeting.count()).toBe(0);
  });

  test('at an hour that clocks skip is refused; at one that comes twice it is the first', async () => {
    const zoned = { day: '2026-03-29', startTime: '02:30', timeZone: 'Europe/Warsaw' };
    expect(beginning(zoned)).toBeNull();
    const twice = { day: '2026-10-25', startTime: '02:30', timeZone: 'Europe/Warsaw', minutes: 60 };
    expect(spanOf(twice).from.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(spanOf({ ...twice, startTime: '03:00' }).from.toISOString()).toBe('2026-10-25T02:00:00.000Z');
    const head = { ...company.head, siteTimeZone: 'Europe/Warsaw' };
    const terms = termsFor(head, [head.id], { day: '2026-03-29', startTime: '02:30' });
    const asked = { ...terms, departmentId: company.shippingId };
    expect(await at(before, () => transact((tx) => planMeeting(tx, head, asked)))).toEqual({
      refused: 'no-such-hour',
    });
  });

  test('takes every text as one line', () => {
    const terms = meetingTerms.parse({
      ...termsFor(company.head, ['x']),
      minutes: '15',
      title: ' A\r\nSUMMARY:b\u0000 ',
      place: 'Room\n2',
    });
    expect(terms).toMatchObject({ title: 'A SUMMARY:b', place: 'Room 2' });
  });
});

describe('changing and calling off', () => {
  test('raises the number, and says who came and who went', async () => {
    const { head, people } = company;
    const meetingId = await at(before, () => planned(company));
    const terms = termsFor(head, [head.id, people.ada], { startTime: '10:00' });
    await at(before, () => done(transact((tx) => changeMeeting(tx, head, { ...terms, meetingId }))));
    expect(await readMeeting(reader, meetingId)).toMatchObject({ sequence: 1, startTime: '10:00' });
    const event = await reader.event.findFirstOrThrow({ where: { name: 'meeting.changed' } });
    expect(JSON.parse(event.facts!)).toEqual({
      meetingId,
      sequence: 1,
      fields: ['startTime'],
      addedIds: [],
      removedIds: [people.eve],
    });
    // The same once more changes nothing.
    await at(before, () => done(transact((tx) => changeMeeting(tx, head, { ...terms, meetingId }))));
    expect(await reader.event.count({ where: { name: 'meeting.changed' } })).toBe(1);
  });

  test('is for the head of that department alone', async () => {
    const sue = await actorOf(company.people.sue);
    const meetingId = await at(before, () => planned(company));
    const terms = termsFor(company.head, [company.head.id]);
    const refused = { refused: 'no-such-meeting' };
    expect(await at(before, () => transact((tx) => changeMeeting(tx, sue, { ...terms, meetingId })))).toEqual(
      refused,
    );
    expect(await transact((tx) => cancelMeeting(tx, sue, { meetingId }))).toEqual(refused);
    expect(await readMeeting(reader, meetingId)).toMatchObject({ state: 'planned', sequence: 0 });
  });

  test('what is off stays off', async () => {
    const meetingId = await at(before, () => planned(company));
    await done(transact((tx) => cancelMeeting(tx, company.head, { meetingId })));
    expect(await readMeeting(reader, meetingId)).toMatchObject({ state: 'cancelled', sequence: 1 });
    expect(await at(onTheDay, () => hold(meetingId))).toEqual({ refused: 'over' });
  });
});

describe('holding a talk', () => {
  test('keeps who was there, guests by first name, and what was agreed', async () => {
    const { people, shippingId } = company;
    const meetingId = await at(before, () => planned(company, { kind: 'guests' }));
    const agreed = [{ text: 'Ring before ten', ownerId: people.ada, dueOn: '2026-03-26' }];
    await at(onTheDay, () => done(hold(meetingId, { guests: ['Mara'], agreed })));
    const meeting = (await readMeeting(reader, meetingId))!;
    expect(meeting).toMatchObject({ state: 'held', guests: ['Mara'] });
    expect(meeting.invited.map(({ name, attended }) => [name, attended])).toEqual([
      ['Ada Kowalska', true],
      ['Ben Nowicki', false],
      ['Eve Lis', false],
    ]);
    expect(await readOpenActions(reader, [shippingId])).toMatchObject([
      { text: 'Ring before ten', owner: 'Ada Kowalska', dueOn: '2026-03-26', status: 'open' },
    ]);
    const facts = (await reader.event.findMany()).map((event) => event.facts).join();
    for (const secret of ['Mara', 'Ring before ten', 'Canteen']) expect(facts).not.toContain(secret);
    expect(await countTalksHeld(reader, { from: '2026-03-01', to: '2026-03-31' })).toEqual([
      { departmentId: shippingId, month: '2026-03', held: 1, withGuests: 1, lastOn: '2026-03-12' },
    ]);
  });

  test('settles what was agreed before, with a reason where it is dropped', async () => {
    const { people, shippingId } = company;
    const first = await at(before, () => planned(company, { day: '2026-03-09' }));
    const agreed = ['One', 'Two', 'Three'].map((text) => ({
      text,
      ownerId: people.ada,
      dueOn: '2026-03-11',
    }));
    await at(before, () => done(hold(first, { agreed })));
    const [one, two] = (await readOpenActions(reader, [shippingId])).toSorted((a, b) =>
      a.text < b.text ? -1 : 1,
    );
    const second = await at(before, () => planned(company));
    const earlier = [
      { id: one!.id, outcome: 'done' },
      { id: two!.id, outcome: 'dropped', reason: 'The carrier does it' },
    ];
    await at(onTheDay, () => done(hold(second, { earlier })));
    expect(await readOpenActions(reader, [shippingId])).toMatchObject([{ text: 'Two' }]);
  });

  test.each([
    ['before its day', 'not-yet', before, {}],
    ['with nobody there', 'nobody', onTheDay, { attended: [] }],
    ['with somebody who was not invited', 'not-invited', onTheDay, { attended: ['zed'] }],
    ['with guests where it is among ourselves', 'no-guests', onTheDay, { guests: ['Mara'] }],
    [
      'with an owner from elsewhere',
      'owner',
      onTheDay,
      { agreed: [{ text: 'x', ownerId: 'zed', dueOn: '2026-04-01' }] },
    ],
    [
      'with a day before the talk',
      'due',
      onTheDay,
      { agreed: [{ text: 'x', ownerId: 'ben', dueOn: '2026-03-01' }] },
    ],
    [
      'with an action that is none',
      'unknown-action',
      onTheDay,
      { earlier: [{ id: 'none', outcome: 'done' }] },
    ],
  ])('%s is refused, and nothing is kept', async (_what, refused, when, more) => {
    const meetingId = await at(before, () => planned(company));
    const { people } = company;
    const known = JSON.parse(
      JSON.stringify(more).replaceAll('"zed"', `"${people.zed}"`).replaceAll('"ben"', `"${people.ben}"`),
    ) as object;
    expect(await at(when, () => hold(meetingId, known))).toEqual({ refused });
    expect(await readMeeting(reader, meetingId)).toMatchObject({ state: 'planned' });
    expect(await reader.actionItem.count()).toBe(0);
  });
});

test('who is invited, leads it or heads the department sees a talk; nobody else, HR and editors neither', async () => {
  const meetingId = await at(before, () => planned(company));
  const seen = async (id: string) => (await readMeetingFor(reader, await actorOf(id), meetingId)) !== null;
  const { ben, ada, eve, zed, sue, chidi, dana } = company.people;
  for (const id of [ben, ada, eve]) expect(await seen(id)).toBe(true);
  for (const id of [zed, sue, chidi, dana]) expect(await seen(id)).toBe(false);
});
