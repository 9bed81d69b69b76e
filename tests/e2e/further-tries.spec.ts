import { addLearner, hilde } from '../support/e2e-company.ts';
import { readEverything } from '../support/e2e-lesson.ts';
import {
  pairs,
  publishQuestions,
  questionsHome as home,
  questionsLesson,
  questionsTitle,
  steps,
} from '../support/e2e-questions.ts';
import { expect, test } from './fixtures.ts';
import { putInOrder, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded' });

test('all tries are used up: one more is asked for, given, and passed', async ({
  page,
  server,
  signIn,
  visit,
  openPage,
}) => {
  test.slow();
  await publishQuestions(server);
  const learner = await addLearner(server, test.info().project.name === 'phone' ? 'Agnes' : 'Agatha');
  await signIn(learner);
  await readEverything(await visit(learner), questionsLesson);
  await page.goto(`${home}/attempt`);
  await expect(page.getByText('You have one try left.')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  const choose = async (last: string) => {
    const chosen: [string, string][] = [
      ...pairs.slice(0, 2).map(([option, match]): [string, string] => [option, match]),
      [pairs[2][0], last],
    ];
    await putInOrder(page, 'steps', steps);
    for (const [option, match] of chosen) {
      const select = page.getByLabel(`What goes with “${option}”`);
      const label = (await select.locator('option').filter({ hasText: match }).textContent())!;
      await select.selectOption({ label });
    }
  };
  await page.getByLabel('Fill in the form.').check();
  await choose('Say the new day');
  await sendAnswers(page);
  await page.getByRole('button', { name: 'Ask for another try' }).click();
  await expect(page.getByText(`You asked ${hilde.name} on`)).toBeVisible();
  await page.goto(`${home}/attempt`);
  await expect(page.getByText(`You asked ${hilde.name} on`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toHaveCount(0);

  const head = await openPage();
  await signIn(hilde, head);
  await head.goto('/team');
  await head.getByRole('link', { name: 'asks for another try' }).click();
  await head.getByRole('link', { name: `Give ${learner.name} another try` }).click();
  await expect(head.getByRole('main')).not.toContainText(/Fill in the form|percent/);
  await head.getByLabel('Reason').fill('We went through the case together.');
  await head.getByRole('button', { name: 'Give one more try' }).click();
  await expect(head.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();

  await expect(async () => {
    await page.goto('/notices');
    const notice = page.getByRole('link', { name: `${hilde.name} has given you one more try` });
    await notice.click({ timeout: 500 });
  }).toPass();
  await expect(page).toHaveURL(home);
  await page.goto(`${home}/attempt`);
  await expect(page.getByText('We went through the case together.')).toBeVisible();
  await expect(page.getByText('2 questions were not right last time.')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  const asked = page.locator('fieldset.question legend');
  await expect(asked).toHaveText([/^1\./, /^3\./, /^2\./]);
  const wrong = page.locator('.last-time').first();
  await expect(wrong).toContainText('Secret of one: a form answers nobody.');
  await expect(page.getByRole('main')).not.toContainText('Secret of one: she waits for a day.');
  await wrong.getByText('Read again: “Two pieces”').click();
  await expect(wrong.getByText('Say what happens next.')).toBeVisible();
  await page.getByLabel('A new one leaves today.').check();
  await choose(pairs[2][1]);
  await sendAnswers(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${questionsTitle}`);
});
