import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { closeDatabase, openDatabase, transact } from '#app/platform/db/database.server.ts';
import { beside } from './beside-writing.ts';

/**
 * A program that works until it is killed: it adds departments, two to a transaction, and prints the names of both
 * once the transaction is acknowledged. It opens the database only when told to, so that it can be started in advance.
 */
const [file = '', round = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await openDatabase(file);

async function goOn({ name, run, pause }: (typeof beside)[number]): Promise<void> {
  try {
    for (;;) {
      await run(dirname(file));
      // Those who write should not have to wait for it every time.
      await setTimeout(pause);
    }
  } catch (error) {
    process.stderr.write(`${name} failed beside the writing: ${String(error)}\n`);
    process.exit(1);
  }
}

for (const one of beside) void goOn(one);
for (let number = 0; ; number += 1) {
  const names = ['left', 'right'].map((half) => `${round}-${number}-${half}`);
  const acknowledged = await transact(async (tx) => {
    for (const name of names) {
      const added = await addDepartment(tx, system, { name, fromOn: '2024-01-01' });
      if ('refused' in added) return added;
    }
    return { ok: true as const };
  });
  if ('refused' in acknowledged) break;
  process.stdout.write(`${names.join('\n')}\n`);
  // As requests come in: with room for what else goes on, which needs the network.
  await setTimeout(1);
}
await closeDatabase();
