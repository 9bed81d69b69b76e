import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { PageState } from './every-page.ts';

/** The day that it is where the sample company's heads are. */
const todayThere = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date());

export const talkPlan = 'who-has-it-now';

/** Plans a talk of today by the form; its page is open afterwards. */
export async function planTalk(page: Page, kind: 'team' | 'guests' = 'team'): Promise<void> {
  await page.goto(`/team/talks/new?plan=${talkPlan}`);
  await page.getByLabel('With whom').selectOption(kind);
  await page.getByLabel('Day', { exact: true }).fill(todayThere());
  await page.getByLabel('Begins at').fill('00:05');
  await page.getByLabel('Where', { exact: true }).fill('Canteen, the long table');
  await page.getByRole('button', { name: 'Plan a talk' }).click();
  await expect(page.getByText('The talk is planned.')).toBeVisible();
}

const within = (to: string) => async (page: Page) => {
  await planTalk(page, 'guests');
  await page.goto(`${new URL(page.url()).pathname}${to}`);
};

const open = (name: RegExp | string) => async (page: Page) => {
  const before = page.url();
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL((url) => url.href !== before);
};

const agreeOnSomething = async (page: Page) => {
  await planTalk(page);
  await page.getByRole('link', { name: 'Hold it and write it down' }).click();
  await page.getByLabel('What will be done').first().fill('Ring the carrier before ten');
  await page.getByLabel('Who', { exact: true }).first().selectOption({ label: 'Ben Nowicki' });
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('The talk is written down.').waitFor();
};

/** Ben's, who heads Shipping. */
export const talkPages: PageState[] = [
  { route: '/talks', at: '/talks' },
  { route: '/talks/:talk', at: `/talks/${talkPlan}` },
  {
    route: '/talks/:talk',
    at: `/talks/${talkPlan}`,
    act: (page) => page.getByRole('button', { name: 'Start the clock' }).click(),
  },
  { route: '/talks/:talk/slides', at: `/talks/${talkPlan}/slides` },
  { route: '/talks/:talk/slides', at: `/talks/${talkPlan}/slides?slide=3` },
  { route: '/talks/:talk/slides', at: `/talks/${talkPlan}/slides?slide=5` },
  { route: '/talks/:talk/slides', at: `/talks/${talkPlan}/slides?slide=999` },
  { route: '/team/talks', at: '/team/talks' },
  { route: '/team/talks/new', at: '/team/talks/new' },
  {
    route: '/team/talks/new',
    at: '/team/talks/new',
    act: (page) => page.getByRole('button', { name: 'Plan a talk' }).click(),
  },
  { route: '/team/talks/:meeting', at: '/team/talks', act: open('When would you have liked to know?') },
  { route: '/team/talks/:meeting/change', at: '/team/talks', act: within('') },
  { route: '/team/talks/:meeting/change', at: '/team/talks', act: within('/change') },
  { route: '/team/talks/:meeting/cancel', at: '/team/talks', act: within('/cancel') },
  { route: '/team/talks/:meeting/hold', at: '/team/talks', act: within('/hold') },
  {
    route: '/team/talks/:meeting/hold',
    at: '/team/talks',
    act: async (page) => {
      await within('/hold')(page);
      await page.getByLabel('Guests').fill('Mara Lindgren');
      await page.getByLabel('What will be done').first().fill('Ring');
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('Please write first names only').first().waitFor();
    },
  },
  { route: '/team/talks/:meeting', at: '/team/talks', act: agreeOnSomething },
  {
    route: '/talks/meetings/:meeting',
    at: '/team/talks',
    act: async (page) => {
      await open('Who has it now?')(page);
      await page.goto(page.url().replace('/team/talks/', '/talks/meetings/'));
    },
  },
  { route: '/actions', at: '/actions' },
  { route: '/actions/:action/change', at: '/team/talks', act: open(/^Change owner or day/) },
  { route: '/actions/:action/drop', at: '/actions', act: open(/^Drop/) },
  {
    route: '/actions/:action/drop',
    at: '/actions',
    act: async (page) => {
      await open(/^Drop/)(page);
      await page.getByRole('button', { name: 'Dropped' }).click();
      await page.getByText('Say why').waitFor();
    },
  },
  {
    route: '/actions/:action/done',
    at: '/actions',
    act: async (page) => {
      const drop = await page.getByRole('link', { name: /^Drop/ }).first().getAttribute('href');
      await page.goto(drop!.replace('/drop', '/done'));
    },
  },
  {
    route: '/actions/:action/reopen',
    at: '/actions',
    act: async (page) => {
      await page.getByRole('button', { name: /^Done/ }).first().click();
      await open(/^Open it again/)(page);
    },
  },
];

/** Chidi's: counts alone. */
export const talksOfHr: PageState[] = [
  { route: '/hr/talks', at: '/hr/talks' },
  { route: '/hr/talks', at: '/hr/talks?from=2020-01-01&to=2020-02-01' },
];
