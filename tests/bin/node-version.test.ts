import { expect, test } from 'vitest';
import { isTooOld, tooOldSentence } from '../../bin/node-version.mjs';

test.each(['8.17.0', '18.20.4', '20.18.3'])('Node %s is too old', (version) => {
  expect(isTooOld(version)).toBe(true);
});

test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('Node %s will do', (version) => {
  expect(isTooOld(version)).toBe(false);
});

test('the sentence says what is there and what is needed', () => {
  expect(tooOldSentence('18.20.4')).toBe('Everyhand needs Node 20.19 or newer; this is Node 18.20.4.');
});
