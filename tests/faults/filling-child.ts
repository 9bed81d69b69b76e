import { createInterface } from 'node:readline';
import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { closeDatabase, openDatabase, reader, transact } from '#app/platform/db/database.server.ts';
import { isDiskFull } from '#app/platform/db/disk-full.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';

/**
 * Adds a department for each line it reads, and answers with its name, or with `full`. It stands on a disk that is
 * too small, and has to go on when there is room again.
 */
const [file = '', backups = ''] = process.argv.slice(2);
prepareDatabase(file, 'prisma', backups);
await openDatabase(file);
process.stdout.write('ready\n');
for await (const name of createInterface({ input: process.stdin })) {
  try {
    await transact((tx) => addDepartment(tx, system, { name, fromOn: '2024-01-01' }));
    process.stdout.write(`saved ${name}\n`);
  } catch (error) {
    process.stdout.write(isDiskFull(error) ? 'full\n' : `broken ${String(error)}\n`);
  }
  await reader.department.count();
}
await closeDatabase();
