import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openNewest } from './newsletter-pages.ts';

async function toNewest(page: Page): Promise<void> {
  await page.goto('/newsletter');
  await openNewest(page);
}

test('a new issue stands on the first page until it is opened', async ({ page, signIn }) => {
  await signIn('ada');
  const news = page.locator('.aside').filter({ hasText: 'Newsletter' });
  await news.getByRole('link').click();
  await expect(page).toHaveURL(/\/newsletter\/[a-z-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada');
  await expect(news).toHaveCount(0);
});

test('each department reads its own', async ({ page, openPage, signIn }) => {
  await signIn('ada');
  await toNewest(page);
  await expect(page.getByRole('region', { name: 'For Shipping' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'For Sales' })).toHaveCount(0);
  const other = await openPage();
  await signIn('zed', other);
  await other.goto(page.url());
  await expect(other.getByRole('region', { name: 'For Sales' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'For Shipping' })).toHaveCount(0);
});

test(
  'a page of text comes without the program, and under 150 KB',
  { tag: '@phone' },
  async ({ page, signIn }) => {
    await signIn('ada');
    await page.goto('/newsletter');
    const path = (await page.locator('.issue-newest h2 a').getAttribute('href'))!;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(bytes).toBeLessThan(150 * 1024);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  },
);

test('a story is found by its title, and said what one thinks of the issue', async ({ page, signIn }) => {
  await signIn('ben');
  await toNewest(page);
  const title = (await page.locator('.story-body > h2').first().textContent())!;
  await page.goto('/newsletter');
  await page.getByLabel('Search in all issues').fill(title);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page).toHaveURL(/\/newsletter\/[a-z-]+#[a-z-]+$/);
  await page.getByLabel('No', { exact: true }).check();
  await page.getByLabel('A sentence for the editor').fill('Shorter, please.');
  await page.getByRole('button', { name: 'Send it to the editor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for saying so');
  await expect(page.getByLabel('A sentence for the editor')).toHaveValue('Shorter, please.');
  await page.getByRole('button', { name: 'Change what I said' }).click();
  await page.getByRole('link', { name: 'Back to the issue' }).click();
  await expect(page.getByLabel('No', { exact: true })).toBeChecked();
});

test('both sheets come as PDF', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn('ada');
  await toNewest(page);
  for (const name of ['To print (PDF)', 'For the wall (PDF)']) {
    const path = (await page.getByRole('link', { name }).getAttribute('href'))!;
    const answer = await page.request.get(path);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.mainnav', '.issue-end', '.issue-tools', '.case-turns'])
    await expect(page.locator(gone).first()).toBeHidden();
});

test(
  'an editor copies the mail as Outlook takes it',
  { tag: '@desktop' },
  async ({ page, context, signIn }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn('dana');
    await toNewest(page);
    await page.goto(`${page.url().replace('/newsletter/', '/studio/issue/')}/mail?as=shipping`);
    const mail = page.frameLocator('.mail-frame');
    await expect(mail.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(mail.locator('img').first()).toHaveJSProperty('complete', true);
    expect(
      await mail
        .locator('img')
        .first()
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBe(1200);
    await page.getByRole('button', { name: 'Copy for Outlook' }).click();
    await expect(page.getByText('Copied. Paste it into a new mail.')).toBeVisible();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType('text/html')).text();
    });
    expect(copied).toContain('For your department');
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'an issue is found, read and answered, and the mail copied by hand',
    { tag: '@phone' },
    async ({ page, signIn }) => {
      await signIn('dana');
      await page.goto('/newsletter');
      await page.getByLabel('Search in all issues').fill('zzzz');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('link', { name: 'Show all issues' }).click();
      await openNewest(page);
      await page.locator('.issue-contents a').last().click();
      await expect(page).toHaveURL(/#[a-z-]+$/);
      await page.getByLabel('Yes', { exact: true }).check();
      await page.getByRole('button', { name: 'Send it to the editor' }).click();
      await expect(page.getByText('It is with the editor.')).toBeVisible();
      const issue = page
        .url()
        .replace(/\/opinion.*/, '')
        .replace('/newsletter/', '/studio/issue/');
      await page.goto(`${issue}/mail`);
      await page.getByText('The HTML itself, to be copied by hand').click();
      await expect(page.getByRole('textbox', { name: /^The HTML itself/ })).toHaveValue(/<!doctype html>/);
    },
  );
});
