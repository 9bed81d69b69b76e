import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { ClosePersonRefusal } from '#app/domain/people/staff/close-person.server.ts';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import { placePerson } from '#app/domain/people/staff/place-person.server.ts';
import { reopenPerson } from '#app/domain/people/staff/reopen-person.server.ts';
import { retainPerson } from '#app/domain/people/staff/retain-person.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { done } from '../../support/staff.ts';
import type { CompanyOfFour } from './company-of-four.ts';
import { companyOfFour, doing } from './company-of-four.ts';

let database: TestDatabase;
let four: CompanyOfFour;

beforeEach(async () => {
  database = await openTestDatabase();
  four = await companyOfFour();
});

afterEach(() => database.close());

const today = new Date('2026-05-15T12:00:00Z');
const onThatDay = <T>(work: () => Promise<T>) => underClock(today, work);

type Who = keyof CompanyOfFour['people'];

const close = (who: Who, whom: Who, leftOn: string) =>
  onThatDay(() => doing(closePerson, four.actors[who], { personId: four.people[whom], leftOn }));

async function unchanged(work: () => Promise<unknown>, refused: string): Promise<void> {
  const before = tableHashes(database.folder);
  expect(await work()).toEqual({ refused });
  expect(tableHashes(database.folder)).toEqual(before);
}

const signIn = (at: string) =>
  underClock(new Date(at), () =>
    transact((tx) => openSession(tx, system, { personId: four.people.ada, method: 'password' })),
  );

describe('a last day', () => {
  test.each<[ClosePersonRefusal, Who, Who, string]>([
    ['not-allowed', 'ben', 'ada', '2026-05-31'],
    ['not-for-their-roles', 'chidi', 'farah', '2026-05-31'],
    ['yourself', 'chidi', 'chidi', '2026-05-31'],
    ['yourself', 'farah', 'farah', '2026-05-31'],
    ['before-hiring', 'chidi', 'ada', '2024-01-31'],
  ])('is refused with %s: %s closes %s on %s', async (refused, who, whom, leftOn) => {
    await unchanged(() => close(who, whom, leftOn), refused);
  });

  test('of the last admin is refused even to the program, and of one of two is not', async () => {
    const leftOn = '2026-05-31';
    const input = { personId: four.people.farah, leftOn };
    await unchanged(() => onThatDay(() => doing(closePerson, system, input)), 'last-admin');
    const data = { id: 'g', personId: four.people.ben, role: 'admin', grantedAt: new Date() };
    await transact((tx) => tx.roleGrant.create({ data }));
    // Ben leaves before her, so he is none to rely on.
    await done(close('farah', 'ben', '2026-05-20'));
    await unchanged(() => onThatDay(() => doing(closePerson, system, input)), 'last-admin');
    await done(close('farah', 'ben', '2026-06-20'));
    expect(await onThatDay(() => doing(closePerson, system, input))).toEqual({ ok: true });
  });

  test('can be set anew until it is over, and not after it', async () => {
    await done(close('chidi', 'ada', '2026-06-30'));
    await done(close('chidi', 'ada', '2026-05-14'));
    const terms = await reader.employment.findMany({ where: { personId: four.people.ada } });
    expect(terms.map(({ leftOn }) => leftOn)).toEqual(['2026-05-14']);
    await unchanged(() => close('chidi', 'ada', '2026-07-31'), 'left-already');
  });

  test('is taken back while it is to come', async () => {
    const retain = (who: Who, whom: Who = 'ada') =>
      onThatDay(() => doing(retainPerson, four.actors[who], { personId: four.people[whom] }));
    await unchanged(() => retain('chidi'), 'not-leaving');
    await done(close('chidi', 'ada', '2026-05-15'));
    await unchanged(() => retain('ben'), 'not-allowed');
    await unchanged(() => retain('chidi', 'chidi'), 'yourself');
    await done(retain('chidi'));
    expect(await signIn('2026-05-16T12:00:00Z')).toMatchObject({ ok: true });
    await done(close('chidi', 'ada', '2026-05-14'));
    await unchanged(() => retain('chidi'), 'not-leaving');
  });

  test('takes planned moves after it back, and is refused before a move that has happened', async () => {
    const { ada } = four.people;
    const move = (fromOn: string) =>
      onThatDay(() =>
        doing(placePerson, four.actors.chidi, { ...four.place, personId: ada, jobTitle: fromOn, fromOn }),
      );
    await done(move('2026-05-01'));
    await done(move('2026-09-01'));
    await unchanged(() => close('chidi', 'ada', '2026-04-30'), 'moved-since');
    await done(close('chidi', 'ada', '2026-06-30'));
    const rows = await reader.placement.findMany({ where: { personId: ada }, orderBy: { fromOn: 'asc' } });
    expect(rows.map(({ fromOn }) => fromOn)).toEqual(['2024-02-01', '2026-05-01']);
  });

  test('ends what is open from the next day on, wherever the session came from', async () => {
    const { token } = await done(signIn('2026-05-15T10:00:00Z'));
    await done(close('chidi', 'ada', '2026-05-16'));
    const isIn = (at: string) =>
      underClock(new Date(at), async () => (await sessionByToken(reader, token)) !== null);
    expect(await isIn('2026-05-16T23:59:59Z')).toBe(true);
    expect(await isIn('2026-05-17T00:00:00Z')).toBe(false);
    expect(await signIn('2026-05-17T00:00:00Z')).toEqual({ refused: 'not-employed' });
  });
});

