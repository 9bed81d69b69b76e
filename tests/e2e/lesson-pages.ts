import type { Page } from '@playwright/test';
import type { Ending, KeyQuestion, Lesson } from '../support/e2e-lesson.ts';
import { answerKey, wayTo } from '../support/e2e-lesson.ts';
import { expect } from './fixtures.ts';

const onward = (page: Page) =>
  page.getByRole('button', { name: /^(Go on: |On to the questions|I have read it)/ });

/** From the part in view to the questions, part by part as a reader goes. */
export async function readToTheEnd(page: Page): Promise<void> {
  const eyebrow = await page.getByText(/^Part \d+ of \d+ ·/).textContent();
  const [position = 0, total = 0] = (eyebrow?.match(/\d+/g) ?? []).map(Number);
  for (let part = position; part <= total; part += 1) {
    await expect(page.getByText(`Part ${part} of ${total}`, { exact: true }).first()).toBeVisible();
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

async function putInOrder(page: Page, { id, options }: KeyQuestion) {
  const field = page.locator(`[id="question-${id}"]`);
  for (const [index, { text }] of options.entries()) {
    await field.getByLabel(`Place of “${text}”`).selectOption(String(index + 1));
  }
}

/** Answers everything rightly but the questions named, which get a wrong answer or none. */
export async function answerQuiz(
  page: Page,
  lesson: Lesson,
  but: { wrong?: string[]; leaveOut?: string[] } = {},
) {
  for (const question of answerKey(lesson)) {
    if (but.leaveOut?.includes(question.id)) continue;
    const isWrong = but.wrong?.includes(question.id) ?? false;
    if (question.kind === 'order') await putInOrder(page, question);
    else await choose(page, question, (right) => right !== isWrong);
  }
}

export const sendAnswers = (page: Page) => page.getByRole('button', { name: 'Send my answers' }).click();
