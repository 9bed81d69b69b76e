import { system } from '#app/domain/actor/actor.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import type { ImportReport } from '#app/domain/publishing/import-content.work.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { cast, castEmail } from '#app/domain/sample/cast.ts';
import { openSampleCompany } from '#app/domain/sample/open-sample-company.work.server.ts';
import { sampleIsFinished } from '#app/domain/sample/sample-reads.server.ts';
import { samplePassword } from '#app/domain/sample/sample-password.work.server.ts';
import { writeDownSeen } from './recurring.server.ts';
import { startWorker } from './worker.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { closeDatabase, openDatabase, reader, transact } from '#app/platform/db/database.server.ts';
import { keptSecret, lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { markOpen, unmarkClosed } from '#app/platform/db/open-mark.server.ts';
import { env } from '#app/platform/env/env.server.ts';
import { programPath, setProgramRoot } from '#app/platform/env/program.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { configurePrintCache } from '#app/platform/print/print-cache.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import { patientTimeouts } from '#app/platform/mail/smtp-line.server.ts';
import { PlainError } from '#app/platform/operator/plain-error.ts';
import { backgroundSettled } from '#app/platform/thread/background.server.ts';
import { closeThreads } from '#app/platform/thread/thread.server.ts';
import { configureSessionCookie } from '#app/platform/session/session-cookie.server.ts';

export type House = {
  /** How the address of the first run goes on; null once there is a company. */
  firstRunPath: string | null;
  /** Who can sign in to the sample company, and with what; null in a real one. */
  sample: { people: { name: string; email: string }[]; password: string } | null;
  content: ImportReport | null;
  close: () => Promise<void>;
};

type Options = {
  /** Where the program's own files lie. */
  root: string;
  /** Make the sample company where there is no company yet. */
  sample: boolean;
  /** Where it listens, for links in mail that nobody but this machine can open. */
  port: number;
  say: (step: 'migrated' | 'sample-opened' | 'content-imported') => void;
};

/**
 * Opens all that is behind the web server, in the order in which one thing needs the other. It lives in the web
 * process's one bundle: a second copy of the database module would be a second queue of writers.
 */
export async function openHouse({ root, sample, port, say }: Options): Promise<House> {
  setProgramRoot(root);
  const settings = env();
  const folder = openDataFolder(settings.DATA_DIR);
  const unlock = lockDataFolder(folder);
  let opened = false;
  try {
    const migrated = prepareDatabase(folder.database, programPath('prisma'), folder.backups);
    if (migrated.length > 0) say('migrated');
    await openDatabase(folder.database);
    markOpen(folder.database);
    opened = true;
    configureFileStore(folder.files);
    configurePrintCache(folder.prints);
    configureSessionCookie({
      secret: settings.SESSION_SECRET ?? keptSecret(folder.secretFile),
      https: settings.APP_URL?.protocol === 'https:',
    });
    if (sample && !(await readCompany(reader))) {
      await openSampleCompany({ password: samplePassword(), contentRoot: programPath('content') });
      say('sample-opened');
    }
    const company = await readCompany(reader);
    if (company?.sample && !(await sampleIsFinished(reader)))
      throw new PlainError(m.app_sample_half_made({ path: settings.DATA_DIR }));
    const content = company && (await importContent(system, programPath('content')));
    if (content && content.published.length > 0) say('content-imported');
    configureMail({
      smtpUrl: settings.SMTP_URL ?? null,
      from: settings.MAIL_FROM ?? null,
      linkBase: settings.APP_URL?.origin ?? (settings.SMTP_URL ? null : `http://127.0.0.1:${port}`),
      folder: folder.mailbox,
      timeouts: patientTimeouts,
    });
    const stopWorker = startWorker();
    return {
      firstRunPath: company ? null : await firstRunPath(),
      sample: company?.sample ? sampleAccess() : null,
      content,
      close: async () => {
        await stopWorker();
        await closeThreads();
        await backgroundSettled();
        await writeDownSeen();
        await closeDatabase();
        unmarkClosed(folder.database);
        unlock();
      },
    };
  } catch (error) {
    await closeDatabase();
    if (opened) unmarkClosed(folder.database);
    unlock();
    throw error;
  }
}

async function firstRunPath(): Promise<string> {
  const { token } = await transact((tx) => issueToken(tx, system, { purpose: 'first-run' }));
  return `/first-run?token=${token}`;
}

function sampleAccess() {
  return {
    people: cast.map(({ key, name }) => ({ name, email: castEmail(key) })),
    password: samplePassword(),
  };
}
