import Database from 'better-sqlite3';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { closeDatabase, openDatabase, reader, transact } from '#app/platform/db/database.server.ts';

/**
 * Makes a row of writes at once on a disk that takes its time, reads all the while, and prints how many reads were
 * answered before each write was.
 */
const [file = '', slowness = ''] = process.argv.slice(2);

/** Where no slow disk can be had: a COMMIT waits for the disk and nothing else can run meanwhile, so that is what it does. */
function waitInEveryCommit(): void {
  const whole = Database.prototype.exec;
  Database.prototype.exec = function exec(this: Database.Database, sql: string) {
    if (sql === 'COMMIT') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    return whole.call(this, sql);
  };
}

if (slowness === 'in every commit') waitInEveryCommit();
await openDatabase(file);
const readsBefore: number[] = [];
let reads = 0;
const writes = { done: false };
const reading = (async () => {
  while (!writes.done) {
    await reader.reactionCursor.count();
    reads += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
})();
await Promise.all(
  Array.from({ length: 12 }, async (_, number) => {
    await transact((tx) => keepCursor(tx, { reaction: `slow-${number}`, seq: number }));
    readsBefore.push(reads);
  }),
);
writes.done = true;
await reading;
const stored = await reader.reactionCursor.count();
await closeDatabase();
process.stdout.write(JSON.stringify({ readsBefore, stored }));
