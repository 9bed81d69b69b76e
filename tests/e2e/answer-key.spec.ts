import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addLearner } from '../support/e2e-company.ts';
import { answerKey, firstModule, openQuiz, secondModule } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'founded' });

const lessons = [firstModule, secondModule];
const reasons = lessons.flatMap(answerKey).flatMap(({ options }) => options.map(({ why }) => why));

function clientFiles(): string[] {
  return readdirSync('build/client', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|json|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('no file that browsers get holds a word of the content', { tag: '@desktop' }, () => {
  expect(reasons.length).toBeGreaterThan(40);
  const options = lessons.flatMap(answerKey).flatMap((question) => question.options.map(({ text }) => text));
  for (const file of clientFiles()) {
    const source = readFileSync(file, 'utf8');
    expect(
      [...reasons, ...options].filter((text) => source.includes(text)),
      file,
    ).toEqual([]);
  }
});

test(
  'the questions come without their answers, as a page and as data',
  { tag: '@desktop' },
  async ({ server, visit }) => {
    const plain = await visit(await addLearner(server, 'Curious'));
    await openQuiz(plain, firstModule);
    for (const address of ['/quiz', '/quiz.data', '', '.data', '?part=what-i-will-do', '/attempt.data']) {
      const answer = await (await plain.get(firstModule.home + address)).text();
      expect(
        reasons.filter((why) => answer.includes(why)),
        address,
      ).toEqual([]);
      expect(answer, address).not.toMatch(/"right"|"why"|"key"/);
    }
  },
);
