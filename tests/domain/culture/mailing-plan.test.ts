import { describe, expect, test } from 'vitest';
import {
  mailingPlan,
  preheaderAdvice,
  subjectAdvice,
} from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { plan } from '../../support/mailings.ts';

describe('a plan', () => {
  const isGood = (more: object) => mailingPlan.safeParse({ ...plan, ...more }).success;

  test.each([
    [{ subject: '' }],
    [{ subject: 'June\r\nBcc: all@example.com' }],
    [{ preheader: 'one\u2028two' }],
    [{ subject: 'x'.repeat(151) }],
    [{ perMinute: 0 }],
    [{ perMinute: 1.5 }],
    [{ fromHour: 17, untilHour: 8 }],
    [{ untilHour: 25 }],
  ])('is refused with %j', (more) => {
    expect(isGood({})).toBe(true);
    expect(isGood(more)).toBe(false);
  });
});

describe('advice about length', () => {
  test.each([
    ['June', 'short'],
    ['Three parcels and one promise', 'good'],
    ['x'.repeat(60), 'good'],
    ['x'.repeat(61), 'long'],
    [`  ${'x'.repeat(60)}  `, 'good'],
    ['ż'.repeat(60), 'good'],
  ])('of the subject %j: %s', (subject, advice) => {
    expect(subjectAdvice(subject)).toBe(advice);
  });

  test.each([
    ['', 'short'],
    ['x'.repeat(40), 'good'],
    ['x'.repeat(111), 'long'],
  ])('of the line after it', (preheader, advice) => {
    expect(preheaderAdvice(preheader)).toBe(advice);
  });
});
