import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

/** From the list to the first one's page, and on to one of its own pages. */
const firstOne =
  (list: string, words: string[] = [], button?: string) =>
  async (page: Page) => {
    await page.locator(`main tbody a[href^="${list}/01"]`).first().click();
    await page.waitForURL(`**${list}/01*`);
    for (const name of words) {
      const before = page.url();
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL((url) => url.href !== before);
    }
    if (button) await page.getByRole('button', { name: button, exact: true }).click();
  };

const person = '/hr/people/:person';
const department = '/hr/departments/:department';
const site = '/hr/sites/:site';
const onPerson = (page: string, words: string[], button?: string): PageState => ({
  route: `${person}/${page}`,
  at: '/hr/people',
  act: firstOne('/hr/people', words, button),
});
const onDepartment = (page: string, words: string[], button?: string): PageState => ({
  route: `${department}/${page}`,
  at: '/hr/departments',
  act: firstOne('/hr/departments', words, button),
});
const onSite = (page: string, words: string[], button?: string): PageState => ({
  route: `${site}/${page}`,
  at: '/hr/sites',
  act: firstOne('/hr/sites', words, button),
});
const nameDeputy = async (page: Page, home: string) => {
  await page.goto(`${home}/deputies/new`);
  await page.getByLabel('Deputy', { exact: true }).fill('dana@harbourandpine.example');
  await page.getByLabel('Last day').fill('2999-12-31');
  await page.getByRole('button', { name: 'Name this deputy' }).click();
};

export const historyPages: PageState[] = [
  { route: person, at: '/hr/people', act: firstOne('/hr/people') },
  {
    route: person,
    at: '/hr/people',
    act: async (page) => {
      await firstOne('/hr/people')(page);
      await page.getByRole('button', { name: 'Look it up' }).click();
      await page.waitForURL(/on=/);
    },
  },
  onPerson('edit', ['Change name or address']),
  onPerson('move', ['Move'], 'Move from this day'),
  onPerson('close', ['Enter the last day']),
  {
    route: `${person}/stay`,
    at: '/hr/people',
    act: async (page) => {
      await firstOne('/hr/people')(page);
      await page.goto(`${page.url()}/stay`);
      await page.getByRole('button', { name: 'They stay' }).click();
    },
  },
  {
    route: `${person}/reopen`,
    at: '/hr/people?who=left',
    act: firstOne('/hr/people', ['Bring back'], 'Bring back from this day'),
  },
  { route: '/hr/people', at: '/hr/people?who=all&on=2025-03-31' },
  { route: '/hr/departments', at: '/hr/departments?on=2025-03-31' },
];

export const departmentAndSitePages: PageState[] = [
  onDepartment('edit', ['Change name or function']),
  onDepartment('place', ['Change place or head'], 'Save from this day'),
  onDepartment('close', ['Close the department'], 'Close it from this day'),
  {
    route: `${department}/reopen`,
    at: '/hr/departments',
    act: async (page) => {
      await firstOne('/hr/departments')(page);
      await page.goto(`${page.url()}/reopen`);
    },
  },
  onDepartment('deputies/new', ['Name a deputy'], 'Name this deputy'),
  {
    route: `${department}/deputies/:deputyship/end`,
    at: '/hr/departments',
    act: async (page) => {
      await firstOne('/hr/departments')(page);
      const home = page.url();
      await nameDeputy(page, home);
      await page.goto(home);
      await page
        .getByRole('link', { name: /^End it earlier/ })
        .first()
        .click();
      await page.waitForURL('**/end');
    },
  },
  { route: '/hr/sites', at: '/hr/sites' },
  { route: '/hr/sites/new', at: '/hr/sites/new' },
  { route: site, at: '/hr/sites', act: firstOne('/hr/sites') },
  onSite('close', ['Close the site'], 'Close it from today'),
  {
    route: `${site}/reopen`,
    at: '/hr/sites',
    act: async (page) => {
      await firstOne('/hr/sites')(page);
      await page.goto(`${page.url()}/reopen`);
    },
  },
  onSite('holidays', ['Holidays'], 'Add a holiday'),
  {
    route: `${site}/holidays/:holiday/remove`,
    at: '/hr/sites',
    act: async (page) => {
      await firstOne('/hr/sites', ['Holidays'])(page);
      await page.getByLabel('Day', { exact: true }).fill('2999-12-25');
      await page.getByLabel('What it is called').fill('Christmas Day');
      await page.getByRole('button', { name: 'Add a holiday' }).click();
      await page
        .getByRole('link', { name: /^Remove/ })
        .first()
        .click();
      await page.waitForURL('**/remove');
    },
  },
];

export const keeper: PageState[] = [
  { route: '/hr', at: '/hr' },
  { route: '/hr/people', at: '/hr/people?q=ad' },
  { route: '/hr/people', at: '/hr/people?q=zzzz' },
  { route: '/hr/people/new', at: '/hr/people/new' },
  {
    route: '/hr/people/new',
    at: '/hr/people/new',
    act: (page) => page.getByRole('button', { name: 'Add this person' }).click(),
  },
  { route: '/hr/departments', at: '/hr/departments' },
  { route: '/hr/departments/new', at: '/hr/departments/new' },
  { route: department, at: '/hr/departments', act: firstOne('/hr/departments') },
];
