import type { Page } from '@playwright/test';
import { addLearner } from '../support/e2e-company.ts';
import { answerKey, firstModule, openQuiz, wayTo } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { openScenario } from './lesson-pages.ts';

test.use({ company: 'founded' });

type Focus = { name: string; field: string; value: string; isVisible: boolean };

/** What has the focus, and whether somebody who looks can tell. */
function focused(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    if (element === document.body) return { name: '', field: '', value: '', isVisible: false };
    const label =
      element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    const shown = element.matches('.choice input') ? element.closest('.choice')! : element;
    const rings = [element, shown].map((one) => getComputedStyle(one));
    return {
      name: (element.getAttribute('aria-label') ?? label ?? '').trim(),
      field: element.getAttribute('name') ?? '',
      value: element.value ?? '',
      isVisible: rings.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    };
  });
}

/** Goes on with Tab until something has the focus, and sees it there. */
async function tabTo(page: Page, isWanted: (focus: Focus) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    expect(focus.isVisible || focus.name === '', `a ring around “${focus.name}”`).toBe(true);
    if (isWanted(focus)) return;
  }
  throw new Error(`Tab never came to it on ${page.url()}`);
}

const named = (text: string) => (focus: Focus) => focus.name.startsWith(text);

async function follow(page: Page, text: string, address: RegExp): Promise<void> {
  await tabTo(page, named(text));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
}

test(
  'a module and its questions are done by keyboard alone',
  { tag: '@desktop' },
  async ({ page, server, visit }) => {
    test.slow();
    const learner = await addLearner(server, 'Kay');
    await page.goto('/sign-in');
    await tabTo(page, ({ field }) => field === 'email');
    await page.keyboard.type(learner.email);
    await tabTo(page, ({ field }) => field === 'password');
    await page.keyboard.type(learner.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/');

    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ name: 'Skip to the content', isVisible: true });
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
    await follow(page, `Begin “${firstModule.title}”`, /the-last-hands-on-the-box$/);

    await openQuiz(await visit(learner), firstModule);
    await openScenario(page, firstModule);
    for (const { text } of wayTo(firstModule, 'good')) await follow(page, text, /path=/);
    await expect(page.getByRole('heading', { name: 'It ended well' })).toBeVisible();

    await page.goto(`${firstModule.home}/quiz`);
    await answerByKeyboard(page);
    await tabTo(page, named('Send my answers'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${firstModule.title}`);
  },
);

/** Each line in its turn is moved up to its place with the arrow keys. */
async function orderByKeyboard(page: Page, id: string, texts: string[]): Promise<void> {
  const lines = page.locator(`[id="question-${id}"] .order-text`);
  await expect(lines).toHaveCount(texts.length);
  const stand = () => lines.allTextContents();
  await tabTo(page, named('Move up:'));
  for (const [index, text] of texts.entries()) {
    const from = (await stand()).indexOf(text);
    // To the button of the line that has to move, from wherever the one before it was left.
    const isThere = async () => (await focused(page)).name === `Move up: ${text}`;
    for (let presses = 0; presses < 20 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
    expect(await isThere(), text).toBe(true);
    for (let at = from; at > index; at -= 1) {
      await page.keyboard.press('ArrowUp');
      await expect(lines.nth(at - 1)).toHaveText(text);
      expect(await isThere(), 'the focus goes along').toBe(true);
    }
  }
  const asItIs = page.getByRole('button', { name: 'It is right as it stands' });
  if (!(await asItIs.isVisible())) return;
  await tabTo(page, named('It is right as it stands'));
  await page.keyboard.press('Enter');
}

async function answerByKeyboard(page: Page): Promise<void> {
  for (const { id, kind, options } of answerKey(firstModule)) {
    if (kind === 'order') {
      await orderByKeyboard(
        page,
        id,
        options.map(({ text }) => text),
      );
      continue;
    }
    if (kind === 'match') {
      for (const { text, match } of options) {
        await tabTo(page, ({ name }) => name.startsWith('What goes with'));
        const select = page.getByLabel(`What goes with “${text}”`);
        await select.focus();
        const label = await select.locator('option').filter({ hasText: match }).first().textContent();
        await page.keyboard.type(label!.slice(0, 1));
        await expect(select.locator('option:checked')).toHaveText(label!);
      }
      continue;
    }
    if (kind === 'many') {
      for (const { text } of options.filter(({ right }) => right)) {
        await tabTo(page, named(text));
        await page.keyboard.press('Space');
      }
      continue;
    }
    await tabTo(page, ({ field }) => field === `q.${id}`);
    await page.keyboard.press('Space');
    for (let step = options.findIndex(({ right }) => right); step > 0; step -= 1) {
      await page.keyboard.press('ArrowDown');
    }
  }
}

test(
  'the menu opens by keyboard and closes by Escape, and the focus stays with it',
  { tag: '@desktop' },
  async ({ page, signIn, server }) => {
    await signIn(await addLearner(server, 'Menuel'));
    const menu = page.locator('details.menu');
    await expect(async () => {
      await menu.locator('summary').focus();
      await page.keyboard.press('Enter');
      await expect(menu).toHaveAttribute('open', '');
      await page.keyboard.press('Escape');
      await expect(menu).not.toHaveAttribute('open', '', { timeout: 500 });
    }).toPass();
    await expect(menu.locator('summary')).toBeFocused();
  },
);
