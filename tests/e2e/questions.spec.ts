import type { Locator, Page } from '@playwright/test';
import { addLearner } from '../support/e2e-company.ts';
import { openQuiz } from '../support/e2e-lesson.ts';
import {
  pairs,
  publishQuestions,
  questionsHome as home,
  questionsLesson,
  questionsTitle,
  steps,
} from '../support/e2e-questions.ts';
import { expect, test as base } from './fixtures.ts';
import { putInOrder, sendAnswers } from './lesson-pages.ts';

/** Signs somebody new in, and opens a try for them. */
const test = base.extend<{ openQuestions: (name: string) => Promise<void> }>({
  openQuestions: async ({ server, signIn, visit }, use) =>
    use(async (name) => {
      base.info().slow();
      await publishQuestions(server);
      const learner = await addLearner(server, name);
      await signIn(learner);
      await openQuiz(await visit(learner), questionsLesson);
    }),
});

test.use({ company: 'founded', expectedComplaint: /ERR_INTERNET_DISCONNECTED|^$/ });

const field = (page: Page, id: string) => page.locator(`[id="question-${id}"]`);
const lines = (page: Page) => field(page, 'steps').locator('.order-item');
const chosenFor = (page: Page, option: string) =>
  page.getByLabel(`What goes with “${option}”`).locator('option:checked');

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

type Drag = (page: Page, from: Locator, to: Locator) => Promise<void>;

