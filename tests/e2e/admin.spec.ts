import type { Page } from '@playwright/test';
import { addLearner, olga } from '../support/e2e-company.ts';
import { pngOf } from '../support/images.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'founded' });
test.describe.configure({ mode: 'serial' });
test.beforeEach(() => test.slow());

const accent = '#1d8a99';
const mark = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-mark').trim());
const logoOf = (page: Page, name: string) => page.locator('.wordmark').getByRole('img', { name });

test('the company gets a name and a colour, and every page shows them', async ({
  page,
  signIn,
  openPage,
}) => {
  await signIn(olga);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'The company' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Northgate & Daughters');
  await page.getByLabel('Accent').first().fill('#000000');
  await page.getByRole('button', { name: 'Save' }).click();
  const refused = page.getByRole('link', { name: /cannot be seen on a dark page/ });
  await expect(refused).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Northgate & Daughters');

  await page.getByLabel('Choose the accent by eye').fill(accent);
  await expect(page.getByLabel('Accent').first()).toHaveValue(accent);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Everybody sees it from their next page on')).toBeVisible();
  await expect(page.locator('.wordmark')).toHaveText('Northgate & Daughters');
  expect(await mark(page)).toBe(accent);

  const outside = await openPage();
  for (const path of ['/sign-in', '/privacy', '/nowhere']) {
    await outside.goto(new URL(path, page.url()).href);
    await expect(outside.locator('.wordmark')).toHaveText('Northgate & Daughters');
    expect(await mark(outside)).toBe(accent);
  }
});

test('a logo takes the place of the name, and leaves it again', async ({ page, signIn, openPage }) => {
  await signIn(olga);
  await page.goto('/admin/company');
  await page.getByRole('link', { name: 'Choose a logo' }).click();
  const file = page.getByLabel('A picture');
  const svg = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') };
  await file.setInputFiles(svg);
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await expect(page.getByRole('link', { name: /An SVG has to be saved as PNG/ })).toBeVisible();
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await pngOf(300, 100) });
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await expect(logoOf(page, 'Northgate & Daughters')).toBeVisible();

  const outside = await openPage();
  for (const path of ['/sign-in', '/nowhere']) {
    await outside.goto(new URL(path, page.url()).href);
    await expect(logoOf(outside, 'Northgate & Daughters')).toBeVisible();
    const drawn = await logoOf(outside, 'Northgate & Daughters').evaluate(
      (image: HTMLImageElement) => image.complete && image.naturalWidth,
    );
    expect(drawn).toBe(300);
  }

  await page.getByRole('link', { name: 'Take the logo away' }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.locator('.wordmark')).toHaveText('Northgate & Daughters');
});

test(
  'without a script the colour is typed, and nothing pretends to choose it',
  { tag: '@desktop' },
  async ({ signIn, openPage, baseURL }) => {
    const page = await openPage({ javaScriptEnabled: false, baseURL });
    await signIn(olga, page);
    await page.goto('/admin/company');
    await expect(page.locator('input[type=color]')).toHaveCount(0);
    await page.getByLabel('Accent').first().fill('C0392B');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByLabel('Accent').first()).toHaveValue('#c0392b');
  },
);

test('whoever gets a role is signed out, and sees more; who loses it sees less', async ({
  page,
  server,
  signIn,
  openPage,
  isMobile,
}) => {
  const nora = await addLearner(server, isMobile ? 'Nora' : 'Nelly');
  const hers = await openPage({ baseURL: server.url });
  await signIn(nora, hers);
  const nav = hers.getByRole('navigation', { name: 'Main' });
  await expect(nav.getByRole('link', { name: 'HR' })).toHaveCount(0);

  await signIn(olga);
  await page.goto('/admin/roles');
  await page.getByRole('link', { name: 'Give a role' }).click();
  await page.getByLabel('Who', { exact: true }).fill(nora.email);
  await page.getByLabel('Role', { exact: true }).selectOption('hr');
  await page.getByRole('button', { name: 'Give it' }).click();
  await expect(page.getByText(`${nora.name} has the role now`)).toBeVisible();

  await nav.getByRole('link', { name: 'Learn' }).click();
  await expect(hers).toHaveURL(/\/sign-in\?next=%2Flearn/);
  await signIn(nora, hers);
  await expect(nav.getByRole('link', { name: 'HR' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Admin' })).toHaveCount(0);

  await page.getByRole('link', { name: `HR: take it from ${nora.name}` }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('The role is taken away')).toBeVisible();
  await expect(page.getByRole('link', { name: `HR: take it from ${nora.name}` })).toHaveCount(0);
  await nav.getByRole('link', { name: 'HR' }).click();
  await expect(hers).toHaveURL(/\/sign-in/);
  await signIn(nora, hers);
  await expect(nav.getByRole('link', { name: 'HR' })).toHaveCount(0);
});
