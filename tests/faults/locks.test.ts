import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';

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

/** Another process that holds the writers' lock until it is told to let go. */
async function otherWriter(letsGoAfter: number): Promise<ChildProcess> {
  const script = `const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec('BEGIN IMMEDIATE'); console.log('locked');
    setTimeout(() => { db.exec('COMMIT'); db.close(); }, Number(process.argv[2]));`;
  const child = spawn(process.execPath, ['-e', script, file, String(letsGoAfter)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

describe('while another process holds the lock', () => {
  test('a write waits for it, and everything else goes on', async () => {
    const other = await otherWriter(2000);
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
