import type { Page } from '@playwright/test';
import type { Access } from '../support/e2e-company.ts';
import { hilde, olga } from '../support/e2e-company.ts';
import type { Lesson } from '../support/e2e-lesson.ts';
import { answerKey, firstModule, secondModule, thirdModule, wayTo } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { answerQuiz, goToScenario, playScenario, readToTheEnd, sendAnswers } from './lesson-pages.ts';

test.use({ company: 'founded' });
test.describe.configure({ mode: 'serial' });

const yusuf: Access = {
  name: 'يوسف Yusuf 🚚 O’Neill-Œhlenschläger',
  email: 'yusuf@northgate.example',
  password: 'four green parcels',
};
const longName = `Wolfeschlegelstein${'hausenbergerdorff'.repeat(10)} Sr`.padEnd(200, 'x');

/** Where HR is led once he is added. */
let yusufsPage = '';

const linkTo = (page: Page, verb: string, { title }: Lesson) =>
  page.getByRole('link', { name: `${verb} “${title}”` });

async function addPerson(page: Page, name: string, email: string, departmentName: string) {
  await page.goto('/hr/people');
  await page.getByRole('link', { name: 'Add a person' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Department').selectOption({ label: departmentName });
  await page.getByRole('button', { name: 'Add this person' }).click();
}

test('HR adds a department whose function is Shipping, and people with names of all kinds', async ({
  page,
  signIn,
}) => {
  await signIn(olga);
  await page.goto('/hr/departments');
  await page.getByRole('link', { name: 'Add a department' }).click();
  await page.getByRole('button', { name: 'Add this department' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name', { exact: true }).fill('Night dispatch');
  await page.getByLabel('Function').selectOption({ label: 'Shipping' });
  await page.getByLabel(/^Head/).fill(hilde.email);
  await page.getByRole('button', { name: 'Add this department' }).click();
  await expect(page.getByRole('status')).toContainText('Night dispatch is saved');

  await addPerson(page, yusuf.name, yusuf.email, 'Night dispatch');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yusuf.name);
  yusufsPage = page.url();
  await addPerson(page, longName, 'wolfe@northgate.example', 'Night dispatch');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(longName);
  await addPerson(page, 'A second Yusuf', yusuf.email, 'Night dispatch');
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/Somebody has this e-mail/);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('A second Yusuf');
});

test('the newcomer chooses a password with a slip, and comes to Today', async ({
  page,
  signIn,
  openPage,
}) => {
  await signIn(olga);
  await page.goto(yusufsPage);
  await page.getByRole('link', { name: 'Print a slip' }).click();
  await page.getByRole('button', { name: 'Make the slip' }).click();
  const code = await page.locator('.slip-code').innerText();

  const own = await openPage();
  await own.goto('/sign-in');
  await own.getByRole('link', { name: 'Use a printed slip' }).click();
  // The page before has a field of the same name.
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Use a printed slip');
  await own.getByLabel('E-mail address or employee number').fill(yusuf.email);
  await own.getByLabel('Code on the slip').fill(code.toLowerCase().replaceAll('-', ' '));
  await own.getByRole('button', { name: 'Go on' }).click();
  await own.getByLabel('New password').fill('short');
  await own.getByRole('button', { name: 'Keep it and sign me in' }).click();
  await expect(own.getByLabel('New password')).toHaveAccessibleDescription(/Too short/);
  await own.getByLabel('New password').fill(yusuf.password);
  await own.getByRole('button', { name: 'Keep it and sign me in' }).click();
  await expect(own).toHaveURL('/');
  await expect(linkTo(own, 'Begin', firstModule)).toBeInViewport();
});

test('a module is read part by part, and the place is kept over leaving', async ({ page, signIn }) => {
  await signIn(yusuf);
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await page.getByRole('link', { name: 'Shipping' }).click();
  await linkTo(page, 'Begin', firstModule).click();
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByText(/^Part 1 of/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Go on: / }).click();
  await expect(page.getByText(/^Part 2 of/).first()).toBeVisible();
  const place = await page.getByRole('heading', { level: 1 }).textContent();

  await page.goto('/');
  await expect(page.getByText(`You stopped at “${place}”`)).toBeVisible();
  await linkTo(page, 'Go on with', firstModule).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(place!);
});

test('a scenario is played to its end and tried again, and a commitment is kept', async ({
  page,
  signIn,
}) => {
  await signIn(yusuf);
  await page.goto(firstModule.home);
  await goToScenario(page);
  const start = page.getByRole('link', { name: wayTo(firstModule, 'bad')[0]!.text });
  await playScenario(page, firstModule, 'bad');
  await page.getByRole('link', { name: 'Go back one step' }).click();
  await expect(page.getByRole('heading', { name: 'What do you do?' })).toBeVisible();
  await page.getByRole('link', { name: 'Try it again from the start' }).click();
  await expect(start).toBeVisible();
  await playScenario(page, firstModule, 'good');

  await page.getByRole('button', { name: 'Go on: What I will do' }).click();
  await page.getByRole('textbox').fill('Show Hilde the corner before the lorry goes 📦');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('Show Hilde the corner before the lorry goes 📦');
  await expect(page.getByRole('button', { name: 'Keep the new wording' })).toBeVisible();
  await readToTheEnd(page);
});

test('a quiz is failed, explained, tried again and passed', async ({ page, signIn }) => {
  await signIn(yusuf);
  await page.goto(`${firstModule.home}/attempt`);
  await page.getByRole('button', { name: 'Start' }).click();
  const key = answerKey(firstModule);
  const single = key.filter(({ kind }) => kind === 'one');
  const wrong = single.slice(0, 2).map(({ id }) => id);
  const left = single.at(-1)!.id;
  await answerQuiz(page, firstModule, { wrong, leaveOut: [left] });
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await sendAnswers(page);
  expect((await answered).status()).toBe(422);
  const number = key.findIndex(({ id }) => id === left) + 1;
  await expect(page.getByRole('link', { name: `Question ${number}: Choose an answer.` })).toBeVisible();
  const answeredByOne = key.filter(({ kind }) => kind === 'one' || kind === 'true-false').length - 1;
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(answeredByOne);
  await answerQuiz(page, firstModule, { wrong });
  await sendAnswers(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not quite yet');
  for (const { options } of key) {
    for (const { why } of options) await expect(page.getByText(why)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await answerQuiz(page, firstModule);
  await sendAnswers(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${firstModule.title}`);
});

test('the last module completes the course, and the learner and the head are told', async ({
  page,
  openPage,
  signIn,
}) => {
  await signIn(yusuf);
  for (const next of [secondModule, thirdModule]) {
    await page.goto('/');
    await linkTo(page, 'Begin', next).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await readToTheEnd(page);
    await page.getByRole('button', { name: 'Start' }).click();
    await answerQuiz(page, next);
    await sendAnswers(page);
  }
  await expect(page.getByText('Course completed: Shipping')).toBeVisible();

  const told = async (reader: Page) => {
    await reader.goto('/notices');
    return reader.getByRole('main').innerText();
  };
  await expect.poll(() => told(page)).toMatch(/Shipping/);
  const head = await openPage();
  await signIn(hilde, head);
  await expect.poll(() => told(head)).toContain(yusuf.name);
  await head.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(head.locator('main form')).toHaveCount(0);
});

test('the head sees it under My team', async ({ page, signIn }) => {
  await signIn(hilde);
  await page.getByRole('link', { name: 'My team' }).click();
  const line = page.getByRole('listitem').filter({ hasText: yusuf.name }).first();
  await expect(line).toContainText('completed');
});

test('HR finds the completion on the page and in the file', async ({ page, signIn }) => {
  await signIn(olga);
  await page.goto('/hr/completions');
  await page.getByLabel('Course', { exact: true }).selectOption('Shipping');
  await page.getByLabel('Find a person').fill('yusuf');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('rowheader')).toHaveText([yusuf.name]);
  await expect(page.locator('tbody tr')).toContainText('completed');
  const file = await page.request.get((await page.getByRole('link', { name: /CSV/ }).getAttribute('href'))!);
  const lines = (await file.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    new RegExp(`^${yusuf.name},.*,completed,3,3,\\d{4}-\\d\\d-\\d\\d,\\d{4}-\\d\\d-\\d\\d,`),
  );
});
