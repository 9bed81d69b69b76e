import { afterEach, describe, expect, test, vi } from 'vitest';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import type { Counted } from '#app/domain/access/limits/limits.ts';
import { limits } from '#app/domain/access/limits/limits.ts';

afterEach(() => {
  vi.useRealTimers();
});

let people = 0;
const somebody = () => `person ${(people += 1)}`;
const from = (account: string, address: string) => limits.password({ account, address, device: null });
const on = (account: string, device: string) => limits.password({ account, address: '192.0.2.1', device });

async function wrong(times: number, what: () => Counted[]): Promise<number> {
  let taken = 0;
  for (let index = 0; index < times; index += 1) if ('ok' in (await countTry(what()))) taken += 1;
  return taken;
}

describe('wrong tries', () => {
  test('of one account are taken ten times, from however many addresses', async () => {
    const account = somebody();
    let address = 0;
    expect(await wrong(40, () => from(account, `one ${(address += 1)}`))).toBe(10);
    expect(await countTry(from(account, 'another'))).toMatchObject({
      refused: 'too-many-tries',
      minutes: 15,
    });
  });

  test('from one address are taken a hundred times, for however many accounts', async () => {
    expect(await wrong(150, () => from(somebody(), 'the same'))).toBe(100);
    const account = somebody();
    expect(await countTry(from(account, 'the same'))).toMatchObject({ refused: 'too-many-tries' });
    expect(await wrong(20, () => from(account, 'elsewhere')), 'a refused try cost the account nothing').toBe(
      10,
    );
  });

  test('of fifty at the same moment are taken ten', async () => {
    const account = somebody();
    const tried = await Promise.all(Array.from({ length: 50 }, () => countTry(from(account, account))));
    expect(tried.filter((one) => 'ok' in one)).toHaveLength(10);
  });

  test('by others leave the owner’s own device alone, and those on the device leave the owner’s other ways alone', async () => {
    const account = somebody();
    await wrong(30, () => from(account, 'far away'));
    expect(await wrong(30, () => on(account, 'my laptop'))).toBe(10);
    expect(await wrong(30, () => on(account, 'my phone'))).toBe(10);
    const other = somebody();
    await wrong(30, () => on(other, 'shared'));
    expect(await countTry(on(account, 'shared'))).toMatchObject({ ok: true });
    expect(await countTry(from(other, 'elsewhere'))).toMatchObject({ ok: true });
  });

  test('count for passwords, codes, resets, second factors and PINs each for themselves', async () => {
    const account = somebody();
    const trier = { account, address: account, device: null };
    await wrong(20, () => limits.password(trier));
    expect(await wrong(20, () => limits.code(trier))).toBe(10);
    expect(await wrong(20, () => limits.reset(trier))).toBe(5);
    expect(await wrong(20, () => limits.secondFactor(account))).toBe(5);
    expect(await wrong(20, () => limits.secondFactor(account, 'my laptop'))).toBe(5);
    expect(await wrong(20, () => limits.pin('tablet', account))).toBe(5);
    expect(await countTry(limits.pin('another tablet', account))).toMatchObject({ ok: true });
  });

  test('are forgotten when their time is over, and the wait that is said grows shorter', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const begin = Date.now();
    const account = somebody();
    await wrong(10, () => from(account, account));
    vi.setSystemTime(begin + 13.5 * 60_000);
    expect(await countTry(from(account, account))).toMatchObject({ minutes: 2 });
    vi.setSystemTime(begin + 15 * 60_000 + 1);
    expect(await wrong(20, () => from(account, account))).toBe(10);
  });
});

test('a right try takes itself back, and gives the wrong ones before it no second chance', async () => {
  const account = somebody();
  await wrong(9, () => from(account, account));
  for (let index = 0; index < 30; index += 1) {
    const right = await countTry(from(account, account));
    if ('refused' in right) throw new Error('refused');
    await right.takeBack();
  }
  expect(await wrong(5, () => from(account, account))).toBe(1);
});
