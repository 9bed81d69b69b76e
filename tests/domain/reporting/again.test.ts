import { expect, test } from 'vitest';
import { courseStates } from '#app/domain/reporting/completions-report.ts';
import { Columns } from '#app/domain/reporting/roster/columns.ts';
import { dayNumber } from '#app/domain/reporting/roster/pack-person.ts';
import type { PackedPerson, Roster } from '#app/domain/reporting/roster/roster.ts';
import { Numbering } from '#app/domain/reporting/roster/roster.ts';
import type { MaterialChange } from '#app/domain/reporting/standing/plan.ts';
import { makePlan } from '#app/domain/reporting/standing/plan.ts';
import { roomFor, standOf } from '#app/domain/reporting/standing/stand.ts';

const change = (from: string, language: string, number: number, documentId = 'm1'): MaterialChange => ({
  documentId,
  from,
  language,
  number,
});

type Done = [document: string, language: string, number: number, on: string];

/** How somebody who has completed these stands in a course of two modules. */
function stateAfter(done: Done[], changes: MaterialChange[], until = '9999-12-31'): string {
  const roster: Roster = {
    people: [],
    change: 0,
    columns: new Columns(),
    slots: new Numbering(),
    documents: new Numbering(),
    versions: new Numbering(),
    editions: [],
    departments: new Numbering(),
    sites: new Numbering(),
    timeZones: ['UTC'],
    sources: new Numbering(),
  };
  for (const [document, language, number, on] of done) {
    const edition = { document: roster.documents.numberOf(document), language, number };
    const version = roster.editions.push(edition) - 1;
    roster.columns.completions.add(edition.document, version, dayNumber(on), 0);
  }
  const person: PackedPerson = {
    id: 'p',
    sortKey: '',
    searchKey: '',
    slot: 0,
    change: 0,
    termsFrom: 0,
    termsTo: 0,
    placesFrom: 0,
    placesTo: 0,
    completionsFrom: 0,
    completionsTo: done.length,
    begunFrom: 0,
    begunTo: 0,
  };
  const plan = makePlan([{ courseId: 'c', moduleIds: ['m1', 'm2'] }], changes, roster);
  const stands = roomFor(1, 1);
  const end = { day: dayNumber(until), until: dayNumber(until), minutes: [] };
  standOf(person, { roster, plan, end }, stands, 0);
  return courseStates[stands.states[0]!]!;
}

const whole: Done[] = [
  ['m1', 'en', 1, '2026-01-10'],
  ['m2', 'en', 1, '2026-01-11'],
  ['c', 'en', 1, '2026-01-11'],
];

test('without a material change completed stays completed', () => {
  expect(stateAfter(whole, [])).toBe('completed');
});

test('a module that has changed materially since makes the course one to read again', () => {
  expect(stateAfter(whole, [change('2026-02-01', 'en', 2)])).toBe('again');
  expect(stateAfter(whole, [change('2026-01-11', 'en', 2)])).toBe('again');
});

test('whoever completed it on the day or later has read it', () => {
  expect(stateAfter(whole, [change('2026-01-10', 'en', 2)])).toBe('completed');
  const later: Done[] = [...whole, ['m1', 'en', 1, '2026-03-01']];
  expect(stateAfter(later, [change('2026-02-01', 'en', 2)])).toBe('completed');
});

test('so has whoever completed the new edition before its day, in its own language', () => {
  const early = (language: string, number: number): Done[] => [
    ...whole,
    ['m1', language, number, '2026-01-20'],
  ];
  const changes = [change('2026-02-01', 'en', 2)];
  expect(stateAfter(early('en', 2), changes)).toBe('completed');
  expect(stateAfter(early('en', 3), changes)).toBe('completed');
  expect(stateAfter(early('pl', 2), changes)).toBe('again');
  // Of two languages from the same day, either.
  expect(stateAfter(early('pl', 2), [...changes, change('2026-02-01', 'pl', 2)])).toBe('completed');
});

test('the newest change counts, whatever order they come in', () => {
  const changes = [change('2026-05-01', 'en', 3), change('2026-02-01', 'en', 2)];
  const between: Done[] = [...whole, ['m1', 'en', 2, '2026-03-01']];
  expect(stateAfter(between, changes)).toBe('again');
  expect(stateAfter(between, changes.toReversed())).toBe('again');
});

test('a module that was added later and never read is not one to read again', () => {
  const without = whole.filter(([document]) => document !== 'm2');
  expect(stateAfter(without, [change('2026-02-01', 'en', 2, 'm2')])).toBe('completed');
});

test('who has not completed the course is asked for nothing again', () => {
  expect(stateAfter(whole.slice(0, 2), [change('2026-02-01', 'en', 2)])).toBe('started');
});
