import type { Page } from '@playwright/test';
import { addLearner, companyAnswers, olga } from '../support/e2e-company.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'founded' });

// Several browsers one after the other, each with a password to be hashed.
test.slow();

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const password = 'seven boxes by the door';

/** Adds somebody without an e-mail address and has a slip made for them. Resolves to its code. */
async function addAndPrint(page: Page, name: string, number: string): Promise<string> {
  await page.goto('/hr/people/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Employee number').fill(number);
  await page.getByLabel('Department').selectOption({ label: 'Shipping' });
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(title(page)).toContainText(name);
  await expect(page.getByRole('link', { name: 'Send an invitation' })).toBeHidden();
  await page.getByRole('link', { name: 'Print a slip' }).click();
  await page.getByRole('button', { name: 'Make the slip' }).click();
  const slip = page.locator('.slip');
  await expect(slip).toContainText(companyAnswers.name);
  await expect(slip).toContainText(name);
  await expect(slip.getByRole('img', { name: /^QR code/ })).toBeVisible();
  return page.locator('.slip-code').innerText();
}

test('somebody without e-mail comes in with a printed slip, on a phone', async ({
  page,
  signIn,
  openPage,
}) => {
  const number = `N-${Date.now()}`;
  await signIn(olga);
  const code = await addAndPrint(page, 'Jakub Bez Maila', number);

  await page.emulateMedia({ media: 'print' });
  for (const around of [page.getByRole('banner'), page.getByRole('button', { name: 'Print it' })])
    await expect(around).toBeHidden();
  await expect(page.locator('.slip')).toBeVisible();

  const own = await openPage(phone);
  await own.goto('/learn');
  await own.getByRole('link', { name: 'Use a printed slip' }).click();
  // The page before has a field of the same name.
  await expect(title(own)).toHaveText('Use a printed slip');
  await own.getByLabel('E-mail address or employee number').fill(number.toLowerCase());
  await own.getByLabel('Code on the slip').fill('bcd fgh jkm');
  await own.getByRole('button', { name: 'Go on' }).click();
  await expect(own.getByText('do not go together')).toBeVisible();
  await expect(own.getByLabel('Code on the slip')).toHaveValue('');
  await own.getByLabel('Code on the slip').fill(code.toLowerCase().replaceAll('-', ' '));
  await own.getByRole('button', { name: 'Go on' }).click();
  await expect(title(own)).toHaveText('Choose a password');
  await own.getByLabel('New password').fill(password);
  await own.getByRole('button', { name: 'Keep it and sign me in' }).click();
  await expect(own).toHaveURL('/learn');

  const late = await openPage();
  await late.goto('/code');
  await late.getByLabel('E-mail address or employee number').fill(number);
  await late.getByLabel('Code on the slip').fill(code);
  await late.getByRole('button', { name: 'Go on' }).click();
  await expect(late.getByText('was used already')).toBeVisible();
});

test(
  'signing out everywhere ends the other browser too',
  { tag: '@desktop' },
  async ({ page, server, signIn, openPage }) => {
    const learner = await addLearner(server, 'Everywhere');
    const other = await openPage(phone);
    await signIn(learner);
    await signIn(learner, other);
    await page.getByText(learner.name).first().click();
    await page.getByRole('link', { name: 'My account' }).click();
    await page.getByRole('link', { name: 'Where I am signed in' }).click();
    await expect(page.getByText('this one')).toHaveCount(1);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await other.goto('/account');
    await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount/);
  },
);

test('a form whose session was lost comes back through a slip with what was typed', async ({
  page,
  signIn,
  openPage,
}) => {
  const number = `L-${Date.now()}`;
  await signIn(olga);
  const code = await addAndPrint(page, 'Lost Session', number);

  const writing = await openPage();
  await signIn(olga, writing);
  await writing.goto('/hr/departments/new');
  await writing.getByLabel('Name', { exact: true }).fill('Returns & repairs “today”');
  await writing.context().clearCookies();
  await writing.getByRole('button', { name: 'Add this department' }).click();
  await expect(title(writing)).toHaveText('Sign in to send this');
  await writing.getByRole('button', { name: 'Use a printed slip' }).click();
  await expect(title(writing)).toHaveText('Use a printed slip');
  await writing.getByLabel('E-mail address or employee number').fill(number);
  await writing.getByLabel('Code on the slip').fill(code);
  await writing.getByRole('button', { name: 'Go on' }).click();
  await writing.getByLabel('New password').fill(password);
  await writing.getByRole('button', { name: 'Keep it and sign me in' }).click();
  await expect(title(writing)).toHaveText('You are signed in again');
  await expect(writing.locator('input[name="name"]')).toHaveValue('Returns & repairs “today”');
});
