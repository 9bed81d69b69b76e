import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PasswordHash } from '#app/domain/access/passwords/credential.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { askForReset } from '#app/domain/access/tokens/ask-for-reset.server.ts';
import { invitePerson } from '#app/domain/access/tokens/invite-person.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let secretHash: PasswordHash;
let personId: string;
let email: string;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  secretHash = await hashPassword('oak and white, side by side');
});

beforeEach(async () => {
  hired += 1;
  email = `p${hired}@example.com`;
  personId = await hire({ name: `Person ${hired}`, email, ...place });
});

afterAll(() => database.close());

const mails = () => reader.mail.findMany({ where: { personId }, orderBy: { id: 'asc' } });

describe('whoever forgot their password', () => {
  const ask = (signInName: string) => transact((tx) => askForReset(tx, system, { signInName }));

  test('is sent a link, once for several clicks', async () => {
    const actor = await actorOf(personId);
    await done(transact((tx) => setPassword(tx, actor, { personId, secretHash })));
    await underClock(new Date('2030-01-01T10:00:10Z'), async () => {
      expect(await ask(` ${email.toUpperCase()} `)).toEqual({ ok: true });
      expect(await ask(email)).toEqual({ ok: true });
    });
    expect((await mails()).map(({ template }) => template)).toEqual(['reset']);
  });

  test('without a password yet, is sent an invitation', async () => {
    await ask(email);
    expect((await mails()).map(({ template }) => template)).toEqual(['invitation']);
  });

  test('is sent nothing where nobody works, or nothing reaches them', async () => {
    const number = `N-${hired}`;
    await transact((tx) =>
      tx.person.update({ where: { id: personId }, data: { email: null, employeeNumber: number } }),
    );
    const before = await reader.mail.count();
    const gone = await hire({ name: 'Gone', email: `gone${hired}@example.com`, ...place });
    await leave(gone);
    for (const name of [number, `gone${hired}@example.com`, 'nobody@example.com', 'N-0', '@', '%'])
      expect(await ask(name)).toEqual({ ok: true });
    expect(await reader.mail.count()).toBe(before);
  });

  test('leaves a trace that names nobody who is not there', async () => {
    await ask('mallory-was-here@example.com');
    const event = await reader.event.findFirstOrThrow({
      where: { name: 'reset.asked' },
      orderBy: { seq: 'desc' },
    });
    expect([event.subjectId, event.facts]).toEqual(['unknown', '{"known":false}']);
  });
});

describe('an invitation', () => {
  const hr = async () =>
    actorOf(
      await hire({
        name: 'Hugo',
        email: `hugo${hired}-${Math.random()}@example.com`,
        roles: ['hr'],
        ...place,
      }),
    );
  const invite = async (actor = hr()) => {
    const by = await actor;
    return transact((tx) => invitePerson(tx, by, { personId }));
  };

  test('is one mail for two clicks in a minute, and another one later', async () => {
    const by = hr();
    await by;
    for (const at of ['10:00:01', '10:00:59', '10:01:00'])
      await underClock(new Date(`2030-01-01T${at}Z`), () => invite(by));
    expect((await mails()).map(({ template }) => template)).toEqual(['invitation', 'invitation']);
  });

  test.each(['no-email', 'has-password', 'not-here', 'not-allowed'] as const)(
    'is refused, and nothing is written: %s',
    async (refused) => {
      const by = refused === 'not-allowed' ? await actorOf(personId) : await hr();
      if (refused === 'no-email')
        await transact((tx) =>
          tx.person.update({ where: { id: personId }, data: { email: null, employeeNumber: `M-${hired}` } }),
        );
      if (refused === 'has-password')
        await transact((tx) => setPassword(tx, system, { personId, secretHash }));
      if (refused === 'not-here') await leave(personId);
      const before = tableHashes(database.folder);
      expect(await invite(Promise.resolve(by))).toEqual({ refused });
      expect(tableHashes(database.folder)).toEqual(before);
    },
  );
});