describe('somebody who comes back', () => {
  const reopen = (who: Who, whom: Who, hiredOn: string, place = four.place) =>
    onThatDay(() =>
      doing(reopenPerson, four.actors[who], { ...place, personId: four.people[whom], hiredOn }),
    );

  test('has a term and a place of their own, and what was before', async () => {
    const { office } = four.departments;
    await done(close('chidi', 'ada', '2026-04-30'));
    await done(reopen('chidi', 'ada', '2026-06-01', { ...four.place, departmentId: office }));
    const terms = await reader.employment.findMany({
      where: { personId: four.people.ada },
      orderBy: { hiredOn: 'asc' },
    });
    expect(terms.map(({ hiredOn, leftOn }) => [hiredOn, leftOn])).toEqual([
      ['2024-02-01', '2026-04-30'],
      ['2026-06-01', null],
    ]);
    expect(await signIn('2026-05-31T23:59:00Z')).toEqual({ refused: 'not-employed' });
    expect(await signIn('2026-06-01T00:00:00Z')).toMatchObject({ ok: true });
  });

  test('does so after their last day, and through somebody who may give their roles', async () => {
    await unchanged(() => reopen('chidi', 'ada', '2026-06-01'), 'overlaps');
    await done(close('chidi', 'ada', '2026-05-31'));
    await unchanged(() => reopen('chidi', 'ada', '2026-05-31'), 'overlaps');
    await unchanged(() => reopen('ben', 'ada', '2026-06-01'), 'not-allowed');
    const data = { id: 'g', personId: four.people.ada, role: 'hr', grantedAt: new Date() };
    await transact((tx) => tx.roleGrant.create({ data }));
    await unchanged(() => reopen('chidi', 'ada', '2026-06-01'), 'not-for-their-roles');
    expect(await reopen('farah', 'ada', '2026-06-01')).toEqual({ ok: true });
    await unchanged(() => reopen('farah', 'ada', '2026-07-01'), 'overlaps');
    // The planned term begins the day after, so this one can end no later.
    await unchanged(() => close('farah', 'ada', '2026-06-01'), 'overlaps');
    await unchanged(
      () => onThatDay(() => doing(retainPerson, system, { personId: four.people.ada })),
      'overlaps',
    );
  });
});
