import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** This week's sheet of a department that Ben heads. */
async function openSheet(page: Page, department: string): Promise<void> {
  await page.goto('/team');
  await page.getByRole('link', { name: "All of Monday's five minutes" }).click();
  await page
    .getByRole('region', { name: 'This week' })
    .getByRole('link', { name: new RegExp(`, ${department}$`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Done?' })).toBeVisible();
}

const names = (page: Page) => page.locator('.huddle-names li').allTextContents();

test('a head holds Monday’s five minutes, says who was there, and corrects it', async ({
  page,
  openPage,
  signIn,
}) => {
  test.slow();
  await signIn('ben');
  await openSheet(page, 'Shipping');
  await expect(page.getByRole('heading', { name: 'Good' })).toBeHidden();
  await page.getByText('Show what happened').click();
  await expect(page.getByRole('heading', { name: 'Good' })).toBeVisible();

  const ada = page.getByRole('checkbox', { name: /^Ada Kowalska/ });
  await expect(ada).toBeChecked();
  const all = await page.getByRole('checkbox', { checked: true }).count();
  await ada.uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Thank you. It is written down.')).toBeVisible();
  expect(await names(page)).toHaveLength(all - 1);
  expect(await names(page)).not.toContain('Ada Kowalska');

  await page.getByRole('link', { name: 'Correct it' }).click();
  await expect(ada).not.toBeChecked();
  await ada.check();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Thank you. It is written down.')).toBeVisible();
  expect(await names(page)).toContain('Ada Kowalska');
  await page.goto('/team');
  await expect(page.getByText(/^Last held/)).toBeVisible();

  await page.goto('/team/huddles');
  const sheet = page.getByRole('link', { name: /, Shipping$/ }).first();
  const path = (await sheet.getAttribute('href'))!.replace('/team', '');
  const print = await page.request.get(`/team${path}.pdf`);
  expect((await print.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const hers = await openPage();
  await signIn('ada', hers);
  await hers.goto(new URL(path, page.url()).href);
  await expect(hers.getByRole('heading', { name: 'What would you say?' })).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Done' })).toHaveCount(0);
  const his = await openPage();
  await signIn('zed', his);
  const strange = await his.goto(new URL(path, page.url()).href);
  expect(strange!.status()).toBe(404);
});

test('another sheet is chosen, each with its reason', async ({ page, signIn }) => {
  test.slow();
  await signIn('ben');
  await openSheet(page, 'Shipping night');
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('link', { name: 'Choose another sheet' }).click();
  const other = page.getByRole('radio', { checked: false }).first();
  const label = (await page.locator('.choice:not(:has(:checked)) [dir=auto]').first().textContent())!;
  await other.check();
  await page.getByRole('button', { name: 'Take this one' }).click();
  await expect(page.getByText('This is your sheet now.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(label);
  expect(label).not.toBe(before);
});

test('HR tells what was refreshed in a talk from what was done online', async ({ page, signIn }) => {
  test.slow();
  await signIn('chidi');
  await page.goto('/hr/completions');
  await page.getByLabel('How', { exact: true }).selectOption('talk');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/how=talk/);
  const first = page.getByRole('row').filter({ hasText: 'team talk' }).first();
  await expect(first).toBeVisible();
  const csv = await page.request.get('/hr/completions.csv?how=talk');
  expect(
    (await csv.text())
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .every((line) => line.includes('team talk')),
  ).toBe(true);
  await first.getByRole('link').first().click();
  await expect(page.getByRole('cell', { name: /^(How )?team talk$/ }).first()).toBeVisible();
  await page.goto('/hr/courses/shipping');
  await page.getByRole('link', { name: /refreshed some of it in a team talk$/ }).click();
  await expect(page).toHaveURL(/course=shipping&how=talk/);
});

test('it is held by keyboard alone', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn('ben');
  await openSheet(page, 'Returns');
  const focusOn = async (wanted: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return element.labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      if (wanted.test(name)) return;
    }
    throw new Error(`Tab never came to ${wanted}`);
  };
  await focusOn(/^Show what happened/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Good' })).toBeVisible();
  const first = page.getByRole('checkbox').first();
  const name = (await page.locator('.huddle-people .choice [dir=auto]').first().textContent())!;
  await focusOn(new RegExp(`^${name}`));
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await focusOn(/^Done$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Thank you. It is written down.')).toBeVisible();
  expect(await names(page)).not.toContain(name);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is held, and what is wrong comes back as it was', { tag: '@phone' }, async ({ page, signIn }) => {
    await signIn('ben');
    await openSheet(page, 'Returns');
    const boxes = await page.getByRole('checkbox').all();
    for (const box of boxes) await box.uncheck();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('link', { name: /^Tick at least one person/ })).toBeVisible();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('1 person took part')).toBeVisible();
  });
});
