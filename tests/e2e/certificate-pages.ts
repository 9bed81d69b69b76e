import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

/** The first certificate of a list. */
const firstOf = (page: Page) =>
  page.locator('main tbody a[href^="/certificates/"]:not([href$=".pdf"])').first();

const codeOnPage = async (page: Page) => (await firstOf(page).getAttribute('href'))!.split('/').at(-1)!;

const openFirst = async (page: Page) => {
  await firstOf(page).click();
  await page.waitForURL('**/certificates/*-*');
};

const onForm = (form: string, button?: string) => async (page: Page) => {
  await page.goto(`/hr/certificates/${await codeOnPage(page)}/${form}`);
  if (button) await page.getByRole('button', { name: button, exact: true }).click();
};

/** Ben's, who has completed the course. */
export const holderPages: PageState[] = [
  { route: '/certificates', at: '/certificates' },
  { route: '/certificates/:code', at: '/certificates', act: openFirst },
  {
    route: '/certificates/:code',
    at: '/certificates',
    act: async (page) => {
      await openFirst(page);
      await page.context().clearCookies();
      await page.reload();
    },
  },
];

export const certificatePages: PageState[] = [
  { route: '/hr/certificates', at: '/hr/certificates' },
  { route: '/hr/certificates', at: '/hr/certificates?q=zzzz' },
  { route: '/certificates/:code', at: '/hr/certificates', act: openFirst },
  { route: '/hr/certificates/:code/revoke', at: '/hr/certificates', act: onForm('revoke', 'Revoke it') },
  { route: '/hr/certificates/:code/erase', at: '/hr/certificates', act: onForm('erase') },
];
