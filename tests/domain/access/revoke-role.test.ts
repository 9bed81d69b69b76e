import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import { revokeRole } from '#app/domain/access/revoke-role.server.ts';
import { readHeldRoles } from '#app/domain/access/role-reads.server.ts';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { roles, system } from '#app/domain/actor/actor.ts';
import { giversOf, grantableRoles } from '#app/domain/actor/role-grants.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, cookieOf, departmentOf, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let personId: string;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
});

beforeEach(async () => {
  personId = await someone();
});

afterAll(() => database.close());

function someone(held: Role[] = []): Promise<string> {
  hired += 1;
  return hire({ name: `Person ${hired}`, email: `p${hired}@example.com`, roles: held, ...place });
}

const grantOf = async (of: string, role: Role) =>
  (await reader.roleGrant.findFirstOrThrow({ where: { personId: of, role, revokedAt: null } })).id;
const revoke = (actor: Actor, grantId: string) => transact((tx) => revokeRole(tx, actor, { grantId }));
const sessionsOf = (of: string) => reader.session.count({ where: { personId: of } });

const table: [who: string, held: Role[]][] = [
  ['a learner', []],
  ['an editor', ['editor']],
  ['HR', ['hr']],
  ['an admin', ['admin']],
];

describe('a role is taken away', () => {
  test.each(table)('by %s: what they may give, and nothing else', async (_, held) => {
    const actor = await actorOf(await someone(held));
    for (const role of roles) {
      const holder = await someone([role]);
      await someone(['admin']);
      await cookieOf(holder);
      const grantId = await grantOf(holder, role);
      const before = tableHashes(database.folder);
      const answer = await revoke(actor, grantId);
      if (grantableRoles(actor).includes(role)) {
        expect(answer).toEqual({ ok: true });
        expect((await actorOf(holder)).roles).toEqual([]);
      } else {
        expect(answer).toEqual({ refused: 'not-allowed' });
        expect(tableHashes(database.folder)).toEqual(before);
      }
    }
  });

  test('never one’s own', async () => {
    const id = await someone(['admin', 'editor']);
    const actor = await actorOf(id);
    for (const role of ['admin', 'editor'] as const) {
      expect(await revoke(actor, await grantOf(id, role))).toEqual({ refused: 'not-allowed' });
    }
  });

  test('once: again changes nothing, and what never was is refused', async () => {
    const admin = await actorOf(await someone(['admin']));
    const grantId = await grantOf(await someone(['hr']), 'hr');
    await revoke(admin, grantId);
    const before = tableHashes(database.folder);
    expect(await revoke(admin, grantId)).toEqual({ ok: true });
    expect(await revoke(admin, 'nothing')).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('but never from the last admin who works here, whoever asks and however fast', async () => {
    await transact((tx) =>
      tx.roleGrant.updateMany({ where: { role: 'admin' }, data: { revokedAt: new Date() } }),
    );
    const [one, other, gone] = [await someone(['admin']), await someone(['admin']), await someone(['admin'])];
    await leave(gone);
    const [first, second] = [await actorOf(one), await actorOf(other)];
    const grants = [await grantOf(one, 'admin'), await grantOf(other, 'admin')] as const;
    const answers = await Promise.all([revoke(first, grants[1]), revoke(second, grants[0])]);
    expect(answers).toEqual([{ ok: true }, { refused: 'last-admin' }]);
    const before = tableHashes(database.folder);
    expect(await revoke(system, grants[0])).toEqual({ refused: 'last-admin' });
    expect(tableHashes(database.folder)).toEqual(before);
    expect((await actorOf(one)).roles).toEqual(['admin']);
  });
});

describe('with a role, every session of the person ends', () => {
  test('when it is given and when it is taken, and nobody else’s does', async () => {
    const admin = await someone(['admin']);
    const actor = await actorOf(admin);
    for (let count = 0; count < 3; count += 1) await cookieOf(personId);
    expect(await sessionsOf(personId)).toBe(3);
    await transact((tx) => grantRole(tx, actor, { personId, role: 'hr' }));
    expect(await sessionsOf(personId)).toBe(0);
    await cookieOf(personId);
    await transact((tx) => grantRole(tx, actor, { personId, role: 'hr' }));
    expect(await sessionsOf(personId), 'given again, it ends nothing').toBe(1);
    await revoke(actor, await grantOf(personId, 'hr'));
    expect(await sessionsOf(personId)).toBe(0);
    expect(await sessionsOf(admin)).toBe(1);
  });

  test('not when it is refused', async () => {
    await cookieOf(personId);
    const hr = await actorOf(await someone(['hr']));
    await transact((tx) => grantRole(tx, hr, { personId, role: 'admin' }));
    expect(await sessionsOf(personId)).toBe(1);
  });
});

test('who has left gets no role, and nobody does who never was', async () => {
  await leave(personId);
  const before = tableHashes(database.folder);
  for (const id of [personId, 'nobody']) {
    const answer = await transact((tx) => grantRole(tx, system, { personId: id, role: 'editor' }));
    expect(answer).toEqual({ refused: 'not-working-here' });
  }
  expect(tableHashes(database.folder)).toEqual(before);
});

test('the table that is shown is the table that decides', async () => {
  for (const role of roles) {
    for (const giver of roles) {
      const actor = await actorOf(await someone([giver]));
      expect([role, giver, giversOf(role).includes(giver)]).toEqual([
        role,
        giver,
        grantableRoles(actor).includes(role),
      ]);
    }
  }
});

test('who holds what is read with the day and the giver, by role', async () => {
  await transact((tx) => tx.roleGrant.updateMany({ data: { revokedAt: new Date() } }));
  const admin = await someone(['admin']);
  const actor = await actorOf(admin);
  await transact((tx) => grantRole(tx, actor, { personId, role: 'editor' }));
  const held = await readHeldRoles(reader, { roles: ['editor', 'admin'], timeZone: 'UTC' });
  expect(held.map((row) => [row.role, row.personId, row.givenBy, row.worksHere])).toEqual([
    ['editor', personId, actor.name, true],
    ['admin', admin, null, true],
  ]);
  expect(held[0]!.since).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await readHeldRoles(reader, { roles: ['hr'], timeZone: 'UTC' })).toEqual([]);
});
