import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';

const home = 'tests/faults/first-release';
const sha256 = (text: string) => createHash('sha256').update(text);

/** What the browser of a person held. */
export const tokenOf = (person: number) => `token of person-${person}`;

const first = () => readdirSync('prisma/migrations/sqlite').toSorted().slice(0, 1);

/** A prisma folder with the migrations named, and the guards of the first release. */
export function firstReleasePrisma(folder: string, migrations: string[] = first()): string {
  const prisma = join(folder, 'prisma');
  for (const name of migrations) {
    const migration = join('migrations/sqlite', name);
    cpSync(join('prisma', migration), join(prisma, migration), { recursive: true });
  }
  cpSync(join(home, 'guards.sql'), join(prisma, 'guards.sql'));
  return prisma;
}

/** A chain as that release wrote it: said here once more, since today's code must not be asked what it was. */
function fillEvents(db: Database.Database, count: number): void {
  const insert = db.prepare(`INSERT INTO "Event" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let previous = '0'.repeat(64);
  for (let seq = 1; seq <= count; seq += 1) {
    const at = new Date(Date.UTC(2026, 0, 5, 8, 0, seq)).toISOString();
    const actor = seq % 3 === 0 ? null : `person-${seq % 7}`;
    const what = [`event-${seq}`, actor, 'session.opened', 'person', `person-${seq % 50}`] as const;
    const [id, actorId, name, subjectType, subjectId] = what;
    const [facts, salt] = ['{"method":"password"}', `salt-${seq}`];
    const digest = sha256(`${salt}\n${facts}`).digest('hex');
    const whole = [previous, seq, id, at, actorId, name, subjectType, subjectId, digest];
    const hash = sha256(JSON.stringify(whole)).digest('hex');
    // Of some, an erasure has taken the facts.
    const kept = seq % 20 === 0 ? [null, null] : [facts, salt];
    insert.run(
      seq,
      id,
      at.replace('Z', '+00:00'),
      actorId,
      name,
      subjectType,
      subjectId,
      ...kept,
      digest,
      previous,
      hash,
    );
    previous = hash;
  }
}

/** A database as the first release left it, with rows in every table. Returns the prisma folder of that release. */
export function liveInTheFirstRelease(folder: string, size: { people: number; events: number }): string {
  const prisma = firstReleasePrisma(folder);
  const file = join(folder, 'everyhand.db');
  prepareDatabase(file, prisma, join(folder, 'no-backups'));
  const db = new Database(file);
  db.pragma('foreign_keys = ON');
  db.function('people', () => size.people);
  db.function('hashed', (token) => sha256(String(token)).digest('base64url'));
  db.exec('BEGIN');
  db.exec(readFileSync(join(home, 'company.sql'), 'utf8'));
  fillEvents(db, size.events);
  db.exec('COMMIT');
  db.close();
  return prisma;
}
