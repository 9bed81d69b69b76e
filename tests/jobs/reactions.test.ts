import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { backoff, triesBeforeParking } from '#app/domain/queue/backoff.ts';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { lastSeq } from '#app/domain/queue/queue-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import type { Reaction } from '#app/jobs/reactions.server.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { complete, textOf } from '../support/learning.ts';
import { actorOf, departmentOf, foundTestCompany, hire, makeHead } from '../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
const shipped = [...reactions];

beforeEach(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await workOnce();
});

afterEach(async () => {
  reactions.splice(0, reactions.length, ...shipped);
  await database.close();
});

/** One more in the table, for as long as the test lasts. */
function also(
  name: string,
  run: (seq: number) => Promise<void>,
  on: Reaction['on'] = 'sign-in.refused',
): void {
  reactions.push({ name, on, run: (_, seq) => run(seq) } as Reaction);
}

const happen = () => transact((tx) => refuseSignIn(tx, system, { personId: null }));
const tryOf = (reaction: string) => reader.reactionTry.findFirst({ where: { reaction } });

async function completeACourse() {
  const questions = question('a', 'one');
  const course = { slug: 'common', title: 'Common', audience: 'everyone' };
  const modules = { only: moduleSource({ title: 'Only', questions }) };
  await importContent(system, writeContent(`${database.folder}/content`, [{ ...course, modules }]));
  const headId = await hire({ name: 'Ben Head', ...place });
  await makeHead(place.departmentId, headId);
  const personId = await hire({ name: 'Ada Learner', ...place });
  const actor = await actorOf(personId);
  await complete(actor, await textOf(actor, 'common', 'only'));
  return { personId, headId };
}

describe('a completed course', () => {
  test('is told once to the person and once to their head, however often the worker looks', async () => {
    const { personId, headId } = await completeACourse();
    for (const _ of [1, 2, 3]) await workOnce();
    const notices = await reader.notice.findMany({
      orderBy: { kind: 'asc' },
      select: { kind: true, personId: true },
    });
    expect(notices).toEqual([
      { kind: 'my-course-completed', personId },
      { kind: 'report-course-completed', personId: headId },
    ]);
    expect(await reader.event.count({ where: { name: 'notice.given' } })).toBe(2);
  });

  test('is told once even if the worker forgot that it had told it', async () => {
    await completeACourse();
    await workOnce();
    await transact((tx) => keepCursor(tx, { reaction: 'notify-of-course', seq: 0 }));
    await Promise.all([workOnce(), workOnce()]);
    expect(await reader.notice.count()).toBe(2);
  });

  test('of the head themselves goes to no one but them, where nobody is above', async () => {
    const { headId } = await completeACourse();
    await workOnce();
    const actor = await actorOf(headId);
    await complete(actor, await textOf(actor, 'common', 'only'));
    await workOnce();
    const about = (await reader.notice.findMany()).filter(({ facts }) =>
      facts.includes(`"personId":"${headId}"`),
    );
    expect(about.map(({ kind, personId }) => [kind, personId])).toEqual([['my-course-completed', headId]]);
  });
});

describe('a reaction that fails', () => {
  test('is tried again later and later, then parked, while everything else goes on', async () => {
    const told: number[] = [];
    let tries = 0;
    also('always-fails', () => {
      tries += 1;
      return Promise.reject(new Error('no luck'));
    });
    also('works', async (seq) => void told.push(seq));
    await workOnce();
    await happen();
    let at = Date.now();
    for (let number = 1; number < triesBeforeParking; number += 1) {
      await underClock(new Date(at), workOnce);
      expect(await tryOf('always-fails')).toMatchObject({
        state: 'waiting',
        tries: number,
        reason: 'Error: no luck',
      });
      await underClock(new Date(at + backoff(number) - 1), workOnce);
      expect(tries, 'not before its time').toBe(number);
      at += backoff(number);
    }
    await underClock(new Date(at), workOnce);
    expect(await tryOf('always-fails')).toMatchObject({ state: 'parked', tries: triesBeforeParking });
    await underClock(new Date(at + 365 * 86_400_000), workOnce);
    expect(tries).toBe(triesBeforeParking);
    expect(told).toHaveLength(1);
    await happen();
    await underClock(new Date(at), workOnce);
    expect(told).toHaveLength(2);
  });

  test('once and then succeeds, leaves its effect once and no try behind', async () => {
    let tries = 0;
    reactions.push({
      name: 'second-time-lucky',
      on: 'sign-in.refused',
      run: async (tx, seq) => {
        tries += 1;
        await keepCursor(tx, { reaction: `effect of ${seq}`, seq: tries });
        if (tries === 1) throw new Error('not yet');
      },
    } as Reaction);
    await workOnce();
    await happen();
    await workOnce();
    const effects = () => reader.reactionCursor.findMany({ where: { reaction: { startsWith: 'effect' } } });
    expect(await effects(), 'nothing of a try that failed').toEqual([]);
    await underClock(new Date(Date.now() + backoff(1) + 1000), workOnce);
    expect(await effects()).toMatchObject([{ seq: 2 }]);
    expect(await tryOf('second-time-lucky')).toBeNull();
  });

  test('at one event goes on with the next', async () => {
    const told: number[] = [];
    let first = true;
    also('stumbles-once', async (seq) => {
      if (first) {
        first = false;
        throw new Error('no luck');
      }
      told.push(seq);
    });
    await workOnce();
    for (const _ of [1, 2, 3]) await happen();
    const last = await lastSeq(reader);
    await workOnce();
    expect(told).toEqual([last - 1, last]);
  });
});

describe('a reaction that is new', () => {
  test('begins with what happens from now on', async () => {
    for (const _ of [1, 2, 3]) await happen();
    const told: number[] = [];
    also('newcomer', async (seq) => void told.push(seq));
    await workOnce();
    expect(told).toEqual([]);
    await happen();
    await workOnce();
    expect(told).toEqual([await lastSeq(reader)]);
  });

  test('catches up with more than one round can hold, in order and each once', async () => {
    const told: number[] = [];
    also('busy', async (seq) => void told.push(seq));
    await workOnce();
    const before = await lastSeq(reader);
    for (let number = 0; number < 120; number += 1) await happen();
    for (const _ of [1, 2, 3, 4]) await workOnce();
    expect(told).toEqual(Array.from({ length: 120 }, (_, index) => before + index + 1));
  });
});
