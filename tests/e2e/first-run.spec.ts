import type { Page } from '@playwright/test';
import { companyAnswers, olga } from '../support/e2e-company.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'none' });
test.describe.configure({ mode: 'serial' });

async function fillIn(page: Page, changes: Record<string, string> = {}) {
  const answers = {
    'Name of the company': companyAnswers.name,
    'Where you work': companyAnswers.site,
    'Your department': companyAnswers.department,
    'Your name': olga.name,
    'Your e-mail address': olga.email,
    Password: olga.password,
    ...changes,
  };
  for (const [label, value] of Object.entries(answers)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

const send = (page: Page) => page.getByRole('button', { name: 'Set it up and sign me in' }).click();

test('before there is a company every page leads to the one that says how to begin', async ({ page }) => {
  for (const path of ['/', '/hr/people', '/sign-in', '/first-run', '/first-run/company?token=made-up']) {
    await page.goto(path);
    await expect(page).toHaveURL('/first-run');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not set up yet');
  }
  await page.goto('/first-run?token=made-up');
  await expect(page.getByRole('link', { name: 'Set up our company' })).toHaveCount(0);
});

test('what cannot be taken is said at its field, and what was typed stays', async ({ page, server }) => {
  await page.goto(server.firstRunLink!);
  await page.getByRole('link', { name: 'Set up our company' }).click();
  await fillIn(page, { 'Name of the company': '', 'Your e-mail address': 'olga at work', Password: 'short' });
  await send(page);

  const summary = page.getByRole('region', { name: '3 things to put right before this can go' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue(olga.name);
  await expect(page.getByLabel('Where you work')).toHaveValue(companyAnswers.site);
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('olga at work');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Your e-mail address')).toHaveAccessibleDescription(/not an e-mail address/);

  await summary.getByRole('link', { name: /Name of the company/ }).click();
  await expect(page.getByLabel('Name of the company')).toBeFocused();
});

test('the company is set up, and whoever did it is signed in', async ({ page, server }) => {
  await page.goto(server.firstRunLink!);
  await page.getByRole('link', { name: 'Set up our company' }).click();
  await fillIn(page);
  await page.getByLabel('Time zone').selectOption(companyAnswers.timeZone);
  await send(page);
  await expect(page).toHaveURL('/hr');
  await expect(page.getByRole('link', { name: companyAnswers.name })).toBeVisible();
});

test('the link works once', async ({ page, server }) => {
  await page.goto(server.firstRunLink!);
  await expect(page).toHaveURL('/sign-in');
  const { search } = new URL(server.firstRunLink!);
  await page.goto(`/first-run/company${search}`);
  await expect(page).toHaveURL('/sign-in');
});
