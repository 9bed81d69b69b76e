import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prepared } from './prepare.ts';
import { samplePassword } from './servers.ts';

/** Fills the data folder in a process of its own. */
export async function prepareData(folder: string, people: number): Promise<Prepared> {
  const file = join(folder, 'prepared.json');
  const env = { ...process.env, DATA_DIR: join(folder, 'everyhand'), SAMPLE_PASSWORD: samplePassword };
  const args = ['--import', 'tsx', 'bench/prepare.ts', String(people), file];
  // What it prints would stand in the report.
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The data could not be prepared (exit code ${String(code)}).`);
  return JSON.parse(readFileSync(file, 'utf8')) as Prepared;
}
