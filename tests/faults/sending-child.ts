import { once } from 'node:events';
import { startWorker } from '#app/jobs/worker.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import { configureSessionCookie } from '#app/platform/session/session-cookie.server.ts';
import { patientTimeouts } from '#app/platform/mail/smtp-line.server.ts';

/** A program that sends the mail of a database to a mail server until it is killed, or told to end. */
const [file = '', smtpUrl = ''] = process.argv.slice(2);
await openDatabase(file);
configureSessionCookie({ secret: 'a secret for tests, and long enough', https: false });
const linkBase = 'https://learn.example.com';
configureMail({ smtpUrl, from: null, linkBase, folder: '/nowhere', timeouts: patientTimeouts });
const stop = startWorker();
await once(process.stdin, 'data');
await stop();
process.exit(0);
