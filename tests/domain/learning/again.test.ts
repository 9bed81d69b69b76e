import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import { standingOf } from '#app/domain/learning/completions/currency.ts';
import { readDone } from '#app/domain/learning/completions/done.sql.server.ts';
import { findModule, readModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { readToday } from '#app/domain/learning/today/today-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { completionsFilters } from '#app/domain/reporting/completions-report.ts';
import { readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { dateIn, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { publishCommon } from '../../support/editions.ts';
import { complete, openTry, readThrough, rightAnswers, textOf } from '../../support/learning.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let actor: PersonActor;

const first = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-04-06T09:00:00Z');
const dayAfter = new Date('2026-04-07T09:00:00Z');

beforeEach(async () => {
  database = await openTestDatabase();
  await underClock(first, async () => {
    const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
    await publishCommon(database.folder, { one: {}, two: {} });
    actor = await actorOf(await hire({ name: 'Ada', ...place }));
  });
});

afterEach(() => database.close());

const completeModule = async (slug: string) => complete(actor, await textOf(actor, 'common', slug));
const changeOne = (front = 'change: material\n', parts = ['Other words.']) =>
  publishCommon(database.folder, { one: { front, parts }, two: {} });
const outline = async () => (await readMyCourse(reader, actor, 'common'))!;
const states = async () => (await outline()).modules.map(({ state }) => state);
const courseCompletions = () =>
  reader.completion.count({ where: { personId: actor.id, document: { kind: 'course' } } });

const completeBoth = () =>
  underClock(first, async () => {
    await completeModule('one');
    await completeModule('two');
  });

test('a material change asks whoever completed the module, and says since when; the record stays', async () => {
  await completeBoth();
  const before = await reader.completion.findMany({ orderBy: { id: 'asc' } });
  await underClock(later, async () => {
    await changeOne();
    const { modules, again, completedOn } = await outline();
    expect(modules.map(({ state, againFrom }) => [state, againFrom])).toEqual([
      ['again', '2026-04-06'],
      ['completed', null],
    ]);
    expect([again, completedOn]).toEqual([true, '2026-03-02']);
    const { left, finished } = await readToday(reader, actor);
    expect(left.map(({ module }) => module.slug)).toEqual(['one']);
    expect(finished.map(({ module }) => module.slug)).toEqual(['two']);
    const seen = await readModule(reader, actor, (await findModule(reader, actor, 'common', 'one'))!);
    expect(seen).toMatchObject({ completedOn: '2026-03-02', againFrom: '2026-04-06', hasChanged: true });
    expect(seen.round).toBeNull();
  });
  expect(await reader.completion.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
});

test('a material change of the course itself asks for all of it again, in HR’s list too, until all is read anew', async () => {
  const publish = (courseFront: string) => publishCommon(database.folder, { one: {}, two: {} }, courseFront);
  const inList = async () =>
    (await readCompletions(reader, completionsFilters.parse({}))).rows.map(({ state }) => state);
  await completeBoth();
  await underClock(later, async () => {
    await publish('change: informative\n');
    expect(await states()).toEqual(['completed', 'completed']);
    await publish('change: material\n');
    expect((await outline()).modules.map(({ state, againFrom }) => [state, againFrom])).toEqual([
      ['again', '2026-04-06'],
      ['again', '2026-04-06'],
    ]);
    expect(await inList()).toEqual(['again']);
    const { changed } = await readToday(reader, actor);
    expect(changed, 'the texts are what they were').toEqual([]);
    await completeModule('one');
    expect(await states()).toEqual(['completed', 'again']);
    expect(await inList()).toEqual(['again']);
    expect(await courseCompletions()).toBe(1);
    await completeModule('two');
    expect(await states()).toEqual(['completed', 'completed']);
    expect(await inList()).toEqual(['completed']);
  });
  expect(await courseCompletions()).toBe(2);
});

test.each(['informative', 'wording'])('a change that is %s asks nobody', async (change) => {
  await completeBoth();
  await underClock(later, async () => {
    await changeOne(`change: ${change}\n`);
    expect(await states()).toEqual(['completed', 'completed']);
    expect((await outline()).again).toBe(false);
    await completeModule('one');
  });
  expect(await courseCompletions()).toBe(1);
});

test('reading and answering again on the new edition is a new completion, and completes the course anew, once', async () => {
  await completeBoth();
  expect(await courseCompletions()).toBe(1);
  await underClock(later, async () => {
    await changeOne();
    const text = await textOf(actor, 'common', 'one');
    await readThrough(actor, text);
    expect(await states()).toEqual(['again', 'completed']);
    expect((await readToday(reader, actor)).left[0]?.module).toMatchObject({ slug: 'one', begun: true });
    const attemptId = await openTry(actor, text);
    const answers = await rightAnswers(text);
    const submit = () =>
      transact((tx) => submitQuiz(tx, actor, { documentId: text.documentId, attemptId, answers }));
    await Promise.all([submit(), submit(), submit()]);
    expect(await states()).toEqual(['completed', 'completed']);
    expect(await outline()).toMatchObject({ again: false, completedOn: '2026-04-06' });
    expect((await readToday(reader, actor)).left).toEqual([]);
  });
  const rows = await reader.completion.findMany({
    where: { personId: actor.id, document: { slug: 'common/one' } },
    orderBy: { completedAt: 'asc' },
    select: { version: { select: { number: true } }, completedOn: true },
  });
  expect(rows.map(({ version, completedOn }) => [version.number, completedOn])).toEqual([
    [1, '2026-03-02'],
    [2, '2026-04-06'],
  ]);
  expect(await courseCompletions()).toBe(2);
  // Once more, without a new round: neither the module's try nor the course's completion comes twice.
  await underClock(dayAfter, async () => {
    const text = await textOf(actor, 'common', 'one');
    await readThrough(actor, text);
    const { documentId } = text;
    expect(await transact((tx) => startAttempt(tx, actor, { documentId }))).toEqual({
      refused: 'already-completed',
    });
  });
  expect(await courseCompletions()).toBe(2);
});

test('where two modules are to be read again, the first of them does not complete the course, the second does', async () => {
  await completeBoth();
  await underClock(later, async () => {
    const again = { front: 'change: material\n', parts: ['Other words.'] };
    await publishCommon(database.folder, { one: again, two: again });
    await completeModule('two');
    expect([await states(), await courseCompletions()]).toEqual([['again', 'completed'], 1]);
    await completeModule('one');
    expect([await states(), await courseCompletions()]).toEqual([['completed', 'completed'], 2]);
  });
});

test('who began the old edition before the change and completes it after it, has completed it', async () => {
  const old = await underClock(first, () => textOf(actor, 'common', 'one'));
  await underClock(first, () => readThrough(actor, old));
  await underClock(later, async () => {
    await changeOne();
    expect(await states()).toEqual(['started', 'not-started']);
    await complete(actor, old);
    expect(await states()).toEqual(['completed', 'not-started']);
  });
});

test('who completes for the first time after the change completes the course once', async () => {
  await underClock(later, async () => {
    await changeOne();
    await completeModule('one');
    await completeModule('two');
    expect(await states()).toEqual(['completed', 'completed']);
  });
  expect(await courseCompletions()).toBe(1);
});

test('a material publication that is withdrawn asks nobody any more', async () => {
  await completeBoth();
  await underClock(later, async () => {
    await changeOne();
    expect(await states()).toEqual(['again', 'completed']);
    await transact((tx) =>
      tx.publication.updateMany({ where: { change: 'material' }, data: { withdrawnAt: later } }),
    );
    expect(await states()).toEqual(['completed', 'completed']);
  });
});

test('a module that is added later opens no new round', async () => {
  await completeBoth();
  await underClock(later, async () => {
    await publishCommon(database.folder, { one: {}, two: {}, three: {} });
    expect(await outline()).toMatchObject({ again: false, completedOn: '2026-03-02' });
    await completeModule('three');
  });
  expect(await courseCompletions()).toBe(1);
});

test('what a page says of somebody is what the rows say, at every step', async () => {
  const fromRows = async () => {
    const { courses } = await readLibrary(reader);
    const rows = await readDone(reader, actor.id);
    return courses[0]!.modules.map(({ documentId, history }) =>
      standingOf(history, rows.get(documentId) ?? [], dateIn(actor.siteTimeZone)),
    );
  };
  const words = { completed: 'current', again: 'again', started: 'open', 'not-started': 'open' };
  const expectSame = async () => expect((await states()).map((one) => words[one])).toEqual(await fromRows());
  await underClock(first, expectSame);
  await completeBoth();
  await underClock(first, expectSame);
  await underClock(later, async () => {
    await changeOne();
    await expectSame();
    await completeModule('one');
    await expectSame();
  });
});
