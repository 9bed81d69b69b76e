import type { APIRequestContext, Page } from '@playwright/test';
import { openQuiz } from '../support/e2e-lesson.ts';
import {
  pairs,
  publishQuestions,
  questionsHome as home,
  questionsLesson,
  steps,
} from '../support/e2e-questions.ts';
import type { Server } from '../support/e2e-server.ts';
import type { PageState } from './every-page.ts';
import { putInOrder, sendAnswers } from './lesson-pages.ts';

const module = '/learn/:course/:module';

export async function openQuestions(visit: APIRequestContext, server: Server): Promise<void> {
  await publishQuestions(server);
  await openQuiz(visit, questionsLesson);
}

async function answerWrongly(page: Page): Promise<void> {
  await page.getByLabel('Fill in the form.').check();
  await putInOrder(page, 'steps', steps.toReversed());
  for (const [option] of pairs)
    await page.getByLabel(`What goes with “${option}”`).selectOption({ index: 1 });
  await sendAnswers(page);
  await page.waitForURL(/result/);
}

/** With all its kinds of questions open, and then with no try left. */
export const usesUpTries: PageState[] = [
  { route: `${module}/quiz`, at: `${home}/quiz` },
  {
    route: `${module}/quiz`,
    at: `${home}/quiz`,
    act: (page) => page.getByRole('button', { name: 'Send my answers' }).click(),
  },
  { route: `${module}/result`, at: `${home}/quiz`, act: answerWrongly },
  { route: `${module}/attempt`, at: `${home}/attempt` },
  { route: `${module}/ask-for-try`, at: `${home}/ask-for-try` },
  {
    route: `${module}/ask-for-try`,
    at: `${home}/ask-for-try`,
    act: (page) => page.getByRole('button', { name: 'Ask for another try' }).click(),
  },
  { route: `${module}/ask-for-try`, at: '/learn/shipping/the-last-hands-on-the-box/ask-for-try' },
];

const openFirst = (page: Page) =>
  page
    .getByRole('link', { name: /^Give .* another try/ })
    .first()
    .click();

async function giveIt(page: Page, reason: string): Promise<void> {
  await openFirst(page);
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Give one more try' }).click();
  await page.waitForLoadState();
}

export const hearsAsHr: PageState[] = [
  { route: '/hr', at: '/hr' },
  { route: '/hr/tries', at: '/hr/tries' },
  { route: '/hr/tries/:request', at: '/hr/tries', act: openFirst },
];

export const hearsAsHead: PageState[] = [
  { route: '/team', at: '/team' },
  { route: '/team/tries', at: '/team/tries' },
  { route: '/team/tries/:request', at: '/team/tries', act: openFirst },
  { route: '/team/tries/:request', at: '/team/tries', act: (page) => giveIt(page, ' ') },
  { route: '/team/tries', at: '/team/tries', act: (page) => giveIt(page, 'We talked about it.') },
];

export const triesAgain: PageState[] = [
  { route: `${module}/attempt`, at: `${home}/attempt` },
  {
    route: `${module}/quiz`,
    at: `${home}/attempt`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByText('Read again: “Two pieces”').click();
    },
  },
];
