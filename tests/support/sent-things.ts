import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const issueSlug = 'for-every-page';
export const plannedMailing = '01MADEFORTHEPAGEPMA1000000';
export const pausedMailing = '01MADEFORTHEPAGEPMA2000000';

const issue = '01MADEFORTHEPAGE1SSVE00000';
const version = '01MADEFORTHEPAGEVERS100000';
export const failedReader = '01MADEFORTHEPAGEFA11ED0000';
export const uncertainReader = '01MADEFORTHEPAGEVNCERT0000';

/** What the link in a mail to somebody holds, as the company at rest would seal it. */
export function sealedLink(dataFolder: string, email: string): string {
  const database = new Database(join(dataFolder, 'everyhand.db'), { readonly: true });
  const personId = database.prepare('SELECT id FROM Person WHERE email = ?').pluck().get(email) as string;
  database.close();
  const secret = readFileSync(join(dataFolder, 'secret'), 'utf8').trim();
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'unsubscribe', 32));
  return personId + createHmac('sha256', key).update(`newsletter/${personId}/1`).digest('base64url');
}

/** Puts into a company at rest an issue that people can read, a mailing that is planned and one that is stuck. */
export function addMailings(dataFolder: string, emails: [string, string, string]): void {
  const database = new Database(join(dataFolder, 'everyhand.db'));
  const at = new Date().toISOString().replace('Z', '+00:00');
  const people = emails.map((email) =>
    database.prepare('SELECT id FROM Person WHERE email = ?').pluck().get(email),
  );
  const site = database.prepare('SELECT siteId FROM Placement WHERE personId = ?').pluck().get(people[0]);
  const insert = (table: string, row: Record<string, unknown>) =>
    database
      .prepare(
        `INSERT INTO "${table}" (${Object.keys(row)
          .map((key) => `"${key}"`)
          .join()}) VALUES (${Object.keys(row)
          .map((key) => `@${key}`)
          .join()})`,
      )
      .run(row);
  const nodes = [{ name: 'Lead', children: [{ name: 'p', children: ['What happened in June.'] }] }];
  insert('Document', { id: issue, kind: 'issue', slug: issueSlug, createdAt: at });
  insert('Version', {
    id: version,
    documentId: issue,
    language: 'en',
    number: 1,
    title: 'The June issue',
    source: 'x',
    sourceHash: createHash('sha256').update('x').digest('hex'),
    front: JSON.stringify({
      title: 'The June issue',
      language: 'en',
      preheader: 'Three parcels and a promise.',
    }),
    tree: JSON.stringify({ kind: 'issue', minutes: 1, nodes }),
    treeFormat: 1,
    answerKey: '{}',
    createdAt: at,
  });
  insert('Publication', {
    id: '01MADEFORTHEPAGEPVB1000000',
    documentId: issue,
    versionId: version,
    language: 'en',
    change: 'informative',
    // Long ago: what is new in the sample company stays what is new.
    publishedAt: '2000-06-30T08:00:00.000+00:00',
  });
  const mailing = {
    documentId: issue,
    versionId: version,
    subject: 'What we learnt in June',
    preheader: 'Three parcels and a promise.',
    audience: '{}',
    startAt: at,
    perMinute: 60,
    inHours: 0,
    fromHour: 8,
    untilHour: 17,
    createdAt: at,
  };
  insert('Mailing', { ...mailing, id: plannedMailing, state: 'planned' });
  insert('Mailing', {
    ...mailing,
    id: pausedMailing,
    state: 'paused',
    pausedFor: 'refused',
    frozenAt: at,
    readerCount: 3,
    withoutAddress: 12,
    unsubscribed: 1,
  });
  const readers = [
    ['failed', 'refused: 550 5.1.1 No such user here', failedReader],
    ['uncertain', 'cut-off: ECONNECTION', uncertainReader],
    ['queued', null, '01MADEFORTHEPAGEQVEVED0000'],
  ] as const;
  for (const [index, [state, reason, id]] of readers.entries()) {
    insert('MailingReader', {
      id,
      mailingId: pausedMailing,
      personId: people[index],
      versionId: version,
      siteId: site,
      state,
      tries: 1,
      dueAt: at,
      sendingAt: state === 'queued' ? null : at,
      settledAt: state === 'queued' ? null : at,
      reason,
      messageId: `${pausedMailing}.${String(people[index])}`,
    });
  }
  database.close();
}
