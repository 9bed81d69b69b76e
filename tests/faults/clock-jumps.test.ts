import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { sessionLifetime } from '#app/domain/access/sessions/session.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { recurring } from '#app/jobs/recurring.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { Answer } from '../support/asking.ts';
import { ask } from '../support/asking.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { OpenText } from '../support/learning.ts';
import { openTry, rightAnswers, textOf } from '../support/learning.ts';
import { actorOf, cookieOf, departmentOf, done, foundTestCompany, hire, makeHead } from '../support/staff.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-06-15T12:00:00Z');
/** How far the machine's clock goes, all at once, before somebody sets it right again. */
const jumps = {
  'an hour back': -hour,
  'a day back': -24 * hour,
  'an hour ahead': hour,
  'a day ahead': 24 * hour,
};
const everyJump = Object.entries(jumps);

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let personId: string;
const shipped = [...recurring];

const at = <T>(ms: number, work: () => Promise<T>) => underClock(new Date(ms), work);

beforeEach(async () => {
  database = await openTestDatabase();
  await at(noon - hour, async () => {
    place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
    personId = await hire({ name: 'Ada', ...place });
    await workOnce();
  });
});

afterEach(async () => {
  recurring.splice(0, recurring.length, ...shipped);
  await database.close();
});

const signIn = (id: string) =>
  done(transact((tx) => openSession(tx, system, { personId: id, method: 'password' })));
const isOpen = async (token: string) => (await sessionByToken(reader, token)) !== null;

describe.each(everyJump)('when the clock jumps %s', (_, jump) => {
  test('whoever is signed in stays so, and no longer than they would have', async () => {
    const { token, expiresAt } = await at(noon, () => signIn(personId));
    expect(await at(noon + jump, () => isOpen(token))).toBe(true);
    await at(noon + jump, workOnce);
    expect(await at(noon, () => isOpen(token)), 'set right').toBe(true);
    expect(expiresAt.getTime()).toBe(noon + sessionLifetime('own', []).absolute * 60_000);
    expect(await at(expiresAt.getTime(), () => isOpen(token))).toBe(false);
  });

  test('whoever may see much is signed out rather than kept too long', async () => {
    const hrId = await at(noon, () => hire({ name: 'Chidi', roles: ['hr'], ...place }));
    const { token, expiresAt } = await at(noon, () => signIn(hrId));
    const lifetime = sessionLifetime('own', ['hr']);
    expect(await at(noon + jump, () => isOpen(token))).toBe(jump < lifetime.idle * 60_000);
    expect(await at(expiresAt.getTime(), () => isOpen(token))).toBe(false);
  });

  test('a job runs once for it, not over and over, and goes on by the right clock', async () => {
    const runs: number[] = [];
    let clock = noon;
    recurring.push({ name: 'counts', everyMinutes: 10, run: async () => void runs.push(clock) });
    const work = (ms: number) => {
      clock = ms;
      return at(ms, workOnce);
    };
    await work(noon);
    for (const _again of [1, 2, 3]) await work(noon + jump);
    expect(runs).toEqual([noon, noon + jump]);
    const minutes = [11, 12, 22, 33];
    for (const minute of minutes) await work(noon + minute * 60_000);
    const afterwards = runs.slice(2).map((ms) => (ms - noon) / 60_000);
    expect(
      afterwards.toSorted((a, b) => a - b),
      'not a day without it',
    ).toEqual([11, 22, 33]);
  });
});

describe.each(everyJump)('when the clock jumps %s while questions are open', (_, jump) => {
  const home = '/learn/common/only';
  let actor: PersonActor;
  let text: OpenText;
  let form: Record<string, string>;
  let token: string;

  beforeEach(() =>
    at(noon, async () => {
      const only = moduleSource({ title: 'Only', questions: question('a', 'one') });
      const course = { slug: 'common', title: 'Common', audience: 'everyone', modules: { only } };
      await importContent(system, writeContent(`${database.folder}/content`, [course]));
      await makeHead(place.departmentId, await hire({ name: 'Ben', ...place }));
      await workOnce();
      actor = await actorOf(personId);
      text = await textOf(actor, 'common', 'only');
      const right = await rightAnswers(text);
      form = { attempt: await openTry(actor, text), 'q.a': right.a![0]! };
      token = await cookieOf(personId);
    }),
  );

  const go = (ms: number, page: string, sent?: Record<string, string>): Promise<Answer> =>
    at(ms, () => ask({ path: `${home}/${page}`, method: sent ? 'POST' : 'GET', form: sent, cookie: token }));

  test('they stay open, what was chosen stays, and the try counts as one', async () => {
    expect((await go(noon, 'answers', form)).status).toBe(204);
    const page = await go(noon + jump, 'quiz');
    expect(page.status).toBe(200);
    expect(page.text.match(/checked=""/g)).toHaveLength(1);
    const sent = await go(noon + jump, 'quiz', form);
    expect([sent.status, sent.location]).toEqual([303, `${home}/result?try=1`]);
    for (const ms of [noon + jump, noon, noon + hour]) {
      expect((await go(ms, 'result')).status).toBe(200);
      expect((await go(ms, 'attempt', {})).status, 'it is done').toBe(422);
    }
    const day = new Date(noon + jump).toISOString().slice(0, 10);
    expect(await reader.completion.findMany({ where: { documentId: text.documentId } })).toMatchObject([
      { completedOn: day, timeZone: 'UTC' },
    ]);
    expect(await reader.attempt.count()).toBe(1);
  });

  test('the notice of it comes once, to each whom it concerns', async () => {
    await go(noon + jump, 'quiz', form);
    for (const ms of [noon + jump, noon, noon - 24 * hour, noon + 24 * hour, noon]) await at(ms, workOnce);
    expect(await reader.notice.count()).toBe(2);
  });

  test('the events stay one chain, in the order in which they happened', async () => {
    await go(noon + jump, 'quiz', form);
    await at(noon, workOnce);
    expect(await checkChain(reader)).toMatchObject({ intact: true });
    const names = (await reader.event.findMany({ orderBy: { seq: 'asc' } })).map(({ name }) => name);
    const order = [
      'attempt.started',
      'attempt.submitted',
      'module.completed',
      'course.completed',
      'notice.given',
    ];
    expect(names.filter((name, index) => order.includes(name) && names.indexOf(name) === index)).toEqual(
      order,
    );
  });
});
