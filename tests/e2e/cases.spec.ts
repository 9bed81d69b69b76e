import type { Page } from '@playwright/test';
import { oneCase } from './case-pages.ts';
import { expect, test } from './fixtures.ts';

const shippedCases = (page: Page) =>
  page.locator('.case-lines a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** How many sheets a printer would take. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
}

test('a case is found with a slip of the finger, read, and left for the next', async ({ page, signIn }) => {
  await signIn('zed');
  await page.getByRole('link', { name: 'Cases', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cases');
  await page.getByLabel('Search').fill('sidebord');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/q=sidebord/);
  await expect(page.locator('mark').first()).toHaveText('sideboard');
  await page.getByRole('link', { name: oneCase.title }).click();
  await expect(page).toHaveURL(`/cases/${oneCase.id}`);
  await expect(page.getByRole('heading', { name: 'Bad' })).toBeVisible();
  await page.getByRole('link', { name: /^Next case/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(oneCase.title);
  await page.getByRole('link', { name: /^Case before/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(oneCase.title);
});

test('every case that ships is printed on one sheet', { tag: '@desktop' }, async ({ page, signIn }) => {
  test.slow();
  await signIn('ada');
  const paths: string[] = [];
  for (let next: string | null = '/cases'; next;) {
    await page.goto(next);
    paths.push(...(await shippedCases(page)));
    const onward = page.locator('.pager a[rel=next]');
    next = (await onward.count()) > 0 ? await onward.getAttribute('href') : null;
  }
  expect(paths.length).toBeGreaterThan(3);
  const long: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    for (const format of ['A4', 'Letter'] as const) {
      const count = await sheets(page, format);
      if (count !== 1) long.push(`${path}: ${count} sheets of ${format}`);
    }
  }
  expect(long).toEqual([]);
});

test('a print holds the case and nothing around it', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn('ada');
  await page.goto(`/cases/${oneCase.id}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText('Remember')).toBeVisible();
  await expect(page.locator('.case-address')).toContainText(`/cases/${oneCase.id}`);
  for (const gone of ['.mainnav', '.crumbs', '.case-turns', '.actions', '.foot', '.menu']) {
    await expect(page.locator(gone).first()).toBeHidden();
  }
  const paper = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(paper).toBe('rgb(0, 0, 0)');
});

test('the glossary leads from a term to its source and back', async ({ page, signIn }) => {
  await signIn('ada');
  await page.goto('/learn');
  await page.getByRole('link', { name: 'Glossary' }).click();
  await page.getByRole('link', { name: 'S', exact: true }).click();
  await expect(page).toHaveURL('/glossary#letter-S');
  await page.getByRole('link', { name: 'Jan Carlzon' }).first().click();
  await expect(page).toHaveURL('/sources#carlzon-moments');
  // The address changes a moment before the page does.
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await page.locator('#carlzon-moments').getByRole('link', { name: 'Moment of truth' }).click();
  await expect(page).toHaveURL('/glossary#moment-of-truth');
});

test('a search and a case are done by keyboard alone', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn('ada');
  await page.goto('/cases');
  const focusOn = async (wanted: RegExp) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return element.labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      if (wanted.test(name)) return;
    }
    throw new Error(`Tab never came to ${wanted}`);
  };
  await focusOn(/^Search/);
  await page.keyboard.type('tape');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=tape/);
  await expect(page.locator('mark').first()).toBeVisible();
  await focusOn(/^Bay two/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(oneCase.title);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('cases are filtered, searched and read', { tag: '@phone' }, async ({ page, signIn }) => {
    await signIn('ada');
    await page.goto('/cases');
    await page.getByLabel('Standard').selectOption('stop-it-here');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/standard=stop-it-here/);
    await expect(page.getByLabel('Standard')).toHaveValue('stop-it-here');
    await page.getByRole('link', { name: oneCase.title }).click();
    await expect(page.getByRole('heading', { name: 'Good' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print on one page' })).toHaveCount(0);
    await page.goto('/cases?q=zzzz');
    await page.getByRole('link', { name: 'Show all cases' }).click();
    await expect(page).toHaveURL('/cases');
  });
});
