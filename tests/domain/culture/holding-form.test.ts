import { describe, expect, test } from 'vitest';
import { holdingForm } from '#app/domain/culture/talks/meeting.ts';

describe('what is written down of a talk', () => {
  test.each([
    ['Mara, Tom', true],
    ['Jean-Luc; Zoë', true],
    ['D’Arcy, Jo., J.-P.', true],
    ['Đặng; महेश, Иван', true],
    ['Mara Lindgren', false],
    ['Mara\u00a0Lindgren', false],
    ['mara@example.com', false],
    ['mara.lindgren', false],
    ['<b>', false],
    ['', true],
  ])('guests written as “%s” are taken: %s', (guests, taken) => {
    expect(holdingForm.safeParse({ guests }).success).toBe(taken);
  });

  test('a line of what was agreed is whole or empty', () => {
    const parse = (line: object) => holdingForm.safeParse({ agreed: [line] });
    expect(parse({ dueOn: '2026-04-01', text: '', ownerId: '' })).toMatchObject({ data: { agreed: [] } });
    const { error } = parse({ dueOn: '2026-04-01', text: 'Ring', ownerId: '' });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['agreed.0.ownerId', 'missing'],
    ]);
  });
});
