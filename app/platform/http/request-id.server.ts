import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** Between 0 and 1. One request needs sixteen of them, and asking the system for each takes longer than all the rest. */
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool[used++]! / 256;
}

/** Names one request in the log and on an error page. */
export function makeRequestId(): string {
  return ulid(undefined, random);
}
