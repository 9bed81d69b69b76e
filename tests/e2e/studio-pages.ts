import type { PageState } from './every-page.ts';

const poster = '/studio/poster/you-may-begin-it';

/** For an editor: everything that is written, and one text on its way to the wall and back. */
export const studioPages: PageState[] = [
  { route: '/studio', at: '/studio' },
  { route: '/studio', at: '/studio?kind=poster' },
  { route: '/studio/:type/:slug', at: poster },
  { route: '/studio/:type/:slug', at: poster, act: (page) => page.locator('summary').last().click() },
  { route: '/studio/:type/:slug/preview', at: `${poster}/preview` },
  { route: '/studio/:type/:slug/preview', at: '/studio/issue/the-first-to-hear/preview?as=shipping' },
  { route: '/studio/:type/:slug/preview', at: '/studio/talk/who-has-it-now/preview' },
  { route: '/studio/:type/:slug/preview', at: '/studio/sheet/is-that-normal/preview' },
  { route: '/studio/:type/:slug/publish', at: `${poster}/publish` },
  { route: '/studio/:type/:slug/withdraw', at: `${poster}/withdraw` },
];
