import { addLearner, olga } from '../support/e2e-company.ts';
import { answerKey, course, firstModule, secondModule, thirdModule } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, goToScenario, playScenario, readToTheEnd, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded', javaScriptEnabled: false });

test(
  'a course is taken from signing in to its completion',
  { tag: '@phone' },
  async ({ page, server, signIn }) => {
    test.slow();
    await signIn(await addLearner(server, 'Plain'));
    await page.getByRole('link', { name: `Begin “${firstModule.title}”` }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await goToScenario(page);
    await playScenario(page, firstModule, 'bad');
    await page.getByRole('link', { name: 'Try it again from the start' }).click();
    await playScenario(page, firstModule, 'good');
    await readToTheEnd(page);
    await page.getByRole('button', { name: 'Start' }).click();

    const key = answerKey(firstModule);
    const order = key.find(({ kind }) => kind === 'order')!;
    const place = page.getByLabel(`Place of “${order.options[1]!.text}”`);
    await answerQuiz(page, firstModule, { leaveOut: [order.id], noScript: true });
    await place.selectOption('2');
    await sendAnswers(page);
    const number = key.indexOf(order) + 1;
    await expect(
      page.getByRole('link', { name: `Question ${number}: Give every line a place` }),
    ).toBeVisible();
    await expect(place).toHaveValue('2');
    await answerQuiz(page, firstModule, { noScript: true });
    await sendAnswers(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${firstModule.title}`);

    for (const next of [secondModule, thirdModule]) {
      await page.getByRole('link', { name: `Next: “${next.title}”` }).click();
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await readToTheEnd(page);
      await page.getByRole('button', { name: 'Start' }).click();
      await answerQuiz(page, next, { noScript: true });
      await sendAnswers(page);
    }
    await expect(page.getByText(`Course completed: ${course.title}`)).toBeVisible();
    await page.locator('details.menu > summary').click();
    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL('/sign-in');
  },
);

test('HR filters, sorts and adds somebody', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn(olga);
  await page.goto('/hr/completions');
  await page.getByLabel('State', { exact: true }).selectOption('not-started');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByLabel('State', { exact: true })).toHaveValue('not-started');
  await page.getByRole('link', { name: /Sort by\s*Department/ }).click();
  await expect(page).toHaveURL(/state=not-started.*sort=department/);

  await page.goto('/hr/people/new');
  await page.getByLabel('Name', { exact: true }).fill('Nobody Yet');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('region', { name: /to put right/ })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nobody Yet');
  await page.getByLabel('Employee number').fill('N-1');
  await page.getByLabel('Department').selectOption({ label: 'Shipping' });
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody Yet has been added');
});
