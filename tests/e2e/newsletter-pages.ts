import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

/** Opens the newest issue of the archive. */
export async function openNewest(page: Page): Promise<void> {
  await page.locator('.issue-newest h2 a').click();
  await page.waitForURL(/\/newsletter\/[^/?]+$/);
}

const inStudio = (last: string) => async (page: Page) => {
  const slug = new URL((await page.locator('.issue-newest h2 a').getAttribute('href'))!, page.url());
  await page.goto(slug.pathname.replace('/newsletter', '/studio/issue') + last);
};

/** For whoever is signed in. */
export const newsletterPages: PageState[] = [
  { route: '/newsletter', at: '/newsletter' },
  { route: '/newsletter', at: '/newsletter?q=gdansk' },
  { route: '/newsletter', at: '/newsletter?q=zzzz' },
  { route: '/newsletter/:issue', at: '/newsletter', act: openNewest },
  {
    route: '/newsletter/:issue/opinion',
    at: '/newsletter',
    act: async (page) => {
      await openNewest(page);
      await page.goto(`${page.url()}/opinion`);
    },
  },
  {
    route: '/newsletter/:issue/opinion',
    at: '/newsletter',
    act: async (page) => {
      await openNewest(page);
      await page.locator('form[action$="/opinion"]').evaluate((form) => form.setAttribute('novalidate', ''));
      await page.getByRole('button', { name: /the editor|what I said/ }).click();
      await page.getByText('Choose yes or no.').waitFor();
    },
  },
];

/** For an editor. */
export const newsletterStudioPages: PageState[] = [
  { route: '/studio/issue/:issue/mail', at: '/newsletter', act: inStudio('/mail?as=shipping') },
  { route: '/studio/issue/:issue/readers', at: '/newsletter', act: inStudio('/readers') },
];
