import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../support/access-rows.ts';
import { roles } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import { anyAddress, columnsOf, paramsOf, tableOf, withDatabase } from '../support/any-address.ts';
import { ask } from '../support/asking.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { allCanaries } from '../support/canaries.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { tableHashes } from '../support/rows.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
});

beforeEach(async () => {
  for (const [role, id] of Object.entries(company.people)) cookies[role as Role] = await cookieOf(id);
});

afterAll(() => database.close());

/** Every parameter of every route; what `/problem/:kind` takes is a word of the program's own. */
const places = leaves
  .filter(({ path }) => path !== '/problem/:kind')
  .flatMap(({ path }) => paramsOf(path).map((param) => ({ path, param })));

/** Roles that come past the guard, by reading or by sending. */
const insiders = (path: string): Role[] =>
  roles.filter((role) => {
    const { get, change } = accessTable[path]!;
    const closed = ['not-found', 'sign-in', 'carry', 'no-method'];
    return role !== 'anonymous' && [get[role], change[role]].some((one) => !closed.includes(one));
  });

/** One id of every other kind of thing there is in the database. */
const idsOfOtherKinds = (param: string): string[] =>
  withDatabase(database.folder, (db) => {
    const own = tableOf(db, param);
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`)
      .pluck()
      .all() as string[];
    return tables
      .filter((table) => table !== own && columnsOf(db, table).includes('id'))
      .map((table) => db.prepare(`SELECT id FROM "${table}" LIMIT 1`).pluck().get())
      .filter((id) => typeof id === 'string');
  });

/** Rows of the kind that belong to somebody else, where rows of that kind belong to people. */
const idsOfOthers = (param: string, personId: string): string[] =>
  withDatabase(database.folder, (db) => {
    const own = tableOf(db, param);
    if (!own || !columnsOf(db, own).includes('personId')) return [];
    return db
      .prepare(`SELECT id FROM "${own}" WHERE personId IS NOT NULL AND personId <> ? LIMIT 2`)
      .pluck()
      .all(personId) as string[];
  });

async function strays(path: string, param: string, role: Role, ids: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const address = anyAddress(database.folder, path, { [param]: encodeURIComponent(id) });
    for (const [method, kind] of [
      ['GET', 'document'],
      ['GET', 'data'],
      ['GET', 'data of the leaf'],
      ['POST', 'document'],
      ['POST', 'data'],
    ] as const) {
      // Nothing of its own may say that a page is there at all, not even that it takes no form.
      const { change, get } = accessTable[path]!;
      if (method === 'POST' && change[role] === 'no-method') continue;
      if (method === 'GET' && get[role] === 'no-method') continue;
      const { status, text } = await ask({ path: address, method, kind, cookie: cookies[role] });
      const seen = allCanaries.filter((one) => text.includes(one));
      if (status !== 404 || seen.length > 0)
        found.push(`${method} ${address} as ${role}, ${kind}: ${status} ${seen.join()}`);
    }
  }
  return found;
}

describe('a page about something is not there for anything else', () => {
  test.each(places)('$path with another $param', async ({ path, param }) => {
    const before = tableHashes(database.folder, ['Session', 'Event']);
    // An id that was never given is that of a row that was deleted.
    const ids = [ulid(), ulid().toLowerCase(), '0', 'null', 'undefined', ...idsOfOtherKinds(param)];
    expect(ids.length).toBeGreaterThan(15);
    const found: string[] = [];
    // What is looked up is the same for all who come past the guard.
    const [first, ...others] = insiders(path);
    for (const role of [first, others.at(-1)]) {
      if (role) found.push(...(await strays(path, param, role, ids)));
    }
    expect(found).toEqual([]);
    expect(tableHashes(database.folder, ['Session', 'Event'])).toEqual(before);
  });

  // A head answers their people's requests; those of other people are tried in learn/further-tries.test.ts.
  const ofOneself = places.filter(({ path }) => path !== '/team/tries/:request');

  test.each(ofOneself)('$path with the $param of somebody else', async ({ path, param }) => {
    const found: string[] = [];
    // What belongs to people is their own; HR and admins see rows about others where the access table says so.
    for (const role of insiders(path).filter((one) => one !== 'hr' && one !== 'admin')) {
      found.push(...(await strays(path, param, role, idsOfOthers(param, company.people[role as 'head']))));
    }
    expect(found).toEqual([]);
  });
});
