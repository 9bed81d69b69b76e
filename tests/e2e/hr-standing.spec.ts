import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const departments = (page: Page) => page.getByRole('region', { name: /^How far the departments are/ });
const lines = (page: Page) => page.getByRole('region', { name: 'Completions by person and course' });

test.beforeEach(async ({ signIn }) => signIn('chidi'));

test('a department is looked into, and its file taken as a workbook', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/hr/completions');
  await departments(page).getByRole('link', { name: 'Operations' }).click();
  await expect(page).toHaveURL(/department=/);
  await expect(page.getByLabel('Department', { exact: true })).not.toHaveValue('');
  await expect(departments(page).getByText('Operations itself', { exact: false })).toBeVisible();
  await departments(page).getByRole('link', { name: 'Shipping', exact: true }).click();
  const shown = await lines(page).locator('tbody tr').count();
  expect(shown).toBeGreaterThan(5);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /XLSX/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^completions-\d{4}-\d\d-\d\d\.xlsx$/);
  const { sheets } = await readXlsx(readFileSync(await file.path()));
  const [header, ...rows] = sheets[0]!.rows;
  expect(header!.slice(0, 3)).toEqual(['Name', 'Number', 'Job title']);
  await expect(page.getByText(`${rows.length} lines`)).toBeVisible();
});

test('another day is looked up, and a day to come is not', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('/hr/completions');
  await page.getByLabel('As of').fill('2026-03-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'As things stood' })).toBeVisible();
  await expect(page.getByRole('link', { name: /CSV/ })).toHaveAttribute('href', /on=2026-03-31/);
  const name = lines(page).getByRole('rowheader').first();
  const text = await name.textContent();
  await name.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text!);
  await expect(page.getByRole('heading', { name: /^Courses meant for them on/ })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page).not.toHaveURL(/on=/);
  await page.getByLabel('As of').fill('2999-12-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'still to come' })).toBeVisible();
  await expect(page.getByLabel('As of')).not.toHaveValue('2999-12-31');
});

test(
  'the page of a course tells by keyboard alone how hard its questions are',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/hr');
    await page.getByRole('table').getByRole('link', { name: 'Shipping' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shipping');
    await expect(page.getByRole('region', { name: 'By module' })).toBeVisible();
    const questions = page.getByRole('region', { name: 'Questions' }).getByRole('row');
    await expect(questions.filter({ hasText: /%/ }).first()).toBeVisible();
    const byName = page.getByRole('link', { name: 'See everybody by name' });
    await byName.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Course', { exact: true })).toHaveValue('shipping');
  },
);

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the departments are there and lead on', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/hr/completions?state=started');
    await page.locator('summary').filter({ hasText: 'By department' }).click();
    await departments(page).getByRole('link').first().click();
    await expect(page).toHaveURL(/department=.*state=started/);
    await page.getByLabel('As of').fill('2026-03-31');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/on=2026-03-31/);
  });
});
