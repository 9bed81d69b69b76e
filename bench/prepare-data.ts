import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Prepared } from './prepare.ts';
import { samplePassword } from './servers.ts';

async function runAside(script: string, folder: string, args: string[]): Promise<void> {
  const env = { ...process.env, DATA_DIR: join(folder, 'everyhand'), SAMPLE_PASSWORD: samplePassword };
  // What it prints would stand in the report.
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The data could not be prepared (exit code ${String(code)}).`);
}

/** Fills the data folder in a process of its own. */
export async function prepareData(folder: string, people: number): Promise<Prepared> {
  const file = join(folder, 'prepared.json');
  await runAside('bench/prepare.ts', folder, [String(people), file]);
  return JSON.parse(readFileSync(file, 'utf8')) as Prepared;
}

export const many = { people: 100_000, completions: 1_000_000 };

/** What the kept company was made by. One that other tables or another script made would not open, or not compare. */
function madeBy(script: string): string {
  const migrations = readdirSync('prisma/migrations/sqlite').toSorted().join('\n');
  return createHash('sha256').update(migrations).update(readFileSync(script)).digest('hex');
}

/** A company of a hundred thousand people, made once and kept for the next run; `anew` makes it again. */
export async function prepareManyPeople(anew: boolean): Promise<string> {
  const script = 'bench/prepare-lists.ts';
  const folder = join(tmpdir(), `everyhand-bench-lists-${many.people}`);
  const done = join(folder, 'done');
  const maker = madeBy(script);
  if (!anew && existsSync(done) && readFileSync(done, 'utf8') === maker) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'everyhand'), { recursive: true });
  await runAside(script, folder, [String(many.people), String(many.completions)]);
  writeFileSync(done, maker);
  return folder;
}
