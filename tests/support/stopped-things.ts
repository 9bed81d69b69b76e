import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const sentMail = '01MADEFORTHEPAGESENT000000';
export const uncertainMail = '01MADEFORTHEPAGEUNCERTA000';

/** Puts into a company at rest what only comes about when something breaks: for the pages that show it. */
export function addStoppedThings(dataFolder: string, email: string): void {
  const database = new Database(join(dataFolder, 'everyhand.db'));
  const at = new Date().toISOString().replace('Z', '+00:00');
  const { id: personId } = database.prepare('SELECT id FROM Person WHERE email = ?').get(email) as {
    id: string;
  };
  const mail = database.prepare(
    `INSERT INTO Mail (id, key, template, personId, facts, state, tries, nextAt, createdAt, sendingAt, settledAt,
      messageId, reason) VALUES (@id, @id, 'reset', @personId, '{}', @state, 1, @at, @at, @at, @at, @id, @reason)`,
  );
  mail.run({ id: sentMail, personId, at, state: 'sent', reason: null });
  mail.run({ id: uncertainMail, personId, at, state: 'uncertain', reason: 'cut-off: ECONNECTION' });
  const { seq } = database
    .prepare(`SELECT max(seq) AS seq FROM Event WHERE name = 'course.completed'`)
    .get() as { seq: number };
  database
    .prepare(`INSERT INTO ReactionTry VALUES ('notify-of-course', ?, 'parked', 6, ?, 'Error: no luck')`)
    .run(seq, at);
  database.close();
  const folder = join(dataFolder, 'mailbox');
  mkdirSync(folder, { mode: 0o700 });
  const text = 'Choose a new password\n\nhttp://127.0.0.1/reset?token=none\n';
  writeFileSync(join(folder, `${sentMail}.txt`), text, { mode: 0o600 });
}
