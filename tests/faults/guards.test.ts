import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { complete, openTry, textOf } from '../support/learning.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let file: string;
let actor: PersonActor;

beforeAll(async () => {
  database = await openTestDatabase();
  file = join(database.folder, 'everyhand.db');
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office');
  const questions = question('a', 'one');
  const modules = {
    only: moduleSource({ title: 'Only', questions }),
    other: moduleSource({ title: 'Other', questions }),
  };
  const course = { slug: 'common', title: 'Common', audience: 'everyone', modules };
  await importContent(system, writeContent(`${database.folder}/content`, [course]));
  actor = await actorOf(await hire({ name: 'Ada', departmentId, siteId }));
  await complete(actor, await textOf(actor, 'common', 'only'));
  await openTry(actor, await textOf(actor, 'common', 'other'));
});

afterAll(() => database.close());

/** Each has to be refused, by whatever means somebody comes by the file. */
const forbidden: Record<string, string> = {
  'a completion is dated back': `UPDATE "Completion" SET "completedOn" = '2020-01-01'`,
  'a completion is given to somebody else': `UPDATE "Completion" SET "personId" = 'x'`,
  'a version’s text is changed': `UPDATE "Version" SET "source" = 'x'`,
  'a version’s key is changed': `UPDATE "Version" SET "answerKey" = '{}'`,
  'a submitted try is given a better score': `UPDATE "Attempt" SET "score" = 100 WHERE "submittedAt" IS NOT NULL`,
  'a submitted try is opened again': `UPDATE "Attempt" SET "submittedAt" = NULL, "openKey" = 'k' WHERE "submittedAt" IS NOT NULL`,
  'an event’s name is changed': `UPDATE "Event" SET "name" = 'x' WHERE seq = 1`,
  'an event is said to be another’s': `UPDATE "Event" SET "actorId" = 'x' WHERE seq = 2`,
  'an event’s facts are changed': `UPDATE "Event" SET "facts" = '{}', "salt" = NULL WHERE seq = 1`,
  'an event’s salt is changed': `UPDATE "Event" SET "salt" = 'x', "facts" = NULL WHERE seq = 1`,
  'an event’s hash is changed': `UPDATE "Event" SET "hash" = 'x' WHERE seq = 1`,
  'an event is deleted': `DELETE FROM "Event" WHERE seq = 1`,
  'all events are deleted': `DELETE FROM "Event"`,
  'an event is replaced': `INSERT OR REPLACE INTO "Event" SELECT * FROM "Event" WHERE seq = 1`,
  'an event takes the place of another': `INSERT OR REPLACE INTO "Event" SELECT 99999, id, at, actorId, name, subjectType, subjectId, facts, salt, digest, previous, 'h' FROM "Event" WHERE seq = 1`,
  'a completion is replaced': `INSERT OR REPLACE INTO "Completion" SELECT * FROM "Completion"`,
  'a version is replaced': `INSERT OR REPLACE INTO "Version" SELECT * FROM "Version"`,
  'a submitted try is replaced': `INSERT OR REPLACE INTO "Attempt" SELECT * FROM "Attempt" WHERE "submittedAt" IS NOT NULL`,
  'a second company is founded': `INSERT INTO "Company" VALUES ('x', 'X', 'UTC', 'en', 0, '2024')`,
  'a person loses every way to sign in': `UPDATE "Person" SET "email" = NULL, "employeeNumber" = NULL`,
  'two tries are opened at once': `INSERT INTO "Attempt" SELECT 'x', "personId", "documentId", "versionId", 9, "startedAt", '{}', NULL, NULL, NULL, NULL, NULL, "openKey" FROM "Attempt" WHERE "openKey" IS NOT NULL`,
  'a person with records is deleted': `DELETE FROM "Person"`,
};

const guardNames = () =>
  [...readFileSync('prisma/guards.sql', 'utf8').matchAll(/^CREATE TRIGGER (\w+)/gm)]
    .map((match) => match[1]!)
    .toSorted();

function onFile<T>(work: (db: Database.Database) => T): T {
  const db = new Database(file, { timeout: 2000 });
  try {
    // As any tool would open it that knows nothing of the program.
    db.pragma('foreign_keys = ON');
    return work(db);
  } finally {
    db.close();
  }
}

const triggers = () =>
  onFile((db) =>
    db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name`).pluck().all(),
  );

describe('the database itself refuses it when', () => {
  test.each(Object.entries(forbidden))('%s', (_, sql) => {
    onFile((db) => expect(() => db.exec(sql)).toThrow());
  });
});

describe('what has to be possible still is', () => {
  test('an erasure takes facts and salt out of an event, and the chain holds', async () => {
    const { seq } = await reader.event.findFirstOrThrow({ where: { name: 'person.added' } });
    onFile((db) => db.prepare(`UPDATE "Event" SET "facts" = NULL, "salt" = NULL WHERE seq = ?`).run(seq));
    expect(await checkChain(reader)).toMatchObject({ intact: true });
  });

  test('an open try takes answers', async () => {
    const where = { personId: actor.id, submittedAt: null };
    const { count } = await transact((tx) =>
      tx.attempt.updateMany({ where, data: { answers: '{"a":["b"]}' } }),
    );
    expect(count).toBe(1);
  });
});

describe('the guards stand after every start', () => {
  let rebuild: () => void;

  beforeEach(() => {
    rebuild = () =>
      onFile((db) => {
        db.pragma('foreign_keys = OFF');
        db.exec(`CREATE TABLE "new_Completion" AS SELECT * FROM "Completion"; DROP TABLE "Completion";
          ALTER TABLE "new_Completion" RENAME TO "Completion";`);
      });
  });

  afterEach(() => prepareDatabase(file, 'prisma', join(database.folder, 'backups')));

  test('all of them', () => {
    expect(triggers()).toEqual(guardNames());
  });

  test('also after a rebuilt table took its own away', () => {
    rebuild();
    expect(triggers()).not.toContain('completion_is_immutable');
    onFile((db) => db.exec(`UPDATE "Completion" SET "source" = "source"`));
    prepareDatabase(file, 'prisma', join(database.folder, 'backups'));
    expect(triggers()).toEqual(guardNames());
    onFile((db) => expect(() => db.exec(`UPDATE "Completion" SET "source" = 'talk'`)).toThrow(/immutable/));
  });

  test('also after somebody put a harmless one in a guard’s place', () => {
    onFile((db) => {
      db.exec('DROP TRIGGER version_is_immutable');
      db.exec(`CREATE TRIGGER version_is_immutable BEFORE UPDATE ON "Version" BEGIN SELECT 1; END`);
    });
    prepareDatabase(file, 'prisma', join(database.folder, 'backups'));
    onFile((db) => expect(() => db.exec(`UPDATE "Version" SET "title" = 'x'`)).toThrow(/immutable/));
  });
});
