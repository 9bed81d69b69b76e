import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { roles, system } from '#app/domain/actor/actor.ts';
import { grantableRoles } from '#app/domain/actor/role-grants.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, foundTestCompany, hire, makeHead } from '../../support/staff.ts';

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

const grant = (actor: Actor, to: string, role: Role) =>
  transact((tx) => grantRole(tx, actor, { personId: to, role }));
const heldBy = async (id: string) =>
  (await reader.roleGrant.findMany({ where: { personId: id } })).map(({ role }) => role);

/** Who may give what. */
const table: [who: string, held: Role[], may: Role[]][] = [
  ['a learner', [], []],
  ['an editor', ['editor'], []],
  ['HR', ['hr'], ['editor']],
  ['an editor in HR', ['editor', 'hr'], ['editor']],
  ['an admin', ['admin'], ['editor', 'hr', 'admin']],
];

describe('a role is given', () => {
  test.each(table)('by %s holding %j: of the three, %j', async (_, held, may) => {
    const actor = await actorOf(await someone(held));
    expect([...grantableRoles(actor)].toSorted()).toEqual([...may].toSorted());
    for (const role of roles) {
      const before = tableHashes(database.folder);
      const answer = await grant(actor, personId, role);
      if (may.includes(role)) expect(answer).toEqual({ ok: true });
      else {
        expect(answer).toEqual({ refused: 'not-allowed' });
        expect(tableHashes(database.folder)).toEqual(before);
      }
    }
    expect((await heldBy(personId)).toSorted()).toEqual([...may].toSorted());
  });

  test('by a head of department to nobody: heading is no role', async () => {
    const departmentId = await departmentOf(`Department ${hired}`);
    const headId = await someone();
    await makeHead(departmentId, headId);
    const head = await actorOf(headId);
    expect(head.headOf).toEqual([departmentId]);
    for (const role of roles) expect(await grant(head, personId, role)).toEqual({ refused: 'not-allowed' });
  });

  test.each(table)('by %s to themselves: never', async (_, held) => {
    const id = await someone(held);
    const actor = await actorOf(id);
    for (const role of roles) expect(await grant(actor, id, role)).toEqual({ refused: 'not-allowed' });
    expect((await heldBy(id)).toSorted()).toEqual([...held].toSorted());
  });

  test('by the program itself to anybody', async () => {
    for (const role of roles) expect(await grant(system, personId, role)).toEqual({ ok: true });
  });

  test('once: giving it again changes nothing', async () => {
    const actor = await actorOf(await someone(['admin']));
    await Promise.all(Array.from({ length: 20 }, () => grant(actor, personId, 'hr')));
    expect(await heldBy(personId)).toEqual(['hr']);
    expect(await reader.event.count({ where: { name: 'role.granted', subjectId: personId } })).toBe(1);
  });

  test('and what is revoked no longer counts', async () => {
    await grant(system, personId, 'admin');
    expect((await actorOf(personId)).roles).toEqual(['admin']);
    await transact((tx) => tx.roleGrant.updateMany({ where: { personId }, data: { revokedAt: new Date() } }));
    expect((await actorOf(personId)).roles).toEqual([]);
  });
});
