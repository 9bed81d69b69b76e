import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { otherWriter } from '../support/other-writer.ts';

let database: TestDatabase;
let file: string;

beforeAll(async () => {
  database = await openTestDatabase();
  file = join(database.folder, 'everyhand.db');
});

afterEach(() => transact((tx) => tx.reactionCursor.deleteMany()));

afterAll(() => database.close());

const write = (reaction: string) => transact((tx) => keepCursor(tx, { reaction, seq: 1 }));
const stored = async () =>
  (await reader.reactionCursor.findMany()).map(({ reaction }) => reaction).toSorted();

describe('while another process holds the lock', () => {
  test('a write waits for it, and everything else goes on', async () => {
    const other = await otherWriter(file, 2000);
    const exited = once(other, 'exit');
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const writes = ['a', 'b', 'c'].map(write);
    let reads = 0;
    while (other.exitCode === null && reads < 20) {
      expect(await reader.reactionCursor.count()).toBe(0);
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(writes);
    clearInterval(ticking);
    await exited;
    expect(await stored()).toEqual(['a', 'b', 'c']);
    expect(reads).toBe(20);
    // A program that stood still would have come to two or three.
    expect(ticks).toBeGreaterThan(20);
  });

  test('which never lets go, the write gives up with an error, and the next ones work', async () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(write('given up')).rejects.toThrow();
    other.exec('ROLLBACK');
    other.close();
    for (const name of ['a', 'b', 'c']) await write(name);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  }, 20_000);

  test('for a moment at every beginning, no write is lost and none is made twice', async () => {
    const other = new Database(file, { timeout: 0 });
    const names = Array.from({ length: 40 }, (_, number) => `n${String(number).padStart(2, '0')}`);
    for (const name of names) {
      other.exec('BEGIN IMMEDIATE');
      const waiting = write(name);
      await new Promise((resolve) => setImmediate(resolve));
      other.exec('COMMIT');
      await waiting;
    }
    other.close();
    expect(await stored()).toEqual(names);
  });
});

describe('a COMMIT that the database refuses', () => {
  /** The row of a child without a parent, which counts only at the end. */
  const orphan = () =>
    transact(async (tx) => {
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      await keepCursor(tx, { reaction: 'beside the orphan', seq: 1 });
      const data = { id: 'orphan', personId: 'nobody', hiredOn: '2024-01-01' };
      await tx.employment.create({ data, select: { id: true } });
      return { ok: true };
    });

  test('is told as an error, leaves nothing, and the next three succeed', async () => {
    await expect(orphan()).rejects.toThrow(/foreign key/i);
    for (const name of ['a', 'b', 'c']) await write(name);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  test('over and over, in between others, costs those others nothing', async () => {
    const names = Array.from({ length: 30 }, (_, number) => `n${String(number).padStart(2, '0')}`);
    const failed = names.map(() => orphan().catch(() => 'refused'));
    await Promise.all(names.map(write));
    expect(new Set(await Promise.all(failed))).toEqual(new Set(['refused']));
    expect(await stored()).toEqual(names);
  });
});

/** The disk as SQLite meets it when something is wrong with it: the next statement that begins so fails. */
function failNext(beginning: string): { failed: () => number } {
  const whole = Database.prototype.exec;
  let failed = 0;
  const spy = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    if (failed > 0 || !sql.startsWith(beginning)) return whole.call(this, sql);
    failed += 1;
    spy.mockRestore();
    throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  });
  return { failed: () => failed };
}

describe.each(['BEGIN', 'COMMIT'])('a %s that the disk refuses', (statement) => {
  afterEach(() => vi.restoreAllMocks());

  test('is told as an error, leaves nothing and no lock, and the next three succeed', async () => {
    const disk = failNext(statement);
    await expect(write('lost')).rejects.toThrow(/I\/O/);
    expect(disk.failed()).toBe(1);
    expect(await stored()).toEqual([]);
    const other = new Database(file, { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    other.exec('ROLLBACK');
    other.close();
    for (const name of ['a', 'b', 'c']) await write(name);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  test('over and over, with others waiting behind it, costs those others nothing', async () => {
    const told: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const disk = failNext(statement);
      const failing = write(`lost ${number}`).catch((error: unknown) => told.push(String(error)));
      const behind = ['a', 'b', 'c'].map((name) => write(`${name}${number}`));
      await Promise.all([failing, ...behind]);
      expect(disk.failed()).toBe(1);
    }
    expect(told).toHaveLength(5);
    expect((await stored()).filter((name) => name.startsWith('lost'))).toEqual([]);
    expect(await stored()).toHaveLength(15);
  });
});

test('a statement that fails inside a transaction does not leave it open', async () => {
  const twice = transact(async (tx) => {
    await tx.reactionCursor.create({ data: { reaction: 'one', seq: 1 } });
    await tx.reactionCursor.create({ data: { reaction: 'one', seq: 2 } });
  });
  await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  const other = new Database(file, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE');
  other.exec('ROLLBACK');
  other.close();
  await write('after');
  expect(await stored()).toEqual(['after']);
});
