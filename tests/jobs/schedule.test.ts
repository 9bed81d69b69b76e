import { spawnSync } from 'node:child_process';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDue, nextRun } from '#app/domain/queue/schedule.ts';
import { bundle } from '../support/bundle.ts';
import { scheduleCases } from '../support/schedule-cases.ts';

/** Whenever the worker looks, once a minute; it keeps what a run would keep. */
function runsBetween(dailyAt: string, zone: string, fromDay: string, days: number): string[] {
  const schedule = { dailyAt };
  const start = Temporal.PlainDate.from(fromDay).toZonedDateTime({ timeZone: zone, plainTime: '00:00' });
  const end = start.add({ days });
  let nextAt = nextRun(schedule, zone, new Date(start.epochMilliseconds - 1));
  const runs: string[] = [];
  for (let at = start.epochMilliseconds; at < end.epochMilliseconds; at += 60_000) {
    if (!isDue(schedule, nextAt, new Date(at))) continue;
    runs.push(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString());
    nextAt = nextRun(schedule, zone, new Date(at));
  }
  return runs;
}

const cases = scheduleCases();

test('there are enough cases', () => expect(cases.length).toBeGreaterThanOrEqual(40));

describe('a daily job runs once on every day, at its time where the company is', () => {
  test.each(cases)('$zone, $name: $fromDay at $dailyAt', ({ zone, fromDay, dailyAt, days, shifted }) => {
    const runs = runsBetween(dailyAt, zone, fromDay, days);
    const first = Temporal.PlainDate.from(fromDay);
    const everyDay = Array.from({ length: days }, (_, index) => first.add({ days: index }).toString());
    expect(runs.map((run) => run.slice(0, 10))).toEqual(everyDay);
    const odd = runs.filter((run) => run.slice(11, 16) !== dailyAt).map((run) => run.slice(0, 16));
    expect(odd).toEqual(shifted ? [shifted] : []);
  });
});

describe('wherever the machine stands', () => {
  let program: { file: string; remove: () => void };
  beforeAll(async () => {
    program = await bundle('tests/faults/schedule-child.ts');
  });
  afterAll(() => program.remove());

  test('every case comes to the same instants', () => {
    const under = (zone: string) => {
      const env = { ...process.env, TZ: zone };
      const { stdout, status } = spawnSync(process.execPath, [program.file], { env, encoding: 'utf8' });
      expect(status).toBe(0);
      return stdout;
    };
    const inUtc = under('UTC');
    expect(inUtc.trim().split('\n')).toHaveLength(cases.length);
    expect(under('Asia/Tokyo')).toBe(inUtc);
    expect(under('America/St_Johns')).toBe(inUtc);
  });
});

describe('a clock that is moved', () => {
  const daily = { dailyAt: '03:30' };
  const ranAt = new Date('2026-05-10T03:30:00Z');
  const nextAt = nextRun(daily, 'UTC', ranAt);
  const moved = (hours: number) => new Date(ranAt.getTime() + hours * 3_600_000);

  test.each([-1, -24])('back by %i hours makes no daily job run twice', (hours) => {
    for (let minute = 0; minute < Math.abs(hours) * 60 + 23 * 60; minute += 1) {
      expect(isDue(daily, nextAt, new Date(moved(hours).getTime() + minute * 60_000))).toBe(false);
    }
  });

  test('forward makes it run once, for the days in between', () => {
    const later = moved(24 * 5 + 3);
    expect(isDue(daily, nextAt, later)).toBe(true);
    const after = nextRun(daily, 'UTC', later);
    expect(after.toISOString()).toBe('2026-05-16T03:30:00.000Z');
    expect(isDue(daily, after, later)).toBe(false);
  });

  test('back by years does not put a job to sleep for years', () => {
    expect(isDue(daily, nextAt, moved(-24 * 800))).toBe(true);
    expect(isDue({ everyMinutes: 10 }, nextRun({ everyMinutes: 10 }, 'UTC', ranAt), moved(-5))).toBe(true);
  });
});
