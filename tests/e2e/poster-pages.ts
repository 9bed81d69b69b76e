import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

/** The shipped poster that the tests open by its address. */
export const onePoster = { slug: 'it-is-probably-fine', title: '“It’s probably fine”' };

/** For whoever is signed in. */
export const posterPages: PageState[] = [
  { route: '/posters', at: '/posters' },
  { route: '/posters', at: '/posters?function=shipping' },
  { route: '/posters', at: '/posters?chosen=none' },
  { route: '/posters/:poster', at: `/posters/${onePoster.slug}` },
  { route: '/posters/:poster', at: `/posters/${onePoster.slug}?language=pl` },
  {
    route: '/posters/:poster',
    at: '/posters/six-chairs-not-eight',
    act: (page) => page.getByText('More sizes, and files for a print shop').click(),
  },
];

const firstScreen = (page: Page) => page.locator('.lines a').first().click();
const screenPage = async (page: Page, action: string | RegExp) => {
  await firstScreen(page);
  await page.getByRole('link', { name: action }).click();
};

/** The editor's. */
export const screenPages: PageState[] = [
  { route: '/studio/screens', at: '/studio/screens' },
  { route: '/studio/screens/new', at: '/studio/screens/new' },
  {
    route: '/studio/screens/new',
    at: '/studio/screens/new',
    act: (page) => page.getByRole('button', { name: 'Set up the screen' }).click(),
  },
  { route: '/studio/screens/:screen', at: '/studio/screens', act: firstScreen },
  {
    route: '/studio/screens/:screen/edit',
    at: '/studio/screens',
    act: (page) => screenPage(page, 'Change what it shows'),
  },
  {
    route: '/studio/screens/:screen/address',
    at: '/studio/screens',
    act: (page) => screenPage(page, 'Make a new address'),
  },
  {
    route: '/studio/screens/:screen/remove',
    at: '/studio/screens',
    act: (page) => screenPage(page, 'Remove this screen'),
  },
];

/** The head's. */
export const wallPages: PageState[] = [
  { route: '/team/posters', at: '/team/posters' },
  {
    route: '/team/posters/:site/:poster/hang',
    at: '/team/posters',
    act: (page) =>
      page
        .getByRole('link', { name: /^Say where it hangs/ })
        .first()
        .click(),
  },
  {
    route: '/team/posters/:site/:poster/take-down',
    at: '/team/posters',
    act: (page) =>
      page
        .getByRole('link', { name: /^Taken down/ })
        .first()
        .click(),
  },
];
