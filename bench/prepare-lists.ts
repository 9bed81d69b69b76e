// Fills a data folder with very many people, written past all verbs: only how much there is matters. A process of its
// own, as the other preparation is: node --import tsx bench/prepare-lists.ts PEOPLE COMPLETIONS
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fold, searchKey } from '#app/domain/people/search-key.ts';
import { openHouse } from '../app/jobs/open-house.server.ts';

type ManyRows = { people: number; completions: number };

const firstNames = 'Ada Ben Chidi Dana Eli Farah Zed Łukasz Mara Noor Olu Pia Quim Rosa Sven Tove'.split(' ');
const lastNames = 'Kowalska Nowicki Okafor Silva Haddad Aziz Berg Costa Dahl Eze Fonseca Gray'.split(' ');
const departmentCount = 200;
const courseCount = 6;
const days = 600;

const dayOf = (number: number) =>
  new Date(Date.UTC(2025, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

type Module = { id: string; versionId: string };
type Course = Module & { modules: Module[] };
type Db = Database.Database;

/** Courses for everyone, each of as many modules as it takes to come to the wanted number of completions. */
function addCourses(db: Db, modulesEach: number): Course[] {
  const document = db.prepare(`INSERT INTO "Document" (id, kind, slug, createdAt) VALUES (?, ?, ?, ?)`);
  const version = db.prepare(
    `INSERT INTO "Version" (id, documentId, language, number, title, source, sourceHash, front, tree, treeFormat, answerKey, createdAt)
     VALUES (?, ?, 'en', 1, ?, '', '', ?, ?, 1, '{}', ?)`,
  );
  const publication = db.prepare(
    `INSERT INTO "Publication" (id, documentId, versionId, language, change, publishedAt) VALUES (?, ?, ?, 'en', 'informative', ?)`,
  );
  const reference = db.prepare(
    `INSERT INTO "Reference" (id, fromVersionId, toDocumentId, part, position) VALUES (?, ?, ?, 'module', ?)`,
  );
  const at = '2025-01-01T00:00:00.000+00:00';
  const add = (kind: string, slug: string, title: string, front: object): Module => {
    const [id, versionId] = [`BENCHDOC${slug}`, `BENCHVERSION${slug}`];
    const tree = kind === 'module' ? { kind, parts: [] } : { kind, summary: '' };
    document.run(id, kind, slug, at);
    version.run(versionId, id, title, JSON.stringify(front), JSON.stringify(tree), at);
    publication.run(`BENCHPUB${slug}`, id, versionId, at);
    return { id, versionId };
  };
  return Array.from({ length: courseCount }, (_, number) => {
    const slug = `bench-${number}`;
    const modules = Array.from({ length: modulesEach }, (__, place) =>
      add('module', `${slug}/m${place}`, `Module ${number}.${place}`, { minutes: 5 }),
    );
    const course = add('course', slug, `Bench course ${number}`, { summary: '', audience: 'everyone' });
    for (const [place, module] of modules.entries()) {
      reference.run(`BENCHREF${slug}${place}`, course.versionId, module.id, place);
    }
    return { ...course, modules };
  });
}

function addDepartments(db: Db): string[] {
  const department = db.prepare(
    `INSERT INTO "Department" (id, name, sortKey, createdAt) VALUES (?, ?, ?, ?)`,
  );
  const place = db.prepare(
    `INSERT INTO "DepartmentPlacement" (id, departmentId, fromOn, parentId) VALUES (?, ?, '2024-01-01', ?)`,
  );
  return Array.from({ length: departmentCount }, (_, number) => {
    const id = `BENCHDEPARTMENT${number}`;
    const name = `Bench department ${String(number).padStart(3, '0')}`;
    department.run(id, name, fold(name), '2024-01-01T00:00:00.000+00:00');
    place.run(`${id}P`, id, number < 10 ? null : `BENCHDEPARTMENT${number % 10}`);
    return id;
  });
}

let ids = 0;

/** In the course of time, as ids are made: a table grows at its end. */
const nextId = () => `0BENCH${String((ids += 1)).padStart(20, '0')}`;

function addPeople(db: Db, count: number, departments: string[], siteId: string): string[] {
  const person = db.prepare(
    `INSERT INTO "Person" (id, name, email, employeeNumber, language, searchKey, sortKey, createdAt)
     VALUES (?, ?, ?, ?, 'en', ?, ?, '2024-01-01T00:00:00.000+00:00')`,
  );
  const identity = db.prepare(
    `INSERT INTO "Identity" (id, personId, fromOn, name, email, employeeNumber) VALUES (?, ?, '2024-01-01', ?, ?, ?)`,
  );
  const employment = db.prepare(
    `INSERT INTO "Employment" (id, personId, hiredOn, leftOn) VALUES (?, ?, '2024-01-01', ?)`,
  );
  const placement = db.prepare(
    `INSERT INTO "Placement" (id, personId, fromOn, departmentId, siteId, jobTitle) VALUES (?, ?, ?, ?, ?, 'Packer')`,
  );
  return Array.from({ length: count }, (_, number) => {
    const id = nextId();
    const name = `${firstNames[number % firstNames.length]} ${lastNames[(number * 7) % lastNames.length]} ${number}`;
    const [email, key] = [`bench-${number}@bench.example`, `B${number}`];
    person.run(id, name, email, key, searchKey(name, email, key), fold(name));
    identity.run(nextId(), id, name, email, key);
    employment.run(nextId(), id, number % 20 === 0 ? '2026-01-31' : null);
    placement.run(nextId(), id, '2024-01-01', departments[number % departments.length], siteId);
    if (number % 5 === 0)
      placement.run(nextId(), id, '2025-12-01', departments[(number * 3) % departments.length], siteId);
    return id;
  });
}

function addCompletions(db: Db, people: string[], courses: Course[], wanted: number): void {
  const reading = db.prepare(
    `INSERT INTO "Reading" (id, personId, documentId, versionId, part, partsRead, beganAt, movedAt) VALUES (?, ?, ?, ?, 'one', '', ?, ?)`,
  );
  const completion = db.prepare(
    `INSERT INTO "Completion" (id, personId, documentId, versionId, source, completedAt, completedOn, timeZone)
     VALUES (?, ?, ?, ?, 'self', ?, ?, 'Europe/Warsaw')`,
  );
  let made = 0;
  for (let round = 0; made < wanted; round += 1) {
    for (const [number, personId] of people.entries()) {
      const course = courses[(round + number) % courses.length];
      if (!course || round >= courses.length || made >= wanted) return;
      const day = dayOf((number * 31 + round * 83) % days);
      const at = `${day}T09:00:00.000+00:00`;
      const isHalf = (number + round) % 9 === 0;
      for (const module of isHalf ? course.modules.slice(0, 1) : course.modules) {
        reading.run(nextId(), personId, module.id, module.versionId, at, at);
        completion.run(nextId(), personId, module.id, module.versionId, at, day);
        made += 1;
      }
      if (isHalf) continue;
      completion.run(nextId(), personId, course.id, course.versionId, at, day);
      made += 1;
    }
  }
}

type QuestionTree = { id: string; kind: string; options: { id: string }[] };
type TreeWithParts = { parts: { kind: string; questions?: QuestionTree[] }[] };

/** Everybody's first try of a module that the sample company has, each answer drawn by their number. */
function addTries(db: Db, people: string[]): void {
  const version = db
    .prepare(
      `SELECT v.id, v.documentId, v.tree FROM "Version" v JOIN "Publication" p ON p.versionId = v.id
       WHERE v.answerKey <> '{}' ORDER BY v.id LIMIT 1`,
    )
    .get() as { id: string; documentId: string; tree: string };
  const { parts } = JSON.parse(version.tree) as TreeWithParts;
  const questions = parts.flatMap(({ kind, questions: own }) => (kind === 'quiz' ? (own ?? []) : []));
  const attempt = db.prepare(
    `INSERT INTO "Attempt" (id, personId, documentId, versionId, number, startedAt, answers, submittedAt, rightCount,
     questionCount, score, passed) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 0, ?, 0, 0)`,
  );
  for (const [number, personId] of people.entries()) {
    const answers = questions.map(({ id, kind, options }, place) => {
      const all = options.map((option) => option.id);
      const turn = (number * 7 + place * 3) % all.length;
      const chosen = kind === 'order' ? [...all.slice(turn), ...all.slice(0, turn)] : [all[turn]];
      return [id, chosen];
    });
    const at = `${dayOf(number % days)}T09:00:00.000+00:00`;
    const text = JSON.stringify(Object.fromEntries(answers));
    attempt.run(nextId(), personId, version.documentId, version.id, at, text, at, questions.length);
  }
}

/** For the audit trail: as many events as completions. Their hashes are none, and nobody checks them here. */
function addEvents(db: Db, people: string[], count: number): void {
  const event = db.prepare(
    `INSERT INTO "Event" (id, at, actorId, name, subjectType, subjectId, facts, salt, digest, previous, hash)
     VALUES (?, ?, ?, 'reading.begun', 'reading', ?, '{}', '', '', '', ?)`,
  );
  for (let number = 0; number < count; number += 1) {
    const id = nextId();
    const at = `${dayOf(Math.floor((number * days) / count))}T09:00:00.000+00:00`;
    event.run(id, at, people[number % people.length], id, id);
  }
}

/** Into a company that is founded. A hundred thousand people take a minute or two. */
function prepareLists(folder: string, wanted: ManyRows): void {
  const db = new Database(join(folder, 'everyhand.db'));
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -400000');
  // They come back at the next start.
  const triggers = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  const siteId = db.prepare(`SELECT id FROM "Site" ORDER BY id LIMIT 1`).pluck().get() as string;
  db.transaction(() => {
    for (const name of triggers) db.exec(`DROP TRIGGER "${name}"`);
    const courses = addCourses(db, 2);
    const people = addPeople(db, wanted.people, addDepartments(db), siteId);
    addCompletions(db, people, courses, wanted.completions);
    addTries(db, people);
    addEvents(db, people, wanted.completions);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

const [people, completions] = process.argv.slice(2).map(Number);
const folder = process.env['DATA_DIR'];
if (!people || !completions || !folder) throw new Error('How many people, and how many completions?');
const house = await openHouse({ root: process.cwd(), sample: true, port: 0, say: () => undefined });
await house.close();
prepareLists(folder, { people, completions });
