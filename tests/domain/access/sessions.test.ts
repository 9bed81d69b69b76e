import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findPassword } from '#app/domain/access/passwords/credential-reads.server.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { closeSession } from '#app/domain/access/sessions/close-session.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import type { Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let personId: string;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
});

beforeEach(async () => {
  hired += 1;
  personId = await hire({ name: `Person ${hired}`, email: `p${hired}@example.com`, ...place });
});

afterAll(() => database.close());

const open = (endSessionId?: string) =>
  transact((tx) => openSession(tx, system, { personId, method: 'password', endSessionId }));
const opened = async (endSessionId?: string) => {
  const { token } = await done(open(endSessionId));
  return { token, session: (await sessionByToken(reader, token))! };
};
const isOpen = async (token: string) => (await sessionByToken(reader, token)) !== null;

describe('somebody who has left', () => {
  test('is not let in, and whatever they had open is closed at once', async () => {
    const { token } = await opened();
    await leave(personId);
    expect(await isOpen(token)).toBe(false);
    const before = tableHashes(database.folder);
    expect(await open()).toEqual({ refused: 'not-employed' });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('is let in through their last day, and again when they come back', async () => {
    await leave(personId, '2030-06-30');
    await underClock(new Date('2030-06-30T22:00:00Z'), async () =>
      expect(await open()).toMatchObject({ ok: true }),
    );
    await underClock(new Date('2030-07-01T00:01:00Z'), async () =>
      expect(await open()).toMatchObject({ refused: 'not-employed' }),
    );
    await transact((tx) =>
      tx.employment.create({ data: { id: `again-${personId}`, personId, hiredOn: '2031-01-01' } }),
    );
    await underClock(new Date('2031-01-01T00:01:00Z'), async () =>
      expect(await open()).toMatchObject({ ok: true }),
    );
  });

  test('as is somebody whose first day has yet to come', async () => {
    const person = {
      name: 'Soon',
      email: 'soon@example.com',
      language: 'en',
      hiredOn: '2999-01-01',
      jobTitle: '',
      ...place,
    };
    const soon = await done(transact((tx) => addPerson(tx, system, person)));
    const input = { personId: soon.personId, method: 'password' as const };
    expect(await transact((tx) => openSession(tx, system, input))).toEqual({ refused: 'not-employed' });
  });
});

describe('a session', () => {
  test('of the sample company’s kind is opened in no other', async () => {
    const input = { personId, method: 'sample' as const };
    expect(await transact((tx) => openSession(tx, system, input))).toEqual({ refused: 'not-the-sample' });
  });

  test('ends when another takes its place, and when it is closed', async () => {
    const first = await opened();
    const second = await opened(first.session.id);
    expect([await isOpen(first.token), await isOpen(second.token)]).toEqual([false, true]);
    const { actor, id } = second.session;
    await transact((tx) => closeSession(tx, actor, { sessionId: id }));
    expect(await isOpen(second.token)).toBe(false);
    expect(await transact((tx) => closeSession(tx, actor, { sessionId: id }))).toEqual({ ok: true });
    expect(await reader.event.count({ where: { name: 'session.closed', actorId: personId } })).toBe(1);
  });

  test('is known by the hash of its token alone', async () => {
    const { token } = await opened();
    expect(JSON.stringify([await reader.session.findMany(), await reader.event.findMany()])).not.toContain(
      token,
    );
    for (const other of ['', 'x', token.toLowerCase(), `${token} `, token.slice(0, -1)])
      expect(await isOpen(other)).toBe(false);
  });
});

describe('a new password', () => {
  test('ends every other session of the person, and nobody else’s', async () => {
    const otherId = await hire({ name: 'Other', email: `other${hired}@example.com`, ...place });
    const other = await done(
      transact((tx) => openSession(tx, system, { personId: otherId, method: 'password' })),
    );
    const [first, second, kept] = [await opened(), await opened(), await opened()];
    const secretHash = await hashPassword('a brand new password');
    const input = { personId, secretHash, keepSessionId: kept.session.id };
    await done(transact((tx) => setPassword(tx, kept.session.actor, input)));
    const still = await Promise.all([first, second, kept, other].map(({ token }) => isOpen(token)));
    expect(still).toEqual([false, false, true, true]);
  });

  test('is the only one that opens from then on', async () => {
    const actor = await actorOf(personId);
    for (const word of ['the first password', 'the second password']) {
      const secretHash = await hashPassword(word);
      await done(transact((tx) => setPassword(tx, actor, { personId, secretHash })));
    }
    const stored = (await findPassword(reader, `P${hired}@Example.com `))!;
    expect(await verifyPassword(stored.secretHash, 'the second password')).toBe(true);
    expect(await verifyPassword(stored.secretHash, 'the first password')).toBe(false);
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
    expect(stored.mustChange).toBe(false);
  });

  test('chosen by HR has to be changed, and ends all sessions of the person', async () => {
    const hr = await actorOf(
      await hire({ name: 'Hugo', email: `hugo${hired}@example.com`, roles: ['hr'], ...place }),
    );
    const before = await opened();
    const secretHash = await hashPassword('chosen by somebody else');
    await done(transact((tx) => setPassword(tx, hr, { personId, secretHash })));
    expect(await isOpen(before.token)).toBe(false);
    expect((await opened()).session.actor.mustChangePassword).toBe(true);
  });

  test.each([[[]], [['editor']]] as [Role[]][])(
    'is not set for somebody else by one who holds %j',
    async (roles) => {
      const meddler = await actorOf(
        await hire({ name: 'Meddler', email: `m${hired}@example.com`, roles, ...place }),
      );
      const secretHash = await hashPassword('chosen by somebody else');
      const before = tableHashes(database.folder);
      expect(await transact((tx) => setPassword(tx, meddler, { personId, secretHash }))).toEqual({
        refused: 'not-allowed',
      });
      expect(tableHashes(database.folder)).toEqual(before);
    },
  );
});
