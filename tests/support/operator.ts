import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase } from './database.ts';
import { departmentOf, foundTestCompany, hire } from './staff.ts';

/** A data folder in good order, as an operator finds it; and a database that is open in this process. */
export async function openOperatedFolder() {
  const database = await openTestDatabase();
  const siteId = await foundTestCompany();
  await hire({ name: 'Ada', departmentId: await departmentOf('Shipping'), siteId });
  writeFileSync(join(database.folder, 'secret'), 'do not tell\n', { mode: 0o600 });
  chmodSync(database.folder, 0o700);
  return database;
}

type Ended = { code: number | null; said: string };

/** Begins a command in a process of its own, on a bundled `operator-child.ts`. */
export function beginCommand(
  program: string,
  folder: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const own = {
    DATA_DIR: folder,
    APP_URL: '',
    SMTP_URL: '',
    SESSION_SECRET: '',
    INIT_CWD: process.cwd(),
    ...env,
  };
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, said }));
  return { child, ended };
}
