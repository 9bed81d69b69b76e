import type { Page } from '@playwright/test';
import { firstModule } from '../support/e2e-lesson.ts';
import type { PageState } from './every-page.ts';

const follow = (name: RegExp) => async (page: Page) => {
  const before = page.url();
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL((url) => url.href !== before);
};

/** Ada's: she said something two weeks ago, and nothing has changed since. */
export const todayPages: PageState[] = [
  { route: '/commitments', at: '/commitments' },
  { route: '/commitments/:commitment', at: '/commitments', act: follow(/^Say how it went/) },
  {
    route: '/commitments/:commitment',
    at: '/commitments',
    act: async (page) => {
      await follow(/^Say how it went/)(page);
      await page.getByRole('textbox').evaluate((field) => field.removeAttribute('maxlength'));
      await page.getByRole('textbox').fill('a'.repeat(501));
      await page.getByRole('button', { name: 'I did it' }).click();
      await page.getByText('This is longer than 500 characters').waitFor();
    },
  },
  { route: '/commitments/:commitment/drop', at: '/commitments', act: follow(/^Leave it/) },
  {
    route: '/commitments/:commitment/later',
    at: '/commitments',
    act: async (page) => {
      await follow(/^Say how it went/)(page);
      await page.goto(`${page.url()}/later`);
    },
  },
  { route: '/learn/:course/:module/changes', at: `${firstModule.home}/changes` },
];
