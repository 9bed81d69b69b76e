import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const script = `const db = new (require('better-sqlite3'))(process.argv[1]);
  db.exec('BEGIN IMMEDIATE'); console.log('locked');
  const letGo = () => { db.exec('COMMIT'); db.close(); process.exit(); };
  if (process.argv[2] === 'until told') process.stdin.once('data', letGo);
  else setTimeout(letGo, Number(process.argv[2]));`;

/** Another process that holds the writers' lock, for so many milliseconds or until something is written to it. */
export async function otherWriter(file: string, letsGo: number | 'until told'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', script, file, String(letsGo)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}
