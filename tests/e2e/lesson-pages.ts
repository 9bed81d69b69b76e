import type { Page } from '@playwright/test';
import type { Ending, KeyQuestion, Lesson } from '../support/e2e-lesson.ts';
import { answerKey, wayTo } from '../support/e2e-lesson.ts';
import { expect } from './fixtures.ts';

const onward = (page: Page) =>
  page.getByRole('button', { name: /^(Go on: |On to the questions|I have read it)/ });

/** From the part in view to the questions, part by part as a reader goes. */
export async function readToTheEnd(page: Page): Promise<void> {
  const stand = await page.locator('.progress .num').textContent();
  const [position = 0, total = 0] = (stand?.match(/\d+/g) ?? []).map(Number);
  for (let part = position; part <= total; part += 1) {
    await expect(page.getByText(new RegExp(`^Part ${part} of ${total} ·`)).first()).toBeVisible();
    await onward(page).click();
  }
  await expect(page).toHaveURL(/\/attempt$/);
}

/** The scenario's page, whichever part it is. */
export async function goToScenario(page: Page): Promise<void> {
  while (!(await page.getByRole('heading', { name: 'What do you do?' }).isVisible())) {
    const here = page.url();
    await onward(page).click();
    await expect(page).not.toHaveURL(here);
  }
}

/** The same for whoever has read everything: without going on from part to part. */
export async function openScenario(page: Page, { home }: Lesson): Promise<void> {
  await page.goto(home);
  const links = page.getByRole('navigation', { name: 'Parts' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  for (const address of await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  )) {
    await page.goto(address);
    if (await page.getByRole('heading', { name: 'What do you do?' }).isVisible()) return;
  }
}

const endings: Record<Ending, string> = {
  good: 'It ended well',
  mixed: 'It ended half well',
  bad: 'It ended badly',
};

/** Plays the scenario in view from its start to an ending of this kind. */
export async function playScenario(page: Page, lesson: Lesson, ending: Ending): Promise<void> {
  for (const { text, felt } of wayTo(lesson, ending)) {
    await page.getByRole('link', { name: text }).click();
    await expect(page.getByText(felt).last()).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: endings[ending] })).toBeVisible();
}

async function choose(page: Page, question: KeyQuestion, isWanted: (right: boolean) => boolean) {
  const field = page.locator(`[id="question-${question.id}"]`);
  const wanted = question.options.filter(({ right }) => isWanted(right));
  const texts = (question.kind === 'many' ? wanted : wanted.slice(0, 1)).map(({ text }) => text);
  for (const text of texts) await field.getByLabel(text, { exact: true }).check();
}

/** With lists where no script runs, and otherwise with the buttons that move a line up. */
export async function putInOrder(page: Page, id: string, texts: readonly string[], noScript = false) {
  const field = page.locator(`[id="question-${id}"]`);
  const lines = field.locator('.order-item .order-text');
  if (noScript) {
    for (const [index, text] of texts.entries())
      await field.getByLabel(`Place of “${text}”`).selectOption(String(index + 1));
    return;
  }
  await expect(lines).toHaveCount(texts.length);
  for (const [index, text] of texts.entries()) {
    const stands = async () => (await lines.allTextContents()).indexOf(text);
    for (let at = await stands(); at > index; at -= 1) {
      await field.getByRole('button', { name: `Move up: ${text}` }).click();
      await expect(lines.nth(at - 1)).toHaveText(text);
    }
  }
  const asItIs = field.getByRole('button', { name: 'It is right as it stands' });
  if (await asItIs.isVisible()) await asItIs.click();
}

async function pairUp(page: Page, { id, options }: KeyQuestion) {
  const field = page.locator(`[id="question-${id}"]`);
  for (const { text, match } of options) {
    const select = field.getByLabel(`What goes with “${text}”`);
    const label = await select.locator('option').filter({ hasText: match }).first().textContent();
    await select.selectOption({ label: label ?? match });
  }
}

/** Answers everything rightly but the questions named, which get a wrong answer or none. */
export async function answerQuiz(
  page: Page,
  lesson: Lesson,
  but: { wrong?: string[]; leaveOut?: string[]; noScript?: boolean } = {},
) {
  for (const question of answerKey(lesson)) {
    if (but.leaveOut?.includes(question.id)) continue;
    const isWrong = but.wrong?.includes(question.id) ?? false;
    const texts = question.options.map(({ text }) => text);
    if (question.kind === 'order')
      await putInOrder(page, question.id, isWrong ? texts.toReversed() : texts, but.noScript);
    else if (question.kind === 'match') await pairUp(page, question);
    else await choose(page, question, (right) => right !== isWrong);
  }
}

export const sendAnswers = (page: Page) => page.getByRole('button', { name: 'Send my answers' }).click();
