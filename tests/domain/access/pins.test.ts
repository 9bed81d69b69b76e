import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { pinHashOf } from '#app/domain/access/pins/pin-reads.server.ts';
import { isTooSimple, typedPin } from '#app/domain/access/pins/pin.ts';
import { removePin } from '#app/domain/access/pins/remove-pin.server.ts';
import { setPin } from '#app/domain/access/pins/set-pin.server.ts';
import type { Role } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { choosePin } from '../../support/second-factor.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
});

afterAll(() => database.close());

const someone = async (roles: Role[] = []) => {
  hired += 1;
  return actorOf(await hire({ name: `Person ${hired}`, email: `p${hired}@example.com`, roles, ...place }));
};

describe('a PIN', () => {
  test.each([
    '111111',
    '123456',
    '654321',
    '901234',
    '135791',
    '121212',
    '123123',
    '112233',
    '123321',
    '777888',
  ])('that goes by a pattern is too simple: %s', (pin) => expect(isTooSimple(pin, null)).toBe(true));

  test.each(['240785', '072485', '850724', '198564', '852019', '311299', '010100'])(
    'that reads as a date is too simple: %s',
    (pin) => expect(isTooSimple(pin, null)).toBe(true),
  );

  test('that holds one’s own number is too simple', () => {
    expect(isTooSimple('480277', 'HP-0277')).toBe(true);
    expect(isTooSimple('480277', 'HP-948027751')).toBe(true);
    expect(isTooSimple('480277', 'HP-77')).toBe(false);
  });

  test.each(['480277', '739164', '608352', '990947', '275083'])('such as %s is good', (pin) => {
    expect(isTooSimple(pin, 'HP-1042')).toBe(false);
  });

  test.each(['12345', '1234567', 'abcdef', '12 345', '', '12345a', '-12345', '1e5000'])(
    'is six digits, not %j',
    (typed) => expect(typedPin.safeParse(typed).success).toBe(false),
  );

  test('is kept as a hash, one to a person, and takes the place of the one before', async () => {
    const ada = await someone();
    await choosePin(ada, '480277');
    await choosePin(ada, '739164');
    const stored = await pinHashOf(reader, ada.id);
    expect(await verifyPassword(stored, '739164')).toBe(true);
    expect(await verifyPassword(stored, '480277')).toBe(false);
    expect(await reader.credential.count({ where: { personId: ada.id, kind: 'pin' } })).toBe(1);
    const secretHash = await hashPassword('608352');
    await done(transact((tx) => setPin(tx, ada, { secretHash })));
    expect(JSON.stringify(await reader.event.findMany())).not.toContain(secretHash);
  });

  test('is removed by its owner, and by HR for whom HR may act', async () => {
    const [ada, hr, admin] = [await someone(), await someone(['hr']), await someone(['admin'])];
    const remove = (by: typeof ada, personId: string) => transact((tx) => removePin(tx, by, { personId }));
    expect(await remove(ada, ada.id)).toEqual({ refused: 'none-set' });
    for (const by of [ada, hr]) {
      await choosePin(ada, '480277');
      expect(await remove(by, ada.id)).toEqual({ ok: true });
    }
    await choosePin(admin, '480277');
    const before = tableHashes(database.folder);
    for (const by of [ada, hr]) expect(await remove(by, admin.id)).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder)).toEqual(before);
  });
});
