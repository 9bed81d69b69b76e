import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { createRequestHandler } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { remixBuild } from '../support/remix.ts';
import { startServer } from '../support/server.ts';
import { foundTestCompany } from '../support/staff.ts';

/** Only who may mount can have a disk that is really small. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2400k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const disk = mkdtempSync(join(tmpdir(), 'everyhand-full-'));
const isMounted = mountSmall(disk);
let program: { file: string; remove: () => void };

beforeAll(async () => {
  program = await bundle('tests/faults/filling-child.ts');
});

afterAll(() => {
  program.remove();
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

test.skipIf(!isMounted)(
  'a disk that fills up stops what is saved, and nothing else; with room again all goes on',
  async () => {
    const child = spawn(process.execPath, [program.file, join(disk, 'everyhand.db'), disk], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const say = async (name: string) => {
      child.stdin.write(`${name}\n`);
      return (await lines.next()).value as string;
    };
    expect((await lines.next()).value).toBe('ready');
    const acknowledged: string[] = [];
    const work = async (round: string, count: number) => {
      const answers: string[] = [];
      for (let number = 0; number < count; number += 1) {
        const name = `${round} ${number}`;
        const answer = await say(name);
        answers.push(answer);
        if (answer === `saved ${name}`) acknowledged.push(name);
      }
      return answers;
    };
    expect(await work('before', 3)).toEqual(['saved before 0', 'saved before 1', 'saved before 2']);
    const ballast = join(disk, 'ballast');
    fillWith(ballast);
    const during = await work('during', 40);
    expect(during.filter((answer) => answer === 'full').length).toBeGreaterThan(5);
    expect(during.filter((answer) => !/^(full|saved .*)$/.test(answer))).toEqual([]);
    rmSync(ballast);
    expect((await work('after', 5)).filter((answer) => !answer.startsWith('saved'))).toEqual([]);
    const exited = once(child, 'exit');
    child.stdin.end();
    expect(await exited).toEqual([0, null]);
    const db = new Database(join(disk, 'everyhand.db'));
    const names = db.prepare(`SELECT name FROM "Department"`).pluck().all() as string[];
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(names.toSorted()).toEqual(acknowledged.toSorted());
    db.close();
  },
);

/** One file that takes all that is left. */
function fillWith(file: string): void {
  execFileSync('sh', ['-c', `cat /dev/zero > "${file}" 2>/dev/null || true`]);
}

describe('who sends something then', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  afterAll(() => database.close());

  test('is told what happened and what to do', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const build = await remixBuild();
    const route = build.routes['routes/entrance/sign-in/sign-in']!;
    const failing = { ...route, module: { ...route.module, action: () => Promise.reject(full) } };
    const routes = { ...build.routes, [route.id]: failing };
    await foundTestCompany();
    const handler = createRequestHandler({ ...build, routes }, 'production');
    const server = await startServer({ handler });
    const answer = await server.send({
      method: 'POST',
      path: '/sign-in',
      body: { email: 'ada@example.com' },
    });
    await server.close();
    expect(answer.status).toBe(507);
    expect(answer.text).toContain('There is no room left to save that');
    expect(answer.text).toContain(String(answer.headers['x-request-id']));
  });
});
