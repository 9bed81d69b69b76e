import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { completeByTalk } from '#app/domain/learning/completions/complete-by-talk.server.ts';
import { standingOf } from '#app/domain/learning/completions/currency.ts';
import { readDone } from '#app/domain/learning/completions/done.sql.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { completionsFilters } from '#app/domain/reporting/completions-report.ts';
import { readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { readPersonLearning } from '#app/domain/reporting/people/person-learning-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { publishCommon } from '../../support/editions.ts';
import { noonOf } from '../../support/huddles.ts';
import { complete, textOf } from '../../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let ada: PersonActor;

const words = (text: string, front = '') => ({ parts: [text], front });
const [published, read, changed, held] = ['2026-09-01', '2026-09-10', '2026-10-01', '2026-11-16'];
const at = <T>(day: string, work: () => Promise<T>) => underClock(noonOf(day), work);

beforeEach(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Shipping', 'shipping');
  ada = await actorOf(await hire({ name: 'Ada', departmentId, siteId }));
  await at(published, () => publishCommon(database.folder, { first: words('One.'), second: words('Two.') }));
});

afterEach(() => database.close());

const talk = (more: Partial<Parameters<typeof completeByTalk>[2]> = {}) => {
  const input = { personId: ada.id, module: 'common/first', heldOn: held, timeZone: 'UTC', ...more };
  return at(more.heldOn ?? held, () => transact((tx) => completeByTalk(tx, system, input)));
};
const completeOn = (day: string, ...modules: string[]) =>
  at(day, async () => {
    for (const module of modules) await complete(ada, await textOf(ada, 'common', module));
  });
const bySource = (source: string) =>
  reader.completion.findMany({
    where: { source },
    orderBy: { completedOn: 'asc' },
    include: { version: { select: { number: true } }, document: { select: { kind: true, slug: true } } },
  });

describe('taking part in a talk', () => {
  test('completes nothing for whoever has never completed the module', async () => {
    expect(await talk()).toEqual({ ok: true, completed: false });
    await completeOn(held, 'first');
    expect(await talk(), 'nor on the very day').toEqual({ ok: true, completed: false });
    expect(await bySource('talk')).toEqual([]);
  });

  test('refreshes it for whoever has, once a day, and says how', async () => {
    await completeOn(read, 'first');
    expect(await talk()).toEqual({ ok: true, completed: true });
    expect(await talk()).toEqual({ ok: true, completed: false });
    expect(await bySource('talk')).toMatchObject([
      { personId: ada.id, completedOn: held, attemptId: null, version: { number: 1 } },
    ]);
    const event = await reader.event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    expect(event).toMatchObject({ name: 'module.completed', actorId: null });
    expect(JSON.parse(event.facts!)).toMatchObject({ personId: ada.id, source: 'talk', completedOn: held });
  });

  test('is refused to people, and about what is not there', async () => {
    const input = { personId: ada.id, module: 'common/first', heldOn: held, timeZone: 'UTC' };
    const before = await reader.event.count();
    expect(await transact((tx) => completeByTalk(tx, ada, input))).toEqual({ refused: 'not-allowed' });
    expect(await talk({ module: 'common/none' })).toEqual({ refused: 'unknown-module' });
    expect(await talk({ personId: 'nobody' })).toEqual({ refused: 'unknown-person' });
    expect(await reader.event.count()).toBe(before);
  });

  test('renews a module and its course after a material change, and pins the edition of the day', async () => {
    await completeOn(read, 'first', 'second');
    expect(await reader.certificate.count()).toBe(1);
    const again = { first: words('Quite other.', 'change: material\n'), second: words('Two.') };
    await at(changed, () => publishCommon(database.folder, again));
    const first = async () => (await readLibrary(reader)).courses[0]!.modules[0]!;
    const standing = async () => {
      const { documentId, history } = await first();
      return standingOf(history, (await readDone(reader, ada.id)).get(documentId) ?? [], held);
    };
    expect(await standing()).toBe('again');
    await talk();
    expect(await standing()).toBe('current');
    expect(await bySource('talk')).toMatchObject([
      { document: { kind: 'module', slug: 'common/first' }, version: { number: 2 }, completedOn: held },
      { document: { kind: 'course' }, completedOn: held },
    ]);
    expect(await reader.certificate.count()).toBe(2);
  });

  test('is told apart where HR looks, and found by how it was done', async () => {
    await completeOn(read, 'first');
    await talk();
    const filtered = async (how: 'self' | 'talk' | 'external') => {
      const filters = completionsFilters.parse({ how });
      return (await readCompletions(reader, filters)).rows.map(({ name, sources }) => ({ name, sources }));
    };
    const row = { name: 'Ada', sources: ['self', 'talk'] };
    expect(await filtered('talk')).toEqual([row]);
    expect(await filtered('self')).toEqual([row]);
    expect(await filtered('external')).toEqual([]);
    const { completions } = await readPersonLearning(reader, ada.id, held);
    expect(completions.map(({ source }) => source).toSorted()).toEqual(['self', 'talk']);
  });

  test('counts for the edition that was read then, not for one that came after the talk', async () => {
    await completeOn(read, 'first');
    const input = { personId: ada.id, module: 'common/first', heldOn: '2026-09-28', timeZone: 'UTC' };
    const again = { first: words('Quite other.', 'change: material\n'), second: words('Two.') };
    await at(changed, () => publishCommon(database.folder, again));
    await at(changed, () => done(transact((tx) => completeByTalk(tx, system, input))));
    expect(await bySource('talk')).toMatchObject([{ version: { number: 1 }, completedOn: '2026-09-28' }]);
    const { documentId, history } = (await readLibrary(reader)).courses[0]!.modules[0]!;
    expect(standingOf(history, (await readDone(reader, ada.id)).get(documentId)!, held)).toBe('again');
  });
});
