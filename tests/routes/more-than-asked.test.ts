import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '../support/access-rows.ts';
import { roles } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import { anyAddress, columnsOf, withDatabase } from '../support/any-address.ts';
import { ask } from '../support/asking.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { fieldsOn, fillIn } from '../support/form-fields.ts';
import { leaves } from '../support/remix.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
});

// Some of the forms sign people out.
beforeEach(async () => {
  for (const [role, id] of Object.entries(company.people)) cookies[role as Role] = await cookieOf(id);
});

// React remarks on a list where a field shows one text; that is the point here.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

afterEach(() => vi.restoreAllMocks());

afterAll(() => database.close());

/** Those to which somebody may send something that has an effect. */
const forms = leaves.filter(({ path }) =>
  Object.values(accessTable[path]!.change).some((one) => one === 'ok' || one === 'over'),
);

/** What nobody was asked for. Wherever one of the marks turns up afterwards, it was taken. */
const extra = (): Record<string, string> => ({
  id: 'attack-id',
  personId: company.people.admin,
  documentId: 'attack-document',
  role: 'admin',
  roles: 'admin',
  kind: 'attack-kind',
  departmentId: company.departmentIds.finance!,
  score: '77',
  rightCount: '77',
  passed: 'true',
  passedAt: '2001-02-03T04:05:06.789+00:00',
  createdAt: '2001-02-03T04:05:06.789+00:00',
  completedOn: '2001-02-03',
  mustChange: 'false',
  sample: 'true',
  secretHash: 'attack-hash',
  __proto__: 'attack-proto',
  '__proto__.role': 'attack-proto',
  'constructor.prototype.role': 'attack-proto',
});

/** Everything that an extra field could have got hold of. */
const standing = () =>
  withDatabase(database.folder, (db) => {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    const marked = tables.flatMap((table) => {
      const columns = columnsOf(db, table).map((name) => `coalesce("${name}", '')`);
      const marks = ['%attack-%', '%2001-02-03%', '%[object%'].map(
        (mark) => `(${columns.join(` || ' ' || `)}) LIKE '${mark}'`,
      );
      const count = db
        .prepare(`SELECT COUNT(*) FROM "${table}" WHERE ${marks.join(' OR ')}`)
        .pluck()
        .get();
      return count ? [`${table}: ${String(count)}`] : [];
    });
    const value = (sql: string) => db.prepare(sql).raw().all();
    return {
      marked,
      admins: value(`SELECT personId FROM "RoleGrant" WHERE role = 'admin' AND revokedAt IS NULL`),
      inFinance: value(
        `SELECT personId FROM "Placement" WHERE departmentId = '${company.departmentIds.finance!}'`,
      ),
      graded: value(
        `SELECT id, score, passed, submittedAt FROM "Attempt" WHERE submittedAt IS NOT NULL ORDER BY id`,
      ),
      completed: value(`SELECT * FROM "Completion" ORDER BY id`),
      sample: value(`SELECT sample FROM "Company"`),
    };
  });

const mayChange = (path: string): Role[] =>
  roles.filter(
    (role) => accessTable[path]!.change[role] === 'ok' || accessTable[path]!.change[role] === 'over',
  );

async function pageOf(path: string, role: Role) {
  const address = anyAddress(database.folder, path);
  const { text } = await ask({ path: address, cookie: cookies[role] });
  const fields = fieldsOn(text);
  const form = fillIn(fields);
  if (path.endsWith('/answers') || path.endsWith('/quiz')) form.attempt = company.openTries[role] ?? '';
  return { address, fields, form };
}

const wentThrough = new Set<string>();

describe('a form takes what it asks for and nothing else', () => {
  test.each(forms)('whatever else is sent along to $path', async ({ path }) => {
    for (const role of mayChange(path)) {
      const { address, form, fields } = await pageOf(path, role);
      const names = new Set(fields.map(({ name }) => name));
      const more = Object.fromEntries(Object.entries(extra()).filter(([name]) => !names.has(name)));
      const before = standing();
      const sent = await ask({
        path: address,
        method: 'POST',
        form: { ...more, ...form },
        cookie: cookies[role],
      });
      const what = `${path} as ${role}: ${sent.status}`;
      expect(sent.status, what).toBeLessThan(500);
      expect(standing(), what).toEqual({ ...before, marked: [] });
      // The same without them, or a form that fails for another reason would prove nothing.
      const honest =
        sent.status === 303
          ? sent
          : await ask({ path: address, method: 'POST', form, cookie: cookies[role] });
      if (honest.status === 303) wentThrough.add(path);
    }
  });

  test.each(forms)(
    'nor a list or an object where $path asks for a text',
    async ({ path }) => {
      for (const role of mayChange(path).slice(0, 2)) {
        const { address, form, fields } = await pageOf(path, role);
        for (const { name } of fields.filter((field) => field.name && !/password/i.test(field.name))) {
          const { [name]: own = '', ...others } = form;
          const twisted: Record<string, string | string[]>[] = [
            { ...others, [`${name}[]`]: ['attack-list', own] },
            { ...others, [`${name}[0]`]: 'attack-list' },
            { ...others, [`${name}.x`]: 'attack-object' },
            { ...others, [`${name}[x]`]: 'attack-object', [`${name}.$ne`]: 'attack-object' },
            { ...others, [name]: [own, own] },
          ];
          for (const attack of twisted) {
            const before = standing();
            const sent = await ask({ path: address, method: 'POST', form: attack, cookie: cookies[role] });
            const what = `${path} as ${role} with ${Object.keys(attack).join()}: ${sent.status}`;
            expect(sent.status, what).toBeLessThan(500);
            expect(standing(), what).toEqual({ ...before, marked: [] });
          }
        }
      }
    },
    120_000,
  );

  test('and enough of them went through for that to mean something', () => {
    expect([...wentThrough]).toEqual(
      expect.arrayContaining([
        '/notices',
        '/hr/people/new',
        '/hr/departments/new',
        '/hr/departments/:department/edit',
        '/learn/:course/:module/attempt',
      ]),
    );
  });
});
