import type { Page } from '@playwright/test';
import { addLearner, send } from '../support/e2e-company.ts';
import { firstModule, readEverything, wayTo } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { goToScenario, openScenario, playScenario } from './lesson-pages.ts';

test.use({ company: 'founded' });

const { home } = firstModule;
/** HTML, styles, scripts and letters, as they come over the line. */
const most = 150 * 1024;

const sizeOfText = (page: Page) =>
  page.locator('#text').evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));

/** A voice that says when it is told to, for browsers that have none. */
async function giveVoice(page: Page, lang: string): Promise<void> {
  await page.addInitScript((language) => {
    const said: string[] = [];
    let current: EventTarget | null = null;
    const voice = {
      getVoices: () => [{ lang: language, name: 'A voice' }],
      speak: (one: EventTarget & { text: string }) => {
        said.push(one.text);
        current = one;
      },
      cancel: () => {
        current = null;
      },
      addEventListener: () => {},
      removeEventListener: () => {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class extends EventTarget {
        lang = '';
        constructor(readonly text: string) {
          super();
        }
      },
    });
    Object.assign(window, { said, endOfPiece: () => current?.dispatchEvent(new Event('end')) });
  }, lang);
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
const endOfPiece = (page: Page) =>
  page.evaluate(() => (window as unknown as { endOfPiece: () => void }).endOfPiece());

test('a first visit to a text is light', async ({ page, server, visit, signIn, openPage }) => {
  const learner = await addLearner(server, 'Light');
  await send(await visit(learner), home, {});
  await signIn(learner);
  const cold = await openPage({ baseURL: server.url, storageState: await page.context().storageState() });
  const line = await cold.context().newCDPSession(cold);
  await line.send('Network.enable');
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cold.goto(home, { waitUntil: 'networkidle' });
  await expect(cold.locator('#text p').first()).toBeVisible();
  expect(bytes).toBeGreaterThan(10 * 1024);
  expect(bytes).toBeLessThan(most);
});

test.describe('on a line that breaks', () => {
  test.use({ expectedComplaint: /ERR_FAILED/ });

  test('the text is there without any letter or style', async ({ page, server, visit, signIn }) => {
    const learner = await addLearner(server, 'Bare');
    await send(await visit(learner), home, {});
    await signIn(learner);
    await page.route(/\/assets\//, (route) => route.abort());
    await page.goto(home);
    await expect(page.locator('#text p').first()).toBeVisible();
  });
});

test('the text grows at once, stays so, and fits the narrowest screen', async ({ page, server, signIn }) => {
  await signIn(await addLearner(server, 'Big'));
  await page.goto(home);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const before = await sizeOfText(page);
  const kept = page.waitForResponse(/text-size/);
  await page.getByRole('button', { name: 'Very large text' }).click();
  await expect(page.getByRole('button', { name: 'Very large text' })).toHaveAttribute('aria-pressed', 'true');
  expect(await sizeOfText(page)).toBeGreaterThan(before * 1.4);
  await kept;
  await page.reload();
  expect(await sizeOfText(page)).toBeGreaterThan(before * 1.4);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the text grows, too', { tag: '@phone' }, async ({ page, server, signIn }) => {
    await signIn(await addLearner(server, 'Plainly'));
    await page.goto(home);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    const address = page.url();
    await page.getByRole('button', { name: 'Large text', exact: true }).click();
    await expect(page).toHaveURL(address);
    await expect(page.locator('html')).toHaveClass('text-large');
    await expect(page.getByRole('button', { name: 'Read aloud' })).toBeHidden();
  });

  test(
    'a scenario says how the customer felt, before it goes on',
    { tag: '@phone' },
    async ({ page, server, signIn }) => {
      await signIn(await addLearner(server, 'Feeling'));
      await page.goto(home);
      await page.getByRole('button', { name: 'Begin', exact: true }).click();
      await goToScenario(page);
      const [first] = wayTo(firstModule, 'good');
      await page.getByRole('link', { name: first!.text }).click();
      await expect(page.getByText(first!.felt)).toBeInViewport();
      await page.getByRole('link', { name: 'Go back one step' }).click();
      await expect(page.getByText(first!.felt)).toHaveCount(0);
      await playScenario(page, firstModule, 'bad');
      await page.getByRole('link', { name: 'Try it again from the start' }).click();
      await playScenario(page, firstModule, 'good');
    },
  );
});

test('a choice is told to whoever listens', { tag: '@desktop' }, async ({ page, server, visit, signIn }) => {
  const learner = await addLearner(server, 'Listening');
  await readEverything(await visit(learner), firstModule);
  await signIn(learner);
  await openScenario(page, firstModule);
  const [first] = wayTo(firstModule, 'good');
  await page.getByRole('link', { name: first!.text }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.spot')).toBeFocused();
  await expect(page.getByRole('group', { name: first!.felt })).toBeVisible();
});

test.describe('reading aloud', () => {
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('goes from piece to piece, rests, goes on and ends', async ({ page, server, visit, signIn }) => {
    const learner = await addLearner(server, 'Loud');
    await send(await visit(learner), home, {});
    await signIn(learner);
    await giveVoice(page, 'en-GB');
    await page.goto(home);
    await button(page, 'Read aloud').click();
    await expect(page.locator('.being-read')).toHaveCount(1);
    const [first] = await said(page);
    expect(first?.length).toBeGreaterThan(10);
    await endOfPiece(page);
    await expect.poll(async () => (await said(page)).length).toBe(2);
    await button(page, 'Pause').click();
    await endOfPiece(page);
    expect(await said(page)).toHaveLength(2);
    await button(page, 'Go on reading').click();
    expect((await said(page))[2]).toBe((await said(page))[1]);
    await button(page, 'Stop').click();
    await expect(page.locator('.being-read')).toHaveCount(0);
    await expect(button(page, 'Read aloud')).toBeFocused();
    await expect(button(page, 'Stop')).toBeHidden();
  });

  test('says who speaks, and nothing of what is to be pressed', async ({ page, server, visit, signIn }) => {
    const learner = await addLearner(server, 'Spoken');
    await send(await visit(learner), home, {});
    await signIn(learner);
    await giveVoice(page, 'en');
    await page.goto(home);
    const speech = page.locator('.said').first();
    const who = await speech.locator('.said-who').textContent();
    const words = await speech.locator('.said-words').textContent();
    await button(page, 'Read aloud').click();
    for (let piece = 0; piece < 80 && (await page.locator('.being-read').count()) > 0; piece += 1)
      await endOfPiece(page);
    const all = await said(page);
    expect(all).toContain(`${who}: ${words}`);
    expect(all.filter((piece) => /^(Go on|Back|Keep this|Read aloud|Parts)/.test(piece))).toEqual([]);
    expect(all.filter((piece) => piece.includes(words!))).toHaveLength(1);
  });

  test('is not offered where no voice speaks the language', async ({ page, server, signIn }) => {
    await signIn(await addLearner(server, 'Silent'));
    await giveVoice(page, 'fr-FR');
    await page.goto(home);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Large text', exact: true })).toBeVisible();
    await expect(button(page, 'Read aloud')).toBeHidden();
  });
});
