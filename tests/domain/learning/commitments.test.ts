import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { comesBackOn, isAskedOn } from '#app/domain/learning/commitments/coming-back.ts';
import { readMyCommitments } from '#app/domain/learning/commitments/commitment-reads.server.ts';
import type { Outcome, Told } from '#app/domain/learning/commitments/outcome.ts';
import { tellHowItWent } from '#app/domain/learning/commitments/tell-how-it-went.server.ts';
import { makeCommitment } from '#app/domain/learning/modules/make-commitment.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { publishCommon } from '../../support/editions.ts';
import { textOf } from '../../support/learning.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

const told = (outcome: Outcome, on: string): Told => ({ outcome, on, text: null });

describe('a commitment comes back', () => {
  const made = '2026-03-01';

  test('two weeks after it was made, and rests once it is answered or left', () => {
    expect(comesBackOn(made, [])).toBe('2026-03-15');
    for (const outcome of ['done', 'partly', 'dropped'] as const) {
      expect(comesBackOn(made, [told(outcome, '2026-03-16')])).toBeNull();
    }
  });

  test('two weeks after the first “not yet”, and never after the second', () => {
    const once = [told('not-yet', '2026-03-16')];
    expect(comesBackOn(made, once)).toBe('2026-03-30');
    expect(comesBackOn(made, [...once, told('not-yet', '2026-03-16')]), 'pressed twice').toBe('2026-03-30');
    expect(comesBackOn(made, [...once, told('not-yet', '2026-03-30')])).toBeNull();
  });

  test('a week after “later”, whatever was said before', () => {
    const later = [told('not-yet', '2026-03-16'), told('later', '2026-03-30')];
    expect(comesBackOn(made, later)).toBe('2026-04-06');
    expect(comesBackOn(made, [...later, told('not-yet', '2026-04-06')])).toBeNull();
  });

  test('and is asked about for six weeks, not for ever', () => {
    const days = ['2026-03-14', '2026-03-15', '2026-04-26', '2026-04-27'];
    expect(days.map((day) => isAskedOn(day, made, []))).toEqual([false, true, true, false]);
  });
});

describe('in the database', () => {
  let database: TestDatabase;
  let ada: PersonActor;
  let ben: PersonActor;
  let module: { documentId: string; versionId: string };

  const monday = new Date('2026-03-02T10:00:00Z');
  const twoWeeksOn = new Date('2026-03-16T10:00:00Z');

  beforeEach(async () => {
    database = await openTestDatabase();
    const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
    await publishCommon(database.folder, { one: {} });
    ada = await actorOf(await hire({ name: 'Ada', ...place }));
    ben = await actorOf(await hire({ name: 'Ben', ...place, roles: ['admin', 'hr', 'editor'] }));
    const { documentId, versionId } = await textOf(ada, 'common', 'one');
    module = { documentId, versionId };
  });

  afterEach(() => database.close());

  const promise = (text: string, at = monday) =>
    underClock(at, () => transact((tx) => makeCommitment(tx, ada, { ...module, text })));
  const mine = (at: Date, actor = ada) => underClock(at, () => readMyCommitments(reader, actor));
  const tell = (commitmentId: string, outcome: Outcome, at = twoWeeksOn, text = '', actor = ada) =>
    underClock(at, () => transact((tx) => tellHowItWent(tx, actor, { commitmentId, outcome, text })));

  test('two weeks are counted by the calendar at the person’s site', async () => {
    await promise('Ring back', new Date('2026-03-02T20:00:00Z'));
    const asked = async (timeZone: string, at: string) => {
      const [one] = await mine(new Date(at), { ...ada, siteTimeZone: timeZone });
      return one!.isAsked;
    };
    expect(await asked('UTC', '2026-03-15T23:30:00Z')).toBe(false);
    expect(await asked('UTC', '2026-03-16T00:30:00Z')).toBe(true);
    expect(await asked('Europe/Warsaw', '2026-03-15T23:30:00Z')).toBe(true);
    // Made on 3 March there.
    expect(await asked('Asia/Tokyo', '2026-03-16T10:00:00Z')).toBe(false);
    expect(await asked('America/Toronto', '2026-03-16T03:00:00Z')).toBe(false);
  });

  test('only the newest of a module is asked about, and all are kept', async () => {
    await promise('Ring back');
    await promise('Ring back before six', new Date('2026-03-03T10:00:00Z'));
    const all = await mine(new Date('2026-03-18T10:00:00Z'));
    expect(all.map(({ text, isAsked, replaced }) => [text, isAsked, replaced])).toEqual([
      ['Ring back before six', true, false],
      ['Ring back', false, true],
    ]);
    expect(all[0]!.module).toEqual({ title: 'Module one', to: '/learn/common/one' });
  });

  test('the newest answer counts; the record holds which commitment, and neither answer nor words', async () => {
    await promise('Ring back');
    const { id } = (await mine(monday))[0]!;
    await tell(id, 'not-yet', monday);
    await tell(id, 'done', twoWeeksOn, 'canary words');
    const [one] = await mine(twoWeeksOn);
    expect(one!.told.map(({ outcome, text, on }) => [outcome, text, on])).toEqual([
      ['not-yet', null, '2026-03-02'],
      ['done', 'canary words', '2026-03-16'],
    ]);
    expect([one!.isAsked, one!.comesBackOn]).toEqual([false, null]);
    const events = await reader.event.findMany({ where: { name: 'commitment.answered' } });
    expect(events.map(({ subjectId, facts }) => [subjectId, facts])).toEqual([
      [id, JSON.stringify({ documentId: module.documentId })],
      [id, JSON.stringify({ documentId: module.documentId })],
    ]);
  });

  test('the same answer pressed twice is one answer', async () => {
    await promise('Ring back');
    const { id } = (await mine(monday))[0]!;
    await Promise.all([tell(id, 'not-yet'), tell(id, 'not-yet'), tell(id, 'not-yet')]);
    expect(await reader.commitmentOutcome.count()).toBe(1);
    await tell(id, 'not-yet', twoWeeksOn, 'with a word');
    expect(await reader.commitmentOutcome.count()).toBe(2);
    expect((await mine(twoWeeksOn))[0]!.comesBackOn).toBe('2026-03-30');
  });

  test('nobody answers for somebody else, whatever they may do, and nothing is written', async () => {
    await promise('Ring back');
    const { id } = (await mine(monday))[0]!;
    const before = tableHashes(database.folder);
    expect(await tell(id, 'done', twoWeeksOn, '', ben)).toEqual({ refused: 'no-such-commitment' });
    expect(await tell('nothing', 'done')).toEqual({ refused: 'no-such-commitment' });
    expect(tableHashes(database.folder)).toEqual(before);
    expect(await mine(twoWeeksOn, ben)).toEqual([]);
  });
});
