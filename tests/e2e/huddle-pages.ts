import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

const openFirst = async (page: Page) => {
  await page.locator('main .lines h3 a').first().click();
  await page.waitForURL(/\/team\/huddles\/[^/]+$/);
};

/** For a head: this week's sheets, and what was held before. */
export const huddlePages: PageState[] = [
  { route: '/team/huddles', at: '/team/huddles' },
  {
    route: '/team/huddles',
    at: '/team/huddles?page=99',
    act: (page) => page.locator('.fold > summary').first().click(),
  },
  { route: '/team/huddles/:huddle', at: '/team/huddles', act: openFirst },
  {
    route: '/team/huddles/:huddle',
    at: '/team/huddles',
    act: async (page) => {
      await openFirst(page);
      await page.getByText('Show what happened').click();
    },
  },
  {
    route: '/team/huddles/:huddle',
    at: '/team/huddles',
    act: async (page) => {
      await openFirst(page);
      // The address changes a moment before the page does.
      await page.getByRole('checkbox').first().waitFor();
      for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByText('Tick at least one person').first().waitFor();
    },
  },
  {
    route: '/team/huddles/:huddle',
    at: '/team/huddles?page=2',
    act: (page) => page.locator('#huddles-past ~ ul h3 a').first().click(),
  },
  {
    route: '/team/huddles/:huddle/choose',
    at: '/team/huddles',
    act: async (page) => {
      await page.getByRole('link', { name: 'Choose another sheet' }).first().click();
      await page.waitForURL(/choose$/);
    },
  },
  {
    route: '/huddles/:huddle',
    at: '/team/huddles',
    act: async (page) => {
      await openFirst(page);
      await page.goto(page.url().replace('/team/huddles/', '/huddles/'));
    },
  },
];
