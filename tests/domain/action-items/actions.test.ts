import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inOrder, isOverdue, newAction } from '#app/domain/action-items/action-item.ts';
import { readAction, readOwnActions } from '#app/domain/action-items/action-reads.server.ts';
import { agreeAction } from '#app/domain/action-items/agree-action.server.ts';
import { changeAction } from '#app/domain/action-items/change-action.server.ts';
import { reopenAction } from '#app/domain/action-items/reopen-action.server.ts';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { actorOf, done, leave } from '../../support/staff.ts';
import type { TalkingCompany } from '../../support/talking.ts';
import { forgetTalks, talkingCompany } from '../../support/talking.ts';

let database: TestDatabase;
let company: TalkingCompany;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await talkingCompany(database.folder);
});

afterEach(forgetTalks);
afterAll(() => database.close());

const origin = { type: 'meeting', id: 'one' };

async function agreed(ownerId = company.people.ada): Promise<string> {
  const item = {
    text: 'Ring before ten',
    ownerId,
    dueOn: '2026-03-26',
    departmentId: company.shippingId,
    origin,
  };
  return (await done(transact((tx) => agreeAction(tx, company.head, item)))).actionId;
}

const onTheDay = <T>(work: () => Promise<T>) => underClock(new Date('2026-03-12T15:00:00Z'), work);

const statusOf = async (actionId: string) => (await readAction(reader, company.head, actionId))?.status;

describe('something agreed', () => {
  test('is agreed by the head of that department alone, with an owner who works here', async () => {
    const { people, shippingId, salesId, head } = company;
    const item = { text: 'Ring', ownerId: people.ada, dueOn: '2026-03-26', departmentId: salesId, origin };
    expect(await transact((tx) => agreeAction(tx, head, item))).toEqual({ refused: 'not-allowed' });
    await leave(people.zed, '2025-12-31');
    const gone = { ...item, departmentId: shippingId, ownerId: people.zed };
    expect(await transact((tx) => agreeAction(tx, head, gone))).toEqual({ refused: 'not-employed' });
    expect(await reader.actionItem.count()).toBe(0);
  });

  test('is done by its owner, opened again, and dropped with a reason', async () => {
    const ada = await actorOf(company.people.ada);
    const actionId = await agreed();
    await done(transact((tx) => settleAction(tx, ada, { actionId, outcome: 'done', reason: null })));
    await done(transact((tx) => settleAction(tx, ada, { actionId, outcome: 'done', reason: null })));
    expect(await reader.actionSettlement.count(), 'said twice, it is said once').toBe(1);
    expect(await statusOf(actionId)).toBe('done');
    await done(transact((tx) => reopenAction(tx, ada, { actionId })));
    expect(await statusOf(actionId)).toBe('open');
    const dropped = { actionId, outcome: 'dropped' as const };
    const without = await transact((tx) => settleAction(tx, ada, { ...dropped, reason: null }));
    expect(without).toEqual({ refused: 'reason-missing' });
    await done(transact((tx) => settleAction(tx, company.head, { ...dropped, reason: 'Not needed' })));
    expect((await readOwnActions(reader, ada.id))[0]).toMatchObject({
      status: 'dropped',
      reason: 'Not needed',
    });
    const facts = await reader.event.findMany({ where: { subjectId: actionId } });
    expect(facts.map((event) => event.facts).join()).not.toMatch(/Ring|needed/);
  });

  test('is handed on by the head, and not by its owner', async () => {
    const { people, head } = company;
    const ada = await actorOf(people.ada);
    const actionId = await agreed();
    const change = { actionId, ownerId: people.eve, dueOn: '2026-04-02' };
    const hand = (dueOn: string) =>
      onTheDay(() => transact((tx) => changeAction(tx, head, { ...change, dueOn })));
    expect(await transact((tx) => changeAction(tx, ada, change))).toEqual({ refused: 'no-such-action' });
    for (const dueOn of ['2026-03-11', '2062-04-02']) expect(await hand(dueOn)).toEqual({ refused: 'due' });
    await done(hand('2026-04-02'));
    expect(await readOwnActions(reader, people.eve)).toMatchObject([{ id: actionId, dueOn: '2026-04-02' }]);
    const event = await reader.event.findFirstOrThrow({ where: { name: 'action.changed' } });
    expect(JSON.parse(event.facts!)).toEqual({ ownerId: people.eve, dueOn: '2026-04-02' });
    await done(transact((tx) => settleAction(tx, head, { actionId, outcome: 'done', reason: null })));
    expect(await transact((tx) => changeAction(tx, head, change))).toEqual({ refused: 'not-open' });
  });

  test('is late by the calendar of its owner, and shows when its owner no longer works here', async () => {
    const { people, siteId } = company;
    const actionId = await agreed(people.dana);
    const seen = async () => (await readAction(reader, company.head, actionId))!;
    await transact((tx) => tx.site.update({ where: { id: siteId }, data: { timeZone: 'America/New_York' } }));
    await underClock(new Date('2026-03-27T02:00:00Z'), async () => {
      expect(await seen()).toMatchObject({ ownersToday: '2026-03-26', ownerGone: false });
      expect(isOverdue(await seen())).toBe(false);
    });
    await underClock(new Date('2026-03-27T05:00:00Z'), async () =>
      expect(isOverdue(await seen())).toBe(true),
    );
    await transact((tx) => tx.site.update({ where: { id: siteId }, data: { timeZone: 'UTC' } }));
    await transact((tx) =>
      tx.employment.updateMany({ where: { personId: people.dana }, data: { leftOn: '2026-03-20' } }),
    );
    await underClock(new Date('2026-03-20T10:00:00Z'), async () =>
      expect((await seen()).ownerGone).toBe(false),
    );
    await underClock(new Date('2026-03-21T10:00:00Z'), async () =>
      expect((await seen()).ownerGone).toBe(true),
    );
    await transact((tx) =>
      tx.employment.updateMany({ where: { personId: people.dana }, data: { leftOn: null } }),
    );
  });

  test('is nobody’s but its owner’s and the head’s: other heads, HR and colleagues find nothing', async () => {
    const actionId = await agreed();
    for (const id of [company.people.sue, company.people.chidi, company.people.dana, company.people.eve]) {
      const actor = await actorOf(id);
      expect(await readAction(reader, actor, actionId)).toBeNull();
      const settled = await transact((tx) =>
        settleAction(tx, actor, { actionId, outcome: 'done', reason: null }),
      );
      expect(settled).toEqual({ refused: 'no-such-action' });
    }
    expect(await statusOf(actionId)).toBe('open');
  });
});

test('what is late comes first, and only what is open is late', () => {
  const item = (id: string, dueOn: string, status: 'open' | 'done', settledAt: Date | null = null) => ({
    id,
    dueOn,
    status,
    settledAt,
  });
  const items = [
    item('a', '2026-03-01', 'done', new Date(1)),
    item('b', '2026-03-09', 'open'),
    item('c', '2026-03-02', 'open'),
    item('d', '2026-03-01', 'done', new Date(2)),
  ];
  expect(inOrder(items).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  const late = items.map((one) => isOverdue({ ...one, ownersToday: '2026-03-05' }));
  expect(late).toEqual([false, false, true, false]);
});

test('what is agreed is one line of words', () => {
  const parsed = newAction.safeParse({ text: ' Ring\r\nbefore ten ', ownerId: 'x', dueOn: '2026-03-26' });
  expect(parsed.data?.text).toBe('Ring before ten');
  expect(newAction.safeParse({ text: ' ', ownerId: 'x', dueOn: '2026-02-30' }).error?.issues).toHaveLength(2);
});
