import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findAccount } from '#app/domain/access/passwords/credential-reads.server.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { choosePassword } from '#app/domain/access/tokens/choose-password.server.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { readToken } from '#app/domain/access/tokens/token-reads.server.ts';
import { withdrawTokens } from '#app/domain/access/tokens/withdraw-tokens.server.ts';
import type { PasswordHash } from '#app/domain/access/passwords/credential.ts';
import type { PersonalPurpose, TokenProof } from '#app/domain/access/tokens/token.ts';
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

const issue = async (purpose: PersonalPurpose = 'reset', channel: 'mail' | 'slip' = 'mail') =>
  (await transact((tx) => issueToken(tx, system, { purpose, personId, channel }))).token;
const choose = (proof: TokenProof) => transact((tx) => choosePassword(tx, system, { proof, secretHash }));
const isLive = async (proof: TokenProof) => (await readToken(reader, proof)) !== null;
const mails = () => reader.mail.findMany({ where: { personId }, orderBy: { id: 'asc' } });

async function expectDead(proof: TokenProof): Promise<void> {
  const before = tableHashes(database.folder);
  expect(await isLive(proof)).toBe(false);
  expect(await choose(proof)).toEqual({ refused: 'token-dead' });
  expect(tableHashes(database.folder)).toEqual(before);
}

describe('a link to choose a password', () => {
  test('opens once, though fifty use it at the same moment', async () => {
    const proof = { purpose: 'reset', token: await issue() } as const;
    const chosen = await Promise.all(Array.from({ length: 50 }, () => choose(proof)));
    expect(chosen.filter((one) => 'ok' in one)).toEqual([{ ok: true, personId }]);
    expect(await reader.event.count({ where: { name: 'password.set', actorId: personId } })).toBe(1);
    await expectDead(proof);
  });

  test('is kept as a hash alone', async () => {
    const token = await issue();
    expect(JSON.stringify([await reader.token.findMany(), await reader.event.findMany()])).not.toContain(
      token,
    );
  });

  test('opens nothing under another purpose, nor the first run', async () => {
    const token = await issue('invitation');
    await expectDead({ purpose: 'reset', token });
    await expectDead({ purpose: 'first-run', token });
    for (const other of ['', ' ', token.slice(1), `${token} `, token.toLowerCase()])
      await expectDead({ purpose: 'invitation', token: other });
    expect(await isLive({ purpose: 'invitation', token })).toBe(true);
  });

  test.each([
    ['reset', 'mail', 60],
    ['reset', 'slip', 24 * 60],
    ['invitation', 'mail', 7 * 24 * 60],
    ['invitation', 'slip', 7 * 24 * 60],
  ] as const)('of purpose %s by %s is over after %i minutes', async (purpose, channel, minutes) => {
    const at = Date.parse('2030-03-31T00:30:00Z');
    const token = await underClock(new Date(at), () => issue(purpose, channel));
    await underClock(new Date(at + minutes * 60_000 - 1), async () =>
      expect(await isLive({ purpose, token })).toBe(true),
    );
    await underClock(new Date(at + minutes * 60_000), () => expectDead({ purpose, token }));
  });

  test('dies with the day its bearer leaves, with a newer one, and when it is withdrawn', async () => {
    const [old, token] = [await issue(), await issue()];
    await expectDead({ purpose: 'reset', token: old });
    await leave(personId, '2999-12-31');
    expect(await isLive({ purpose: 'reset', token })).toBe(true);
    expect(await transact((tx) => withdrawTokens(tx, system, { personId }))).toEqual({ ok: true, count: 1 });
    await expectDead({ purpose: 'reset', token });
    expect(await transact((tx) => withdrawTokens(tx, system, { personId }))).toEqual({ ok: true, count: 0 });
    await underClock(new Date('2999-12-31T12:00:00Z'), async () => {
      const onTheLastDay = await issue();
      expect(await isLive({ purpose: 'reset', token: onTheLastDay })).toBe(true);
    });
    await underClock(new Date('3000-01-01T00:00:00Z'), async () => {
      const after = await issue();
      await expectDead({ purpose: 'reset', token: after });
    });
  });

  test('outlives one of the other channel, so that asking for a mail is no way to kill a slip', async () => {
    const slip = await issue('reset', 'slip');
    const mail = await issue('reset', 'mail');
    for (const token of [slip, mail]) expect(await isLive({ purpose: 'reset', token })).toBe(true);
  });

  test('dies when a password is chosen by another one, or changed', async () => {
    const [invitation, reset] = [await issue('invitation'), await issue('reset')];
    await done(choose({ purpose: 'invitation', token: invitation }));
    await expectDead({ purpose: 'reset', token: reset });
    const later = await issue('reset');
    const actor = await actorOf(personId);
    await done(transact((tx) => setPassword(tx, actor, { personId, secretHash })));
    await expectDead({ purpose: 'reset', token: later });
  });

  test('can be used before the first day, which opens no session yet', async () => {
    const person = {
      name: 'Soon',
      email: `soon${hired}@example.com`,
      language: 'en',
      jobTitle: '',
      ...place,
    };
    const soon = await done(transact((tx) => addPerson(tx, system, { ...person, hiredOn: '2999-01-01' })));
    personId = soon.personId;
    const token = await issue('invitation');
    await done(choose({ purpose: 'invitation', token }));
    expect(await transact((tx) => openSession(tx, system, { personId, method: 'invitation' }))).toEqual({
      refused: 'not-employed',
    });
  });

  test('ends every session of its bearer, and nobody else’s, and makes nobody else of them', async () => {
    const other = await hire({ name: 'Other', email: `other${hired}@example.com`, ...place });
    const open = async (whose: string) =>
      (await done(transact((tx) => openSession(tx, system, { personId: whose, method: 'password' })))).token;
    const [mine, theirs] = [await open(personId), await open(other)];
    await done(choose({ purpose: 'reset', token: await issue() }));
    expect(await sessionByToken(reader, mine)).toBeNull();
    expect(await sessionByToken(reader, theirs)).not.toBeNull();
    const event = await reader.event.findFirstOrThrow({ where: { name: 'password.set', actorId: personId } });
    expect(JSON.parse(event.facts!)).toEqual({ byOther: false });
    expect((await findAccount(reader, email))?.password?.mustChange).toBe(false);
  });

  test('tells its bearer by mail where there was a password before, and only then', async () => {
    await done(choose({ purpose: 'invitation', token: await issue('invitation') }));
    expect(await mails()).toEqual([]);
    await done(choose({ purpose: 'reset', token: await issue() }));
    expect(await mails()).toMatchObject([{ template: 'sign-in-changed', state: 'queued' }]);
    expect(JSON.stringify(await mails())).not.toMatch(/oak and white|argon2/);
  });
});

describe('links and slips of somebody', () => {
  test.each([[[]], [['editor']]] as ['editor'[]][])(
    'are not withdrawn by one who holds %j',
    async (roles) => {
      const meddler = await actorOf(
        await hire({ name: 'Meddler', email: `m${hired}@example.com`, roles, ...place }),
      );
      const token = await issue();
      const before = tableHashes(database.folder);
      expect(await transact((tx) => withdrawTokens(tx, meddler, { personId }))).toEqual({
        refused: 'not-allowed',
      });
      expect(tableHashes(database.folder)).toEqual(before);
      expect(await isLive({ purpose: 'reset', token })).toBe(true);
    },
  );
});
