import { join } from 'node:path';
import Database from 'better-sqlite3';
import { screenToken } from '#app/domain/culture/posters/screens/screen-reads.server.ts';

/** What stands in addresses and is no id of a row. */
const words: Record<string, string> = {
  type: 'poster',
  slug: 'a-poster',
  course: 'common',
  module: 'first',
  case: 'a-case-for-all',
  issue: 'an-issue',
  talk: 'a-talk',
  kind: 'origin',
  reaction: 'notify-of-course',
  job: 'expired-sessions',
  poster: 'a-poster',
  file: `${'0'.repeat(64)}.png`,
  picture: `${'0'.repeat(64)}.svg`,
  '*': 'nowhere/at/all',
};
/** Which module of the common course stands where its page needs it. */
const moduleFor: Record<string, string> = {
  attempt: 'third',
  quiz: 'second',
  answers: 'second',
  print: 'second',
};

export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

export function withDatabase<T>(folder: string, work: (db: Database.Database) => T): T {
  const db = new Database(join(folder, 'everyhand.db'), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Tables that are not called as the parameter is. */
const tables: Record<string, string> = {
  grant: 'RoleGrant',
  request: 'TryRequest',
  action: 'ActionItem',
};

/** The table whose rows a parameter names, `Person` for `:person`; none for a word. */
export function tableOf(db: Database.Database, param: string): string | null {
  const name = tables[param] ?? param[0]!.toUpperCase() + param.slice(1);
  const found = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?`)
    .pluck()
    .get(name);
  return words[param] === undefined && found ? name : null;
}

export function columnsOf(db: Database.Database, table: string): string[] {
  return (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
}

/** Rows that their page is there for, where not every row is such a one. */
const rows: Record<string, string> = {
  // Still to come.
  meeting: `SELECT id FROM "Meeting" WHERE id NOT IN (SELECT meetingId FROM "MeetingHolding")
    AND id NOT IN (SELECT meetingId FROM "MeetingCancellation") LIMIT 1`,
  // Still open.
  action: 'SELECT id FROM "ActionItem" WHERE id NOT IN (SELECT itemId FROM "ActionSettlement") LIMIT 1',
  // The newest is an editor's, which HR may take away; nobody takes their own.
  grant: 'SELECT id FROM "RoleGrant" ORDER BY id DESC LIMIT 1',
  // Of somebody who is none of the roles.
  code: 'SELECT code FROM "Certificate" ORDER BY id LIMIT 1',
  // Of a screen.
  token: 'SELECT id FROM "Screen" ORDER BY id LIMIT 1',
  // Of the department that the head heads.
  huddle: `SELECT h.id FROM "Huddle" h JOIN "Department" d ON d.id = h.departmentId
    WHERE d.function = 'shipping' ORDER BY h.mondayOn LIMIT 1`,
  seq: 'SELECT CAST(seq AS TEXT) FROM "ReactionTry" LIMIT 1',
};

/** An address of a route in the company of `canary-company.ts`, with the first row there is for each of its parameters. */
export function anyAddress(folder: string, path: string, instead: Record<string, string> = {}): string {
  return withDatabase(folder, (db) =>
    path.replace(/:(\w+)|\*/g, (match, name: string = match) => {
      const set =
        instead[name] ?? (name === 'module' ? moduleFor[path.split('/').at(-1)!] : undefined) ?? words[name];
      if (set !== undefined) return set;
      const table = tableOf(db, name);
      const query = rows[name] ?? (table && `SELECT id FROM "${table}" ORDER BY id LIMIT 1`);
      const first = query && db.prepare(query).pluck().get();
      if (name === 'token' && typeof first === 'string') return screenToken({ id: first, generation: 1 });
      return typeof first === 'string' ? first : 'none';
    }),
  );
}
