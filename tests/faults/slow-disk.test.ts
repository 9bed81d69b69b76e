import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, afterAll, beforeEach, expect, test } from 'vitest';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { bundle } from '../support/bundle.ts';

/** Where Linux lets root say how often a group of processes may write to a disk. */
const throttles = '/sys/fs/cgroup/blkio';

let program: { file: string; remove: () => void };
let folder: string;
let file: string;

beforeAll(async () => {
  program = await bundle('tests/faults/slow-disk-child.ts');
});

afterAll(() => program.remove());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-slow-'));
  file = join(folder, 'everyhand.db');
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The disk that a folder lies on, as the kernel numbers it; null where it is none, as in memory. */
function diskOf(path: string): string | null {
  const { dev } = statSync(path);
  const [major, minor] = [Math.floor(dev / 256), dev % 256];
  const uevent = `/sys/dev/block/${major}:${minor}/uevent`;
  if (!existsSync(uevent)) return null;
  // A partition is slowed down by slowing down its disk.
  const whole = readFileSync(uevent, 'utf8').includes('DEVTYPE=partition')
    ? readFileSync(`/sys/dev/block/${major}:${minor}/../dev`, 'utf8').trim()
    : `${major}:${minor}`;
  return whole;
}

/** A group whose processes may write ten times a second; null where nobody may make one. */
function slowGroup(): { tasks: string; remove: () => void } | null {
  const disk = diskOf(folder);
  const group = join(throttles, `everyhand-${process.pid}`);
  const limit = join(group, 'blkio.throttle.write_iops_device');
  try {
    if (!disk || !existsSync(throttles)) return null;
    mkdirSync(group);
    writeFileSync(limit, `${disk} 10`);
  } catch {
    if (existsSync(group)) rmdirSync(group);
    return null;
  }
  return { tasks: join(group, 'cgroup.procs'), remove: () => rmdirSync(group) };
}

type Told = { readsBefore: number[]; stored: number };

async function run(slowness: string, tasks?: string): Promise<Told> {
  // The shell enters the group and becomes the program, which so is in it from its first write on.
  const enter = tasks ? `echo $$ > ${tasks} && ` : '';
  const child = spawn(
    'sh',
    ['-c', `${enter}exec "$0" "$@"`, process.execPath, program.file, file, slowness],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
  return JSON.parse(out) as Told;
}

function expectReadsBetween({ readsBefore, stored }: Told): void {
  expect(stored).toBe(12);
  expect(readsBefore).toHaveLength(12);
  const between = readsBefore.slice(1).map((reads, index) => reads - readsBefore[index]!);
  expect(Math.min(...between), `reads between the writes: ${between.join(' ')}`).toBeGreaterThan(0);
  const db = new Database(file);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

test('while every commit waits for the disk, reads are answered between any two of them', async () => {
  expectReadsBetween(await run('in every commit'));
});

test('the same on a disk that is truly slow, where the machine lets us have one', async (context) => {
  const group = slowGroup();
  if (!group) return context.skip('no disk here can be slowed down');
  try {
    expectReadsBetween(await run('by itself', group.tasks));
  } finally {
    group.remove();
  }
});
