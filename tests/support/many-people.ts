import { join } from 'node:path';
import Database from 'better-sqlite3';

/** As many people as it takes, written past all verbs: only how many there are matters. */
export function fillWithPeople(folder: string, count: number, departmentId: string, siteId: string): void {
  const db = new Database(join(folder, 'everyhand.db'));
  const person = db.prepare(`INSERT INTO "Person" (id, name, email, language, searchKey, sortKey, createdAt)
    VALUES (?, ?, ?, 'en', ?, ?, '2024-01-01T00:00:00.000+00:00')`);
  const employment = db.prepare(
    `INSERT INTO "Employment" (id, personId, hiredOn) VALUES (?, ?, '2024-01-01')`,
  );
  const placement = db.prepare(`INSERT INTO "Placement" (id, personId, fromOn, departmentId, siteId, jobTitle)
    VALUES (?, ?, '2024-01-01', ?, ?, '')`);
  db.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const id = `MANY${String(number).padStart(8, '0')}`;
      const name = `person ${String(number).padStart(8, '0')}`;
      person.run(id, name, `${id}@example.com`, name, name);
      employment.run(id, id);
      placement.run(id, id, departmentId, siteId);
    }
  })();
  db.close();
}
