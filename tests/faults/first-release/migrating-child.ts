import { once } from 'node:events';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';

/** Brings a database up to date once it is told to, and says when it has. It is killed before that. */
const [file = '', prisma = '', backups = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
prepareDatabase(file, prisma, backups);
process.stdout.write('done\n');
process.exit();
