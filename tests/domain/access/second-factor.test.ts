import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptCode } from '#app/domain/access/second-factor/accept-code.server.ts';
import { beginSecondFactor } from '#app/domain/access/second-factor/begin-second-factor.server.ts';
import { confirmSecondFactor } from '#app/domain/access/second-factor/confirm-second-factor.server.ts';
import { drawBackupCodes } from '#app/domain/access/second-factor/draw-backup-codes.work.server.ts';
import { makeBackupCodes } from '#app/domain/access/second-factor/make-backup-codes.server.ts';
import { removeSecondFactor } from '#app/domain/access/second-factor/remove-second-factor.server.ts';
import { readSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { newTotpSecret } from '#app/domain/access/second-factor/totp.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureKeys } from '#app/platform/session/keys.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { codeOf, turnOn, wrongCodeOf } from '../../support/second-factor.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let ada: PersonActor;
let hired = 0;

const someone = async (roles: Role[] = []) => {
  hired += 1;
  return actorOf(await hire({ name: `Person ${hired}`, email: `p${hired}@example.com`, roles, ...place }));
};

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
});

beforeEach(async () => {
  ada = await someone();
});

afterAll(() => database.close());

const give = (code: string, personId = ada.id) =>
  transact((tx) => acceptCode(tx, system, { personId, code }));
const wrong = { refused: 'wrong-code' };
const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1) + seconds * 1000);
const open = (strong: boolean) =>
  done(transact((tx) => openSession(tx, system, { personId: ada.id, method: 'password', strong })));
const isOpen = async ({ token }: { token: string }) => (await sessionByToken(reader, token)) !== null;

describe('a code from the app', () => {
  test('is taken once, and no older one after it', async () => {
    const { secret } = await turnOn(ada);
    const [now, next] = [codeOf(secret), codeOf(secret, 1)];
    expect(await give(now)).toEqual({ ok: true });
    expect(await give(now)).toEqual(wrong);
    expect(await give(next)).toEqual({ ok: true });
    expect(await give(now)).toEqual(wrong);
    expect(await give(next)).toEqual(wrong);
  });

  test('is taken once of fifty at the same moment', async () => {
    const { secret } = await turnOn(ada);
    const answers = await Promise.all(Array.from({ length: 50 }, () => give(codeOf(secret))));
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
  });

  test('is taken half a minute early or late, and no more', async () => {
    const { secret } = await underClock(at(0), () => turnOn(ada));
    const codes = await underClock(at(3015), async () =>
      [-2, -1, 0, 1, 2].map((step) => codeOf(secret, step)),
    );
    await underClock(at(3015), async () => {
      const answers = [];
      for (const code of codes) answers.push('ok' in (await give(code)));
      expect(answers).toEqual([false, true, true, true, false]);
    });
  });

  test.each(['', 'abcdef', '12345', '1234567', '١٢٣٤٥٦', '0'.repeat(500), "' OR 1=1--"])(
    'is not %j',
    async (code) => {
      await turnOn(ada);
      const before = tableHashes(database.folder);
      expect(await give(code)).toEqual(wrong);
      expect(tableHashes(database.folder)).toEqual(before);
    },
  );

  test('opens nothing for somebody else, nor before it was proved once', async () => {
    const { secret } = await turnOn(ada);
    const ben = await someone();
    expect(await give(codeOf(secret), ben.id)).toEqual(wrong);
    const begun = newTotpSecret();
    await done(transact((tx) => beginSecondFactor(tx, ben, { secret: begun })));
    expect(await give(codeOf(begun), ben.id)).toEqual(wrong);
  });

  test('may be typed with the spaces it is shown with', async () => {
    const { secret } = await turnOn(ada);
    const code = codeOf(secret);
    expect(await give(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ ok: true });
  });
});

