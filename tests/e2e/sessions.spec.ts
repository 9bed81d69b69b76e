import type { APIRequestContext, Page } from '@playwright/test';
import { addLearner } from '../support/e2e-company.ts';
import { answerKey, firstModule, openQuiz, readEverything } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded' });

const passed = `Passed: ${firstModule.title}`;
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function expectOneTry(visit: APIRequestContext): Promise<void> {
  const first = await visit.get(`${firstModule.home}/result?try=1`);
  expect(first.status()).toBe(200);
  const second = await visit.get(`${firstModule.home}/result?try=2`);
  expect(second.headers()['location']).toBe(`${firstModule.home}/attempt`);
}

test('answers sent after the session ended are carried through signing in', async ({
  page,
  server,
  visit,
  signIn,
}) => {
  const learner = await addLearner(server, 'Carry');
  await openQuiz(await visit(learner), firstModule);
  await signIn(learner);
  await page.goto(`${firstModule.home}/quiz`);
  await answerQuiz(page, firstModule);
  await page.context().clearCookies();
  await sendAnswers(page);

  await expect(title(page)).toHaveText('Sign in to send this');
  await page.getByLabel('E-mail address or employee number').fill(learner.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('do not go together')).toBeVisible();
  await expect(page.getByLabel('E-mail address or employee number')).toHaveValue(learner.email);
  await page.getByLabel('Password', { exact: true }).fill(learner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(title(page)).toHaveText('You are signed in again');
  await page.getByRole('button', { name: 'Send it now' }).click();
  await expect(title(page)).toHaveText(passed);
});

test('answers outlive the tab they were given in', async ({ page, server, visit, signIn }) => {
  const learner = await addLearner(server, 'Keep');
  await openQuiz(await visit(learner), firstModule);
  await signIn(learner);
  await page.goto(`${firstModule.home}/quiz`);
  await expect(page.getByText('What you choose is kept as you go.')).toBeVisible();
  await answerQuiz(page, firstModule);
  await expect(page.getByText('Kept. You can go away and come back.')).toBeVisible();
  const tab = await page.context().newPage();
  await page.close();
  await tab.goto(`${firstModule.home}/quiz`);
  await sendAnswers(tab);
  await expect(title(tab)).toHaveText(passed);
});

test.describe('without a network', () => {
  test.use({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });

  test('it says so when what was chosen could not be kept, and keeps it later', async ({
    page,
    server,
    visit,
    signIn,
  }) => {
    const learner = await addLearner(server, 'Tunnel');
    await openQuiz(await visit(learner), firstModule);
    await signIn(learner);
    await page.goto(`${firstModule.home}/quiz`);
    await expect(page.getByText('What you choose is kept as you go.')).toBeVisible();
    await page.context().setOffline(true);
    await answerQuiz(page, firstModule);
    await expect(page.getByText('Not kept yet')).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText('Kept. You can go away')).toBeVisible();
  });
});

test(
  'a second tab, the way back and a double click grade nothing twice',
  { tag: '@desktop' },
  async ({ page, server, visit, signIn }) => {
    const learner = await addLearner(server, 'Twice');
    const plain = await visit(learner);
    await readEverything(plain, firstModule);
    await signIn(learner);
    await page.goto(`${firstModule.home}/attempt`);
    await page.getByRole('button', { name: 'Start' }).dblclick();
    await expect(page.getByText('Try 1')).toBeVisible();
    const tab = await page.context().newPage();
    await tab.goto(`${firstModule.home}/quiz`);
    for (const one of [page, tab]) await answerQuiz(one, firstModule);

    await page.getByRole('button', { name: 'Send my answers' }).dblclick();
    await expect(title(page)).toHaveText(passed);
    await sendAnswers(tab);
    await expect(title(tab)).toHaveText(passed);
    await page.goBack();
    await page.goForward();
    await expect(title(page)).toHaveText(passed);
    await expectOneTry(plain);
  },
);

test(
  'whoever goes back to the questions and sends them again sees the same result',
  { tag: '@desktop' },
  async ({ page, server, visit, signIn }) => {
    const learner = await addLearner(server, 'Again');
    const plain = await visit(learner);
    await openQuiz(plain, firstModule);
    await signIn(learner);
    await page.goto(`${firstModule.home}/quiz`);
    await answerQuiz(page, firstModule, { wrong: answerKey(firstModule).map(({ id }) => id) });
    await sendAnswers(page);
    await expect(title(page)).toHaveText('Not quite yet');
    await page.goBack();
    await expect(title(page)).toHaveText('Questions');
    await expectOneTry(plain);
  },
);

test(
  'signing in leads to pages of this site alone',
  { tag: '@desktop' },
  async ({ page, server, signIn }) => {
    const learner = await addLearner(server, 'Next');
    await signIn(learner);
    for (const next of [
      'https://example.com/',
      '//example.com',
      '/\\example.com',
      'javascript:alert(1)',
      '/%09/example.com',
    ]) {
      await page.context().clearCookies();
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByLabel('E-mail address or employee number').fill(learner.email);
      await page.getByLabel('Password', { exact: true }).fill(learner.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).not.toHaveURL(/sign-in/);
      expect(new URL(page.url()).origin).toBe(server.url);
    }
    await page.context().clearCookies();
    await page.goto('/learn/shipping?a=1');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel('E-mail address or employee number').fill(learner.email);
    await page.getByLabel('Password', { exact: true }).fill(learner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL('/learn/shipping?a=1');
  },
);
