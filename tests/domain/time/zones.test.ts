import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../support/bundle.ts';
import { changesIn, momentsIn, zones } from './moments.ts';
import type { Reckoned } from './reckoning-child.ts';

const machines = { UTC: '0', 'Asia/Tokyo': '-540' };
const hour = 3_600_000;

type Run = { machine: [zone: string, minutes: string]; reckoned: Record<string, Reckoned> };

let program: { file: string; remove: () => void };
const runs: Record<string, Run> = {};

beforeAll(async () => {
  program = await bundle('tests/domain/time/reckoning-child.ts');
  for (const TZ of Object.keys(machines)) {
    const env = { ...process.env, TZ };
    const { stdout } = await promisify(execFile)(process.execPath, [program.file], {
      env,
      maxBuffer: 10_000_000,
    });
    runs[TZ] = JSON.parse(stdout) as Run;
  }
}, 180_000);

afterAll(() => program.remove());

test('there are enough moments in eight zones to prove something', () => {
  expect(zones).toHaveLength(8);
  expect(zones.flatMap(momentsIn).length).toBeGreaterThanOrEqual(160);
  expect(zones.filter((zone) => changesIn(zone).length >= 2)).toHaveLength(5);
});

describe.each(Object.entries(machines))('on a machine in %s', (TZ, minutes) => {
  test('which it truly is', () => expect(runs[TZ]!.machine).toEqual([TZ, minutes]));

  test.each(zones)('every date in %s is the one on the wall', (zone) => {
    expect(runs[TZ]!.reckoned[zone]!.dates).toEqual(momentsIn(zone).map(({ date }) => date));
  });

  test.each(zones)('what is completed in %s is completed on the date on the wall', (zone) => {
    expect(runs[TZ]!.reckoned[zone]!.completions).toEqual(momentsIn(zone).map(({ date }) => date));
  });

  test.each(zones)('links and sessions in %s last as long as ever, however the clocks are put', (zone) => {
    const { tokens, sessions, ends } = runs[TZ]!.reckoned[zone]!;
    const changes = changesIn(zone);
    expect(tokens).toEqual(changes.flatMap(() => [hour, 7 * 24 * hour]));
    expect(sessions).toEqual(changes.map(() => 12 * hour));
    expect(ends).toEqual(changes.map(() => [true, false]));
  });
});

test('and the machine’s own zone makes no difference to anything', () => {
  expect(runs['Asia/Tokyo']!.reckoned).toEqual(runs.UTC!.reckoned);
});