describe('turning it on', () => {
  test('asks for a right code; a wrong one changes nothing', async () => {
    const secret = newTotpSecret();
    const { hashes } = await drawBackupCodes(ada.id);
    const confirm = (code: string) => transact((tx) => confirmSecondFactor(tx, ada, { code, hashes }));
    expect(await confirm('123456')).toEqual({ refused: 'not-begun' });
    await done(transact((tx) => beginSecondFactor(tx, ada, { secret })));
    const before = tableHashes(database.folder);
    expect(await confirm(wrongCodeOf(secret))).toEqual(wrong);
    expect(tableHashes(database.folder)).toEqual(before);
    expect(await confirm(codeOf(secret))).toEqual({ ok: true });
    expect(await confirm(codeOf(secret, 1))).toEqual({ refused: 'on-already' });
    expect(await transact((tx) => beginSecondFactor(tx, ada, { secret }))).toEqual({ refused: 'on-already' });
    expect(await readSecondFactor(reader, ada.id)).toMatchObject({ state: 'on', codesLeft: 10 });
  });

  test('ends every session, and from then on none is known that was opened without a code', async () => {
    const before = await open(false);
    await turnOn(ada);
    expect(await isOpen(before)).toBe(false);
    expect(await isOpen(await open(false))).toBe(false);
    expect(await isOpen(await open(true))).toBe(true);
  });

  test('keeps neither the secret nor a backup code readable', async () => {
    const { secret, codes } = await turnOn(ada);
    const { usedStep: _usedStep, ...credential } = (await reader.credential.findFirst({
      where: { personId: ada.id, kind: 'totp' },
    }))!;
    const rows = JSON.stringify([
      credential,
      await reader.backupCode.findMany(),
      await reader.event.findMany(),
    ]);
    expect([secret, ...codes].filter((text) => rows.includes(text))).toEqual([]);
  });

  test('a secret that is moved to somebody else, or sealed with another key, opens nothing', async () => {
    const { secret } = await turnOn(ada);
    const ben = await someone();
    await turnOn(ben);
    const { sealed } = (await reader.credential.findFirst({ where: { personId: ada.id, kind: 'totp' } }))!;
    await transact((tx) =>
      tx.credential.updateMany({ where: { personId: ben.id, kind: 'totp' }, data: { sealed } }),
    );
    expect(await give(codeOf(secret), ben.id)).toEqual(wrong);
    configureKeys('another secret, and as long as the first');
    expect(await give(codeOf(secret))).toEqual(wrong);
    configureKeys('a secret for tests, and long enough');
    expect(await give(codeOf(secret))).toEqual({ ok: true });
  });
});

describe('a backup code', () => {
  test('opens once, of fifty at the same moment too', async () => {
    const { codes } = await turnOn(ada);
    const answers = await Promise.all(Array.from({ length: 50 }, () => give(codes[0]!)));
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
    expect(await reader.event.count({ where: { name: 'backup-code.used', subjectId: ada.id } })).toBe(1);
    expect(await give(codes[1]!)).toEqual({ ok: true });
    expect(await readSecondFactor(reader, ada.id)).toMatchObject({ codesLeft: 8 });
  });

  test('is nobody else’s, and dead as soon as there are new ones', async () => {
    const { codes } = await turnOn(ada);
    const ben = await someone();
    await turnOn(ben);
    expect(await give(codes[0]!, ben.id)).toEqual(wrong);
    const fresh = await drawBackupCodes(ada.id);
    await done(transact((tx) => makeBackupCodes(tx, ada, { hashes: fresh.hashes })));
    expect(await give(codes[0]!)).toEqual(wrong);
    expect(await give(fresh.codes[0]!)).toEqual({ ok: true });
  });

  test('is made for nobody whose second factor is off', async () => {
    const { hashes } = await drawBackupCodes(ada.id);
    const before = tableHashes(database.folder);
    expect(await transact((tx) => makeBackupCodes(tx, ada, { hashes }))).toEqual({ refused: 'is-off' });
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('turning it off', () => {
  const remove = (actor: PersonActor, personId: string, keepSessionId?: string) =>
    transact((tx) => removeSecondFactor(tx, actor, { personId, keepSessionId }));

  test('one’s own ends every session but the one it is done in', async () => {
    await turnOn(ada);
    const [here, elsewhere] = [await open(true), await open(true)];
    const { id } = (await sessionByToken(reader, here.token))!;
    expect(await remove(ada, ada.id, id)).toEqual({ ok: true });
    expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([true, false]);
    expect(await reader.backupCode.count({ where: { personId: ada.id } })).toBe(0);
    expect(await remove(ada, ada.id)).toEqual({ refused: 'is-off' });
  });

  test('for somebody who lost the phone signs them out everywhere and tells them by mail', async () => {
    await turnOn(ada);
    const before = await open(true);
    expect(await remove(await someone(['hr']), ada.id)).toEqual({ ok: true });
    expect(await isOpen(before)).toBe(false);
    expect(await isOpen(await open(false))).toBe(true);
    const mails = await reader.mail.findMany({ where: { personId: ada.id } });
    expect(mails.map(({ template }) => template)).toEqual(['sign-in-changed']);
  });

  test.each([
    [[], []],
    [['editor'], []],
    [['hr'], ['hr']],
    [['hr'], ['admin']],
  ] as [Role[], Role[]][])('is refused to one who holds %j for one who holds %j', async (held, theirs) => {
    const [meddler, victim] = [await someone(held), await someone(theirs)];
    await turnOn(victim);
    const before = tableHashes(database.folder);
    expect(await remove(meddler, victim.id)).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder)).toEqual(before);
  });
});
