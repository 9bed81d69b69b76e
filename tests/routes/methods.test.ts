import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../support/access-rows.ts';
import { roles } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import { anyAddress } from '../support/any-address.ts';
import { ask, kinds, outcomeOf } from '../support/asking.ts';
import { allCanaries, strayCanaries } from '../support/canaries.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { tableHashes } from '../support/rows.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const company = await canaryCompany(database.folder);
  for (const [role, id] of Object.entries(company.people)) cookies[role as Role] = await cookieOf(id);
});

afterAll(() => database.close());

describe('the methods that change nothing', () => {
  test.each(leaves)('show nothing of $path that its row does not show to a reader', async ({ path }) => {
    const before = tableHashes(database.folder, ['AccessRecord']);
    const address = anyAddress(database.folder, path);
    const found: string[] = [];
    for (const role of roles) {
      for (const kind of kinds) {
        const cookie = cookies[role];
        const expected = accessTable[path]!.get[role];
        const may = ['ok', 'refused'].includes(expected);
        const head = await ask({ path: address, kind, method: 'HEAD', cookie });
        // In data, where a redirect leads to stands in the body, which HEAD leaves out.
        const leads = ['sign-in', 'redirect'].includes(expected) && head.status === 202;
        if (outcomeOf(head) !== expected && !leads)
          found.push(`HEAD as ${role}, ${kind}: ${head.status} for ${expected}`);
        // A page takes none; what is no page answers as it would to GET.
        const options = await ask({ path: address, kind, method: 'OPTIONS', cookie });
        if (options.status < 400 && outcomeOf(options) !== expected)
          found.push(`OPTIONS as ${role}, ${kind}: ${options.status}`);
        const seen = [head, options].flatMap(({ text }) =>
          may ? strayCanaries(role, text) : allCanaries.filter((one) => text.includes(one)),
        );
        if (seen.length > 0) found.push(`as ${role}, ${kind}: shows ${seen.join()}`);
      }
    }
    expect(found).toEqual([]);
    expect(tableHashes(database.folder, ['AccessRecord'])).toEqual(before);
  });
});
