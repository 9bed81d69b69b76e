import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { closeDatabase, openDatabase, reader } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { bundle } from '../support/bundle.ts';

const rounds = 25;

let folder: string;
let file: string;
let program: { file: string; remove: () => void };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-kill-'));
  file = join(folder, 'everyhand.db');
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  program = await bundle('tests/faults/writing-child.ts');
});

afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Worker = { child: ChildProcess; lines: AsyncIterableIterator<string> };

function startWorker(round: number): Worker {
  const child = spawn(process.execPath, [program.file, file, String(round)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
}

/** Lets it work for a while, kills it, and returns what it had acknowledged by then. */
async function killInTheMiddle({ child, lines }: Worker): Promise<string[]> {
  expect((await lines.next()).value).toBe('ready');
  child.stdin!.write('go\n');
  const acknowledged = [(await lines.next()).value as string];
  const exited = once(child, 'exit');
  setTimeout(() => child.kill('SIGKILL'), 50 + Math.random() * 250);
  for await (const line of lines) acknowledged.push(line);
  expect((await exited)[1]).toBe('SIGKILL');
  return acknowledged;
}

test(`a server that is killed ${rounds} times in the middle of its work loses nothing it has acknowledged`, async () => {
  const acknowledged: string[] = [];
  let next = startWorker(0);
  for (let round = 1; round <= rounds; round += 1) {
    const worker = next;
    next = startWorker(round);
    acknowledged.push(...(await killInTheMiddle(worker)));
  }
  const spare = once(next.child, 'exit');
  next.child.kill('SIGKILL');
  await spare;

  expect(acknowledged.length).toBeGreaterThan(rounds);
  const raw = new Database(file);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.close();
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  await openDatabase(file);
  const names = new Set(
    (await reader.department.findMany({ select: { name: true } })).map(({ name }) => name),
  );
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  const halves = [...names].filter(
    (name) => !names.has(name.replace(/left|right/, (half) => (half === 'left' ? 'right' : 'left'))),
  );
  expect(halves).toEqual([]);
  expect(await reader.departmentPlacement.count()).toBe(names.size);
  expect(await reader.event.count()).toBe(names.size);
  expect(await checkChain(reader)).toMatchObject({ intact: true, length: names.size });
  await closeDatabase();
}, 120_000);
