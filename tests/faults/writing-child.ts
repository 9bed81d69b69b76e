import { once } from 'node:events';
import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { closeDatabase, openDatabase, transact } from '#app/platform/db/database.server.ts';

/**
 * A program that works until it is killed: it adds departments, two to a transaction, and prints the names of both
 * once the transaction is acknowledged. It opens the database only when told to, so that it can be started in advance.
 */
const [file = '', round = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await openDatabase(file);
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
}
await closeDatabase();
