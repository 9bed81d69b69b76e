import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { countReaders, dueBetween, readReaders } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { countAudience } from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { anybodyWaits, dueReaders } from '#app/domain/culture/mailings/readers/due-reads.server.ts';
import { keepReaderOutcomes } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import { releaseReaders, takeReaders } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import { readReaderToMail } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { closeDatabase, openDatabase, reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fillWithPeople } from '../../support/many-people.ts';
import { planned, publishIssue } from '../../support/mailings.ts';
import { departmentOf, done, foundTestCompany } from '../../support/staff.ts';

const many = 20_000;
const settled = { readerId: 'MANY00000001', tries: 1, outcome: { state: 'sent' } } as const;

let database: TestDatabase;
let mailingId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  fillWithPeople(database.folder, many, await departmentOf('Office'), siteId);
  mailingId = await planned(await publishIssue({ slug: 'june', title: 'June' }));
});

afterAll(() => database.close());

test('twenty thousand readers are written down at once or not at all, and pages are answered meanwhile', async () => {
  let answered = 0;
  const over = done(transact((tx) => startMailing(tx, system, { mailingId }))).then(() => true);
  const turn = () => new Promise<false>((resolve) => void setImmediate(() => resolve(false)));
  while (!(await Promise.race([over, turn()]))) {
    const seen = await reader.mailingReader.count({ where: { mailingId } });
    expect([0, many], 'all or none').toContain(seen);
    answered += 1;
  }
  expect(answered).toBeGreaterThan(20);
  expect(await countReaders(reader, mailingId)).toMatchObject({ queued: many, sent: 0 });
  expect(await countAudience(reader, { departments: [], sites: [], languages: [], roles: [] })).toMatchObject(
    {
      readers: many,
    },
  );
});

describe('at twenty thousand, what pages and the sender ask is found by an index', () => {
  /** The statements that a read comes to, with the plan that the database has for each. */
  async function plansOf(read: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    const file = join(database.folder, 'everyhand.db');
    const db = new Database(file, { readonly: true });
    const prepare = Database.prototype.prepare;
    Database.prototype.prepare = function watched(this: Database.Database, text: string) {
      if (/^\s*(SELECT|UPDATE)/i.test(text)) seen.push(text);
      return prepare.call(this, text);
    } as typeof prepare;
    try {
      // A connection keeps what it has prepared: only a new one prepares everything.
      await closeDatabase();
      await openDatabase(file);
      seen.length = 0;
      await read();
    } finally {
      Database.prototype.prepare = prepare;
    }
    const plans = seen.flatMap((text) => {
      const count = (text.match(/\?/g) ?? []).length;
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...Array<null>(count).fill(null));
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    });
    db.close();
    return plans;
  }

  const reads: [string, () => Promise<unknown>][] = [
    ['the counts', () => countReaders(reader, mailingId)],
    ['when they are due', () => dueBetween(reader, mailingId)],
    ['whose turn it is', () => dueReaders(reader, mailingId, 50)],
    ['whether anybody waits', () => anybodyWaits(reader, mailingId)],
    ['a page of readers', () => readReaders(reader, { mailingId, state: 'queued', page: 400 })],
    ['one reader', () => readReaderToMail(reader, 'MANY00000001', '2026-03-09')],
    ['a turn', () => transact((tx) => takeReaders(tx, ['MANY00000001']))],
    ['what became of it', () => transact((tx) => keepReaderOutcomes(tx, [settled]))],
    ['who of it goes back', () => transact((tx) => releaseReaders(tx, ['MANY00000001']))],
  ];
  test.each(reads)('%s', async (_what, read) => {
    const plans = await plansOf(read);
    expect(plans.length).toBeGreaterThan(0);
    const scans = plans.filter(
      (plan) =>
        plan.startsWith('SCAN ') &&
        !/CONSTANT ROW|json_each|row VIRTUAL|"?(sub$|Company|DepartmentPlacement|dp)/.test(plan),
    );
    expect(scans).toEqual([]);
    expect(plans.filter((plan) => /SEARCH "?MailingReader"? USING .*\(state=\?\)/.test(plan))).toEqual([]);
    const sorts = plans.filter((plan) => /USE TEMP B-TREE FOR ORDER BY/.test(plan));
    expect(sorts).toEqual([]);
  });

  test('counting reads the index alone', async () => {
    const plans = await plansOf(() => countReaders(reader, mailingId));
    expect(plans.join('\n')).toMatch(/USING COVERING INDEX MailingReader_state_mailingId/);
  });
});
