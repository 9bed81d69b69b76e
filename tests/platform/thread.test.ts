import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { isPlainError } from '#app/platform/operator/plain-error.ts';
import {
  askThread,
  closeThreads,
  runInThread,
  setThreadFolder,
  streamFromThread,
} from '#app/platform/thread/thread.server.ts';

let folder: string;

/** A thread that can do what goes well and what goes wrong. */
const source = `
  import { now } from '${join(process.cwd(), 'app/platform/clock/clock.server.ts')}';
  import { PlainError } from '${join(process.cwd(), 'app/platform/operator/plain-error.ts')}';
  import { serveThread } from '${join(process.cwd(), 'app/platform/thread/serve-thread.server.ts')}';
  let asked = 0, made = 0, running = 0, together = 0, stopped = 0;
  serveThread({
    count: async () => (asked += 1),
    time: async () => now().toISOString(),
    plain: async () => { throw new PlainError('Mend this.'); },
    fault: async () => { throw new TypeError('a fault'); },
    never: () => new Promise(() => {}),
    block: async () => { for (;;); },
    die: async () => process.exit(3),
    wait: async (ms) => { running += 1; together = Math.max(together, running); await new Promise((r) => setTimeout(r, ms)); running -= 1; return together; },
    pieces: async function* (count) { try { for (let n = 0; n < count; n += 1) { made += 1; yield n; } } finally { stopped += 1; } },
    bytes: async function* () { const all = Uint8Array.from([1, 2, 3, 4]); yield all.subarray(1, 3); yield all; yield all.byteLength; },
    badPieces: async function* () { yield 1; throw new Error('half way'); },
    made: async () => ({ made, stopped }),
  });`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-threads-'));
  writeFileSync(join(folder, 'source.ts'), source);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const own = {
    entryPoints: [join(folder, 'source.ts')],
    outfile: join(folder, 'trial.js'),
    nodePaths: ['node_modules'],
  };
  await build({ ...own, bundle: true, platform: 'node', format: 'esm' });
  setThreadFolder(folder);
});

afterEach(closeThreads);

afterAll(() => {
  setThreadFolder(null);
  rmSync(folder, { recursive: true, force: true });
});

const collect = async <T>(pieces: AsyncGenerator<T, void>) => {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

test('a thread that is asked again is the same one; work of its own has one of its own', async () => {
  expect(await askThread('trial', 'count', null)).toBe(1);
  expect(await askThread('trial', 'count', null)).toBe(2);
  expect(await runInThread('trial', 'count', null)).toBe(1);
  expect(await runInThread('trial', 'count', null)).toBe(1);
});

test('one that is silent for too long is ended, and the next who asks has a new one', async () => {
  expect(await askThread('trial', 'count', null)).toBe(1);
  const [other, late] = [
    askThread('trial', 'never', null),
    askThread('trial', 'block', null, { within: 20 }),
  ].map((asked) => asked.catch((error: Error) => error.message));
  expect(await late).toMatch(/took too long over block/);
  expect(await other).toMatch(/took too long/);
  expect(await askThread('trial', 'count', null, { within: 20_000 })).toBe(1);
});

test('it has the clock of whoever asks', async () => {
  const at = new Date('2025-05-06T07:08:09.000Z');
  expect(await underClock(at, () => askThread('trial', 'time', null))).toBe(at.toISOString());
});

test('an error comes back as what it was', async () => {
  const plain = await askThread('trial', 'plain', null).catch((error: unknown) => error);
  expect(isPlainError(plain) && plain.message).toBe('Mend this.');
  await expect(askThread('trial', 'fault', null)).rejects.toThrow('a fault');
  await expect(askThread('trial', 'no such thing', null)).rejects.toThrow(/knows no/);
  expect(await askThread('trial', 'count', null), 'and harms nobody else').toBe(1);
});

test('several are answered at the same time by one that stays, and one after the other by those that end', async () => {
  const together = await Promise.all([1, 2, 3].map(() => askThread<number>('trial', 'wait', 50)));
  expect(Math.max(...together)).toBe(3);
  const apart = await Promise.all([1, 2, 3].map(() => runInThread<number>('trial', 'wait', 5)));
  expect(apart).toEqual([1, 1, 1]);
});

test('pieces come in order, and are made one ahead of whoever takes them', async () => {
  expect(await collect(streamFromThread<number>('trial', 'pieces', 5))).toEqual([0, 1, 2, 3, 4]);
  for await (const piece of streamFromThread<number>('trial', 'pieces', 1000)) if (piece === 2) break;
  expect(await askThread('trial', 'made', null)).toEqual({ made: 9, stopped: 2 });
  await expect(collect(streamFromThread('trial', 'badPieces', null))).rejects.toThrow('half way');
});

test('bytes are handed over, and part of some memory leaves the rest where it is', async () => {
  const pieces = await collect(streamFromThread<Uint8Array | number>('trial', 'bytes', null));
  expect(pieces).toEqual([Uint8Array.from([2, 3]), Uint8Array.from([1, 2, 3, 4]), 0]);
});

test('a thread that dies is told of, and the next who asks has a new one', async () => {
  const waiting = askThread('trial', 'never', null);
  const died = expect(waiting).rejects.toThrow(/stopped before it was done/);
  await expect(askThread('trial', 'die', null)).rejects.toThrow(/stopped/);
  await died;
  expect(await askThread('trial', 'count', null)).toBe(1);
  await expect(askThread('no-such-thread', 'count', null)).rejects.toThrow();
});

test('closing ends whatever is under way', async () => {
  const waiting = [askThread('trial', 'never', null), runInThread('trial', 'never', null)];
  const ended = Promise.all(waiting.map((one) => expect(one).rejects.toThrow(/stopped/)));
  await new Promise((resolve) => setImmediate(resolve));
  await closeThreads();
  await ended;
});
