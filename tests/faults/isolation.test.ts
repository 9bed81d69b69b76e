import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterEach(() => transact((tx) => tx.reactionCursor.deleteMany()));

afterAll(() => database.close());

/** The same sequence for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const pause = () => new Promise((resolve) => setImmediate(resolve));
const seeds = Array.from({ length: 10 }, (_, index) => index + 1);

describe('transactions beside each other', () => {
  test.each(seeds)(
    'lose nothing that was acknowledged and show nothing that was taken back (seed %i)',
    async (seed) => {
      const roll = dice(seed);
      const acknowledged: string[] = [];
      const takenBack: string[] = [];
      const dirty: string[] = [];
      const long = async (number: number) => {
        const refuses = number % 2 === 0;
        const name = `long-${number}`;
        const result = await transact(async (tx) => {
          for (const step of [1, 2, 3]) {
            await keepCursor(tx, { reaction: `${name}-${step}`, seq: step });
            const seen = await reader.reactionCursor.findMany({
              where: { reaction: { startsWith: `${name}-` } },
            });
            dirty.push(...seen.map(({ reaction }) => reaction));
            for (let wait = roll() * 4; wait > 0; wait -= 1) await pause();
          }
          const own = await tx.reactionCursor.count({ where: { reaction: { startsWith: `${name}-` } } });
          if (own !== 3) dirty.push(`${name} misses rows of its own`);
          return refuses ? { refused: 'no' as const } : { ok: true as const };
        });
        const list = 'refused' in result ? takenBack : acknowledged;
        list.push(...[1, 2, 3].map((step) => `${name}-${step}`));
      };
      const plain = async (number: number) => {
        for (let wait = roll() * 6; wait > 0; wait -= 1) await pause();
        await transact((tx) => keepCursor(tx, { reaction: `plain-${number}`, seq: number }));
        acknowledged.push(`plain-${number}`);
      };
      const works = [
        ...Array.from({ length: 20 }, (_, number) => () => long(number)),
        ...Array.from({ length: 200 }, (_, number) => () => plain(number)),
      ].toSorted(() => roll() - 0.5);
      await Promise.all(works.map((work) => work()));
      const stored = (await reader.reactionCursor.findMany()).map(({ reaction }) => reaction);
      expect(stored.toSorted()).toEqual(acknowledged.toSorted());
      expect(acknowledged).toHaveLength(230);
      expect(stored.filter((name) => takenBack.includes(name))).toEqual([]);
      expect(dirty).toEqual([]);
    },
  );

  test('are taken in the order in which they came', async () => {
    const order: number[] = [];
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    await Promise.all(numbers.map((number) => transact(async () => order.push(number))));
    expect(order).toEqual(numbers);
  });

  test('keep the chain of events whole, however many record at once', async () => {
    const refuse = (number: number) =>
      transact(async (tx) => {
        await refuseSignIn(tx, system, { personId: String(number) });
        return number % 3 === 0 ? { refused: 'no' as const } : { ok: true as const };
      });
    await Promise.all(Array.from({ length: 150 }, (_, number) => refuse(number)));
    expect(await checkChain(reader)).toMatchObject({ intact: true, length: 100 });
  });
});

describe('a transaction that fails', () => {
  test('leaves nothing behind when it throws, and its error is told', async () => {
    const failing = transact(async (tx) => {
      await keepCursor(tx, { reaction: 'half', seq: 1 });
      throw new Error('a mistake');
    });
    await expect(failing).rejects.toThrow('a mistake');
    expect(await reader.reactionCursor.count()).toBe(0);
  });

  test('is no hindrance to those that wait behind it', async () => {
    const failing = transact(() => Promise.reject(new Error('a mistake')));
    const after = Promise.all(
      [1, 2, 3].map((number) => transact((tx) => keepCursor(tx, { reaction: `${number}`, seq: number }))),
    );
    await expect(failing).rejects.toThrow('a mistake');
    await after;
    expect(await reader.reactionCursor.count()).toBe(3);
  });

  test('cannot be written to once it is over', async () => {
    const kept = await transact(async (tx) => ({ tx }));
    await expect(keepCursor(kept.tx, { reaction: 'late', seq: 1 })).rejects.toThrow();
    expect(await reader.reactionCursor.count()).toBe(0);
  });
});

test('whoever may only read cannot write, whatever the types are made to say', async () => {
  const forced = reader as unknown as { reactionCursor: { create: (row: object) => Promise<unknown> } };
  await expect(forced.reactionCursor.create({ data: { reaction: 'x', seq: 1 } })).rejects.toThrow(
    /readonly/i,
  );
  await expect(reader.$queryRaw(sql`DELETE FROM "ReactionCursor" RETURNING seq`)).rejects.toThrow(
    /readonly/i,
  );
});
