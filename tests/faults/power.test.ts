import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventHash, firstPrevious } from '#app/domain/events/event-hash.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { departmentOf } from '../support/staff.ts';

/** Few enough that the log is not yet folded into the file. */
const commits = 40;
const cuts = 200;

let database: TestDatabase;
let root: string;
let wholeLog: number;

beforeAll(async () => {
  database = await openTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'everyhand-power-'));
  for (let number = 0; number < commits; number += 1)
    await departmentOf(`D ${String(number).padStart(3, '0')}`);
  for (const suffix of ['', '-wal']) {
    copyFileSync(join(database.folder, `everyhand.db${suffix}`), join(root, `everyhand.db${suffix}`));
  }
  wholeLog = statSync(join(root, 'everyhand.db-wal')).size;
});

afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await database.close();
});

/** What is there after the power went when only so much of the log was on the disk. */
function openAfterCut(bytes: number, spoilt: boolean) {
  const folder = mkdtempSync(join(root, 'cut-'));
  const file = join(folder, 'everyhand.db');
  for (const suffix of ['', '-wal']) copyFileSync(join(root, `everyhand.db${suffix}`), file + suffix);
  truncateSync(`${file}-wal`, bytes);
  // A disk may have made room for the rest without having written it.
  if (spoilt) truncateSync(`${file}-wal`, wholeLog);
  const db = new Database(file);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const names = db.prepare(`SELECT name FROM "Department" ORDER BY name`).pluck().all() as string[];
    const placed = db.prepare(`SELECT COUNT(*) FROM "DepartmentPlacement"`).pluck().get();
    const events = db.prepare(`SELECT * FROM "Event" ORDER BY seq`).all() as (Parameters<
      typeof eventHash
    >[1] & {
      previous: string;
      hash: string;
      digest: string;
    })[];
    return { names, placed, events };
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

test(`after a loss of power at any of ${cuts} moments there are the first commits, whole, and none of the others`, () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: wholeLog }), fc.boolean(), (bytes, spoilt) => {
      const { names, placed, events } = openAfterCut(bytes, spoilt);
      const expected = names.map((_, number) => `D ${String(number).padStart(3, '0')}`);
      expect(names).toEqual(expected);
      expect(placed).toBe(names.length);
      expect(events).toHaveLength(names.length);
      let previous = firstPrevious;
      for (const event of events) {
        const at = new Date(event.at).toISOString();
        expect(event.previous).toBe(previous);
        expect(eventHash(previous, { ...event, at }, event.digest)).toBe(event.hash);
        previous = event.hash;
      }
      seen.add(names.length);
    }),
    { numRuns: cuts },
  );
  expect(seen.size, 'the cuts fell into many different commits').toBeGreaterThan(10);
});

test('with the whole log everything is there', () => {
  expect(openAfterCut(wholeLog, false).names).toHaveLength(commits);
});
