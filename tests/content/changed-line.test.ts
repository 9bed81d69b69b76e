import { expect, test } from 'vitest';
import { compiled, findingsIn, head } from './compiling.ts';

const withLine = (line: string) => `${head.replace('pass: 80', `pass: 80\n${line}`)}Plain words.\n`;

test('an author may say in a line what changed', async () => {
  const { front } = await compiled(withLine('changed: A scale stands at every bay.'));
  expect(front).toMatchObject({ changed: 'A scale stands at every bay.' });
});

test.each([
  [`changed: ${'a'.repeat(301)}`, 'key-length'],
  ['changed: ""', 'key-empty'],
  ['changed: [one, two]', 'key-text'],
  ['changed: "\\u202Eright to left"', 'bidi-character'],
])('%s is refused at its place', async (line, rule) => {
  const findings = await findingsIn(withLine(line));
  expect(findings).toMatchObject([{ rule, line: 6 }]);
});
