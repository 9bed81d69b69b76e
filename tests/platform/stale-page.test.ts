import { expect, test } from 'vitest';
import { isStalePage } from '#app/platform/http/stale-page.ts';

test('a script that is gone makes a page stale', () => {
  expect(isStalePage(new TypeError('Failed to fetch dynamically imported module'), true)).toBe(true);
});

test('a fault of the server stays one when its page wakes up in the browser', () => {
  expect(isStalePage(new Error('Unexpected Server Error'), true)).toBe(false);
});

test('on the server no page is stale', () => {
  expect(isStalePage(new TypeError('anything'), false)).toBe(false);
});