const byMouse: Drag = async (page, from, to) => {
  await centre(to);
  const start = await centre(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const end = (await to.boundingBox())!;
  await page.mouse.move(end.x + 40, end.y + end.height / 2 - 3, { steps: 8 });
  await page.mouse.up();
};

/** A page that was flung glides on for a while, and what is on it with it. */
const standStill = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        let [last, frames] = [window.scrollY, 0];
        const look = () => {
          frames = window.scrollY === last ? frames + 1 : 0;
          last = window.scrollY;
          if (frames > 5) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );

const byTouch: Drag = async (page, from, to) => {
  await standStill(page);
  // Both on the screen: a finger cannot take hold of what is not.
  const [high, low] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.evaluate((by) => window.scrollBy(0, by - window.innerHeight / 2), (high.y + low.y) / 2);
  await standStill(page);
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
  const touch = await page.context().newCDPSession(page);
  const at = (part: number) => [
    {
      x: start.x + start.width / 2 + part * (end.x + 60 - start.x - start.width / 2),
      y: start.y + start.height / 2 + part * (end.y + end.height / 2 - 3 - start.y - start.height / 2),
    },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

async function answerByDragging(page: Page, drag: Drag): Promise<void> {
  await page.getByLabel('A new one leaves today.').check();
  await expect(lines(page)).toHaveCount(steps.length);
  for (const [index, text] of steps.entries()) {
    if ((await lines(page).nth(index).locator('.order-text').textContent()) === text) continue;
    await drag(page, lines(page).filter({ hasText: text }).locator('.grip'), lines(page).nth(index));
    await expect(lines(page).nth(index).locator('.order-text')).toHaveText(text);
  }
  const asItIs = page.getByRole('button', { name: 'It is right as it stands' });
  if (await asItIs.isVisible()) await asItIs.click();
  for (const [option, match] of pairs) {
    const card = field(page, 'pairs').locator('.match-card').filter({ hasText: match }).locator('.grip');
    const line = field(page, 'pairs').locator('.match-line').filter({ hasText: option });
    await drag(page, card, line);
    await expect(chosenFor(page, option)).toContainText(match);
  }
}

async function expectAllKept(page: Page): Promise<void> {
  await expect(page.getByText('Kept. You can go away and come back.')).toBeVisible();
  // What was changed last goes with the page, and may come after the next one.
  await expect(async () => {
    await page.reload();
    await expect(lines(page).locator('.order-text')).toHaveText(steps);
    for (const [option, match] of pairs)
      await expect(chosenFor(page, option)).toContainText(match, { timeout: 500 });
  }).toPass();
  await sendAnswers(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${questionsTitle}`);
}

test('an order and pairs are dragged with a mouse', { tag: '@desktop' }, async ({ page, openQuestions }) => {
  await openQuestions('Mouse');
  await page.goto(`${home}/quiz`);
  await answerByDragging(page, byMouse);
  await expectAllKept(page);
});

test(
  'an order and pairs are dragged with a finger, which scrolls everywhere but on the handles',
  { tag: '@phone' },
  async ({ page, openQuestions }) => {
    await openQuestions('Finger');
    await page.goto(`${home}/quiz`);
    await expect(lines(page)).toHaveCount(steps.length);
    const touchAction = (of: Locator) => of.first().evaluate((one) => getComputedStyle(one).touchAction);
    expect(await touchAction(lines(page))).toBe('auto');
    expect(await touchAction(lines(page).locator('.grip'))).toBe('none');
    const before = await page.evaluate(() => window.scrollY);
    const text = lines(page).nth(1).locator('.order-text');
    await byTouch(page, text, page.getByRole('heading', { level: 1 }));
    await expect(field(page, 'steps').getByText('You have not moved anything yet.')).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).not.toBe(before);
    await answerByDragging(page, byTouch);
    await expectAllKept(page);
  },
);

test(
  'an order and pairs are given by keyboard alone, and every move is said',
  { tag: '@desktop' },
  async ({ page, openQuestions }) => {
    await openQuestions('Keys');
    await page.goto(`${home}/quiz`);
    await expect(lines(page)).toHaveCount(steps.length);
    const last = (await lines(page).last().locator('.order-text').textContent())!;
    const up = page.getByRole('button', { name: `Move up: ${last}` });
    await up.focus();
    await page.keyboard.press('Enter');
    await expect(up).toBeFocused();
    await expect(field(page, 'steps').locator('output')).toHaveText(`“${last}” is now at place 3 of 4.`);
    await page.keyboard.press('ArrowDown');
    await expect(lines(page).last().locator('.order-text')).toHaveText(last);
    await expect(up).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    for (const [index, text] of steps.entries()) {
      const move = page.getByRole('button', { name: `Move up: ${text}` });
      await move.focus();
      while ((await lines(page).locator('.order-text').allTextContents()).indexOf(text) > index)
        await page.keyboard.press('ArrowUp');
    }
    for (const [option, match] of pairs) {
      const select = page.getByLabel(`What goes with “${option}”`);
      await select.focus();
      await page.keyboard.type(
        (await select.locator('option').filter({ hasText: match }).textContent())![0]!,
      );
      await expect(chosenFor(page, option)).toContainText(match);
    }
    await page.getByLabel('A new one leaves today.').focus();
    await page.keyboard.press('Space');
    await expectAllKept(page);
  },
);

test(
  'without a connection nothing is said to be kept, and later it is',
  { tag: '@phone' },
  async ({ page, openQuestions }) => {
    await openQuestions('Offline');
    await page.goto(`${home}/quiz`);
    await expect(page.getByText('What you choose is kept as you go.')).toBeVisible();
    await page.route('**/answers', (route) => route.abort('internetdisconnected'));
    await putInOrder(page, 'steps', steps.toReversed());
    await expect(page.getByText('Not kept yet: there is no connection. It is tried again.')).toBeVisible();
    await page.unroute('**/answers');
    await expect(page.getByText('Kept. You can go away and come back.')).toBeVisible();
    await page.reload();
    await expect(lines(page).locator('.order-text')).toHaveText(steps.toReversed());
  },
);

test(
  'what was changed last is kept when the tab is closed at once',
  { tag: '@desktop' },
  async ({ page, openQuestions }) => {
    await openQuestions('Closing');
    const tab = await page.context().newPage();
    await tab.goto(`${home}/quiz`);
    await expect(tab.getByText('What you choose is kept as you go.')).toBeVisible();
    await tab.getByLabel(`What goes with “${pairs[0][0]}”`).selectOption({ index: 1 });
    await tab.close({ runBeforeUnload: true });
    await expect(async () => {
      await page.goto(`${home}/quiz`);
      await expect(page.getByLabel(`What goes with “${pairs[0][0]}”`)).not.toHaveValue('', { timeout: 500 });
    }).toPass();
  },
);

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an order and pairs are chosen from lists', { tag: '@phone' }, async ({ page, openQuestions }) => {
    await openQuestions('Plainly');
    await page.goto(`${home}/quiz`);
    await page.getByLabel('A new one leaves today.').check();
    await putInOrder(page, 'steps', steps, true);
    const [first, ...others] = pairs;
    const choose = async ([option, match]: readonly [string, string]) => {
      const select = page.getByLabel(`What goes with “${option}”`);
      const label = (await select.locator('option').filter({ hasText: match }).textContent())!;
      await select.selectOption({ label });
    };
    for (const pair of others) await choose(pair);
    await sendAnswers(page);
    await expect(page.getByRole('link', { name: 'Question 3: Choose for every line' })).toBeVisible();
    await expect(chosenFor(page, others[0]![0])).toContainText(others[0]![1]);
    await choose(first);
    await sendAnswers(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Passed: ${questionsTitle}`);
  });
});
