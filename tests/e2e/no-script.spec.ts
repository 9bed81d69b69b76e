import { addLearner, olga } from '../support/e2e-company.ts';
import { course, firstModule, secondModule } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, goToScenario, readToTheEnd, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded', javaScriptEnabled: false });

test('a course is taken from signing in to its completion', { tag: '@phone' }, async ({ page, server, signIn }) => {
  test.slow();
  await signIn(await addLearner(server, 'Plain'));
  await page.getByRole('link', { name: `Begin “${firstModule.title}”` }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await goToScenario(page);
  await page.getByRole('link', { name: /Put it in the drawer/ }).click();
  await page.getByRole('link', { name: /Leave it there/ }).click();
  await expect(page.getByRole('heading', { name: 'It ended badly' })).toBeVisible();
  await page.getByRole('link', { name: 'Try it again from the start' }).click();
  await expect(page.getByRole('link', { name: /Put it in the drawer/ })).toBeVisible();
  await readToTheEnd(page);
  await page.getByRole('button', { name: 'Start' }).click();

  await answerQuiz(page, firstModule, { leaveOut: ['swapped-papers'] });
  await page.getByLabel('Place of “Tell your shift lead, with both numbers.”').selectOption('2');
  await sendAnswers(page);
  await expect(page.getByRole('link', { name: /Question 4: Give every line a place/ })).toBeVisible();
  await expect(page.getByLabel('Place of “Tell your shift lead, with both numbers.”')).toHaveValue('2');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(4);
  await answerQuiz(page, firstModule);
  await sendAnswers(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${firstModule.title}`);

  await page.getByRole('link', { name: `Next: “${secondModule.title}”` }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await readToTheEnd(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await answerQuiz(page, secondModule);
  await sendAnswers(page);
  await expect(page.getByText(`Course completed: ${course.title}`)).toBeVisible();
  await page.locator('summary').click();
  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
});

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
  await expect(page.getByRole('region', { name: /things to put right/ })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nobody Yet');
  await page.getByLabel('Employee number').fill('N-1');
  await page.getByLabel('Department').selectOption({ label: 'Shipping' });
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody Yet can sign in now');
});
