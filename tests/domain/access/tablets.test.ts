import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import { revokeTablet } from '#app/domain/access/tablets/revoke-tablet.server.ts';
import {
  peopleOfTablet,
  personOfTablet,
  tabletByToken,
} from '#app/domain/access/tablets/tablet-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { choosePin } from '../../support/second-factor.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let siteId: string;
let departments: { shipping: string; packing: string; sales: string };
let ids: { ada: string; ben: string; pia: string; zed: string; chidi: string };

beforeAll(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  const shipping = await departmentOf('Shipping');
  departments = {
    shipping,
    packing: await departmentOf('Packing', undefined, shipping),
    sales: await departmentOf('Sales'),
  };
  const at = (departmentId: string) => ({ departmentId, siteId });
  ids = {
    ada: await hire({ name: 'Ada', employeeNumber: 'HP-1042', ...at(shipping) }),
    ben: await hire({ name: 'Ben', ...at(shipping) }),
    pia: await hire({ name: 'Pia', ...at(departments.packing) }),
    zed: await hire({ name: 'Zed', employeeNumber: 'HP-2000', ...at(departments.sales) }),
    chidi: await hire({ name: 'Chidi', roles: ['hr'], ...at(departments.sales) }),
  };
  await makeHead(shipping, ids.ben);
  for (const key of ['ada', 'pia', 'zed'] as const) await choosePin(await actorOf(ids[key]), '480277');
});

afterAll(() => database.close());

const register = async (by: string, departmentId: string, name = 'By the door') => {
  const actor = await actorOf(by);
  return transact((tx) => registerTablet(tx, actor, { name, departmentId }));
};
const known = async () => {
  const { token, tabletId } = await done(register(ids.chidi, departments.shipping));
  return { token, tabletId, tablet: (await tabletByToken(reader, token))! };
};
const openOn = (tabletId: string, personId = ids.ada) =>
  done(transact((tx) => openSession(tx, system, { personId, method: 'pin', tabletId })));

describe('a shared tablet', () => {
  test('is set up by HR for any department, and by a head for their own and those below', async () => {
    const { shipping, packing, sales } = departments;
    for (const departmentId of [shipping, sales])
      expect(await register(ids.chidi, departmentId)).toMatchObject({ ok: true });
    for (const departmentId of [shipping, packing])
      expect(await register(ids.ben, departmentId)).toMatchObject({ ok: true });
    const [ada, ben] = [await actorOf(ids.ada), await actorOf(ids.ben)];
    const before = tableHashes(database.folder);
    const tried = (actor: typeof ada, departmentId: string) =>
      transact((tx) => registerTablet(tx, actor, { name: 'Mine', departmentId }));
    expect(await tried(ben, sales)).toEqual({ refused: 'not-allowed' });
    expect(await tried(ada, shipping)).toEqual({ refused: 'not-allowed' });
    expect(await transact((tx) => registerTablet(tx, system, { name: 'X', departmentId: 'none' }))).toEqual({
      refused: 'unknown-department',
    });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('is known by the hash of its token alone', async () => {
    const { token, tablet } = await known();
    expect(tablet.department).toBe('Shipping');
    const rows = [await reader.tablet.findMany(), await reader.event.findMany()];
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const other of ['', token.slice(0, -1), `${token} `, token.toLowerCase()])
      expect(await tabletByToken(reader, other)).toBeNull();
  });

  test('shows who works there today, or below, and has a PIN', async () => {
    const { tablet } = await known();
    const names = async () => (await peopleOfTablet(reader, tablet)).map(({ name }) => name);
    expect(await names()).toEqual(['Ada', 'Pia']);
    const zed = await personOfTablet(reader, tablet, { employeeNumber: 'HP-2000' });
    const ada = await personOfTablet(reader, tablet, { employeeNumber: ' hp-1042' });
    expect([zed, ada?.id]).toEqual([null, ids.ada]);
    expect(await personOfTablet(reader, tablet, { personId: ids.ben })).toBeNull();
    const gia = await hire({ name: 'Gia', departmentId: departments.shipping, siteId });
    await choosePin(await actorOf(gia), '480277');
    expect(await names()).toEqual(['Ada', 'Gia', 'Pia']);
    await leave(gia);
    expect(await names()).toEqual(['Ada', 'Pia']);
  });

  test('shows nobody any more who has moved to another department', async () => {
    const { tablet } = await known();
    const mia = await hire({ name: 'Mia', departmentId: departments.shipping, siteId });
    await choosePin(await actorOf(mia), '480277');
    expect(await personOfTablet(reader, tablet, { personId: mia })).not.toBeNull();
    const moved = { id: 'moved', personId: mia, fromOn: '2024-06-01', jobTitle: '', siteId };
    await transact((tx) => tx.placement.create({ data: { ...moved, departmentId: departments.sales } }));
    expect(await personOfTablet(reader, tablet, { personId: mia })).toBeNull();
  });

  test('that is revoked is none, and whoever was signed in on it is so no longer', async () => {
    const { token, tabletId } = await known();
    const session = await openOn(tabletId);
    const ada = await actorOf(ids.ada);
    const revoke = (actor: typeof ada) => transact((tx) => revokeTablet(tx, actor, { tabletId }));
    expect(await revoke(ada)).toEqual({ refused: 'not-allowed' });
    expect(await sessionByToken(reader, session.token)).not.toBeNull();
    const chidi = await actorOf(ids.chidi);
    expect(await revoke(chidi)).toEqual({ ok: true });
    expect(await revoke(chidi)).toEqual({ ok: true });
    expect(await reader.event.count({ where: { name: 'tablet.revoked', subjectId: tabletId } })).toBe(1);
    expect(await tabletByToken(reader, token)).toBeNull();
    expect(await sessionByToken(reader, session.token)).toBeNull();
    // Even one that was opened in the same moment.
    const late = await openOn(tabletId);
    expect(await sessionByToken(reader, late.token)).toBeNull();
  });
});

describe('a session on a shared tablet', () => {
  const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1) + seconds * 1000);

  test('ends after two idle minutes, and lasts as long as somebody is there', async () => {
    const { tabletId } = await known();
    const { token } = await underClock(at(0), () => openOn(tabletId));
    const isOpen = (seconds: number) =>
      underClock(at(seconds), async () => (await sessionByToken(reader, token)) !== null);
    for (const seconds of [119, 238, 350]) expect(await isOpen(seconds)).toBe(true);
    expect(await isOpen(470)).toBe(false);
  });

  test('is a learner’s, whatever they may do elsewhere', async () => {
    const { tabletId } = await known();
    const { token } = await openOn(tabletId, ids.chidi);
    const session = (await sessionByToken(reader, token))!;
    expect(session).toMatchObject({ kind: 'tablet', mustSetUpFactor: false });
    expect([session.actor.roles, session.actor.headOf]).toEqual([[], []]);
  });
});
