import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { onePoster } from './poster-pages.ts';

// A network that was cut leaves its traces in the console, and is what these tests are about.
test.use({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });
// Every poster is made for the first time here.
test.beforeEach(() => test.slow());

/** Every file that the page offers, as its first bytes say what it is. */
async function fetchAll(page: Page, links: string[]): Promise<string[]> {
  const kinds: string[] = [];
  for (const link of links) {
    const answer = await page.request.get(link);
    expect(answer.status(), link).toBe(200);
    const head = (await answer.body()).subarray(0, 5).toString('latin1');
    kinds.push(head === '%PDF-' ? 'pdf' : head.slice(1, 4));
  }
  return kinds;
}

test('a poster is found, printed in every size, and read without being seen', async ({ page, signIn }) => {
  await signIn('ada');
  await page.goto('/posters');
  await page.getByRole('link', { name: /^Shipping \(/ }).click();
  await expect(page).toHaveURL(/function=shipping/);
  await page.getByRole('link', { name: 'Show all' }).click();
  await page.getByRole('link', { name: onePoster.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(onePoster.title);
  await expect(page.locator('.poster-picture')).toBeVisible();
  await expect(page.getByText('Now say it slowly, to somebody who knows you.')).toBeVisible();
  await page.getByText('More sizes, and files for a print shop').click();
  const links = await page
    .locator('.poster-files a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const kinds = await fetchAll(page, links);
  expect(kinds.filter((kind) => kind === 'pdf')).toHaveLength(18);
  expect(kinds.filter((kind) => kind === 'PNG')).toHaveLength(3);
  await page.getByRole('link', { name: /^Polish/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('„Pewnie nic się nie stało”');
});

test('a screen goes on when the network is cut, and begins again without it', async ({
  page,
  signIn,
  openPage,
}) => {
  await signIn('dana');
  await page.goto('/studio/screens/new');
  await page.getByLabel('Name', { exact: true }).fill('Hall');
  await page.getByLabel('Seconds for each poster').fill('5');
  for (const place of (await page.getByRole('spinbutton', { name: /^Place of/ }).all()).slice(2)) {
    await place.fill('');
  }
  await page.getByRole('button', { name: 'Set up the screen' }).click();
  await expect(page.getByRole('status')).toContainText('The screen is set up');
  const address = await page.locator('.code-text').innerText();

  const wall = await openPage({ viewport: { width: 960, height: 540 } });
  await wall.goto(address);
  const shown = wall.locator('img.on').last();
  await expect(shown).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => wall.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect
    .poll(() => wall.evaluate(async () => (await (await caches.open('screen')).keys()).length))
    .toBeGreaterThan(3);
  expect(await wall.context().cookies()).toEqual([]);

  await wall.context().setOffline(true);
  const before = await shown.getAttribute('alt');
  await expect(shown).not.toHaveAttribute('alt', before ?? '', { timeout: 15_000 });
  await expect(shown).toHaveAttribute('alt', before ?? '', { timeout: 15_000 });
  await wall.reload();
  await expect(shown).toHaveAttribute('src', /^blob:/);
  const again = await shown.getAttribute('alt');
  await expect(shown).not.toHaveAttribute('alt', again ?? '', { timeout: 15_000 });
  await wall.context().setOffline(false);

  // What the editor takes out is gone from the wall as soon as the screen asks.
  await page.getByRole('link', { name: 'Change what it shows' }).click();
  await page
    .getByRole('spinbutton', { name: /^Place of/ })
    .nth(1)
    .fill('');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect(page.locator('.poster-wall > li')).toHaveCount(1);
  const left = await page.locator('.poster-wall h3').innerText();
  await wall.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(shown).toHaveAttribute('alt', left, { timeout: 15_000 });
  const pictures = () =>
    wall.evaluate(async () => {
      const kept = await (await caches.open('screen')).keys();
      return kept.filter(({ url }) => url.includes('.png')).length;
    });
  await expect.poll(pictures).toBe(1);

  await page.getByRole('link', { name: 'Make a new address' }).click();
  await page.getByRole('button', { name: 'Make the new address' }).click();
  await expect(page.locator('.code-text')).not.toHaveText(address);
  await wall.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(wall.locator('img.on')).toHaveCount(0, { timeout: 15_000 });
  await expect(wall.getByText('There is nothing to show at the moment.')).toBeVisible();
});

test('nothing moves for whoever wants it so', { tag: '@desktop' }, async ({ page, signIn, openPage }) => {
  await signIn('dana');
  await page.goto('/studio/screens');
  await page.getByRole('link', { name: 'Canteen in Gdańsk' }).click();
  const wall = await openPage({ reducedMotion: 'reduce' });
  await wall.goto(await page.locator('.code-text').innerText());
  const shown = wall.locator('img.on').last();
  await expect(shown).toHaveAttribute('src', /^blob:/);
  const seconds = await shown.evaluate((picture) => getComputedStyle(picture).transitionDuration);
  expect(Number.parseFloat(seconds)).toBe(0);
});

test('a head sees what to replace, hangs it, and ticks what else hangs', async ({ page, signIn }) => {
  await signIn('ben');
  await page.goto('/team');
  await page.getByRole('link', { name: 'Posters on our walls: one to replace' }).click();
  await expect(page.getByRole('heading', { name: 'One to see to' })).toBeVisible();
  await page.getByRole('button', { name: /^Hung today/ }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  await expect(page.getByRole('heading', { name: 'One to see to' })).toHaveCount(0);
  const box = page.getByRole('checkbox', { name: /Page 4/ });
  await box.check();
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(box).toBeChecked();
  await page.getByRole('link', { name: /^Hung anew, or elsewhere Page 4/ }).click();
  await page.getByRole('textbox', { name: /^Where/ }).fill('Door of bay two');
  await page.getByLabel('Size').selectOption('a3');
  await page.getByRole('button', { name: 'Hung today' }).click();
  await expect(page.getByText('A3 · Door of bay two')).toBeVisible();
  await box.uncheck();
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(box).not.toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'posters are chosen and taken along, walls are kept, a screen turns',
    { tag: '@phone' },
    async ({ page, signIn, openPage }) => {
      await signIn('ben');
      await page.goto('/posters');
      await page.getByRole('button', { name: 'Take the chosen ones' }).click();
      await expect(page.getByText('Tick at least one poster')).toBeVisible();
      await page.getByRole('checkbox', { name: /Page 4/ }).check();
      await page.getByRole('checkbox', { name: /Four thumbs up/ }).check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Take the chosen ones' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('posters-a4-upright.zip');
      await page.goto('/team/posters');
      await page.getByRole('checkbox', { name: /A scale has no opinion/ }).uncheck();
      await page.getByRole('button', { name: 'Save the list' }).click();
      await expect(page.getByRole('checkbox', { name: /A scale has no opinion/ })).not.toBeChecked();

      const editor = await openPage({ javaScriptEnabled: false });
      await signIn('dana', editor);
      await editor.goto('/studio/screens');
      await editor.getByRole('link', { name: 'Canteen in Gdańsk' }).click();
      await editor.goto(await editor.locator('.code-text').innerText());
      const first = await editor.locator('img.on').getAttribute('alt');
      const next = await editor.locator('head noscript').innerHTML();
      expect(next).toContain('?slide=2');
      await editor.goto(`${editor.url()}?slide=2`);
      await expect(editor.locator('img.on')).not.toHaveAttribute('alt', first ?? '');
    },
  );
});
