import type { APIRequestContext, Page } from '@playwright/test';
import { firstModule, openQuiz, readEverything, secondModule } from '../support/e2e-lesson.ts';
import { openScenario, playScenario } from './lesson-pages.ts';

/** A page in one state: which route it is, where it is, and what to do there first. */
export type PageState = { route: string; at: string; act?: (page: Page) => Promise<void> };

const module = '/learn/:course/:module';
const { home } = secondModule;

export const outside: PageState[] = [
  { route: '/sign-in', at: '/sign-in' },
  {
    route: '/sign-in',
    at: '/sign-in?next=/hr',
    act: (page) => page.getByRole('button', { name: 'Sign in' }).click(),
  },
  { route: '/sample', at: '/sample' },
  { route: '/problem/:kind', at: '/problem/origin' },
  { route: '/problem/:kind', at: '/problem/too-large' },
  { route: '/*', at: '/nowhere' },
];

const ownPages: PageState[] = [
  { route: '/', at: '/' },
  { route: '/', at: '/', act: (page) => page.locator('summary').click() },
  { route: '/notices', at: '/notices' },
  { route: '/learn', at: '/learn' },
  { route: '/password', at: '/password' },
  {
    route: '/password',
    at: '/password',
    act: (page) => page.getByRole('button', { name: 'Change the password' }).click(),
  },
  { route: '/sign-out', at: '/sign-out' },
];

/** Ada's: the first module is behind her, in the second one everything is read. */
const learner: PageState[] = [
  ...ownPages,
  { route: '/learn/:course', at: '/learn/shipping' },
  { route: module, at: firstModule.home },
  {
    route: module,
    at: firstModule.home,
    act: (page) => page.getByRole('link', { name: 'Read it again' }).click(),
  },
  { route: module, at: firstModule.home, act: (page) => openScenario(page, firstModule) },
  {
    route: module,
    at: firstModule.home,
    act: async (page) => {
      await openScenario(page, firstModule);
      await playScenario(page, firstModule, 'bad');
    },
  },
  { route: `${module}/result`, at: `${firstModule.home}/result` },
  { route: `${module}/attempt`, at: `${firstModule.home}/attempt` },
  { route: `${module}/commitment`, at: `${home}/commitment` },
  { route: `${module}/attempt`, at: `${home}/attempt` },
];

const learnerInQuiz: PageState[] = [
  { route: `${module}/quiz`, at: `${home}/quiz` },
  {
    route: `${module}/quiz`,
    at: `${home}/quiz`,
    act: (page) => page.getByRole('button', { name: 'Send my answers' }).click(),
  },
  {
    route: '/sign-in',
    at: `${home}/quiz`,
    act: async (page) => {
      await page.context().clearCookies();
      await page.getByRole('button', { name: 'Send my answers' }).click();
    },
  },
];

const firstLink = (pattern: string) => async (page: Page) => {
  await page.locator(`main a[href^="${pattern}"]`).first().click();
  await page.waitForURL(`**${pattern}*`);
};

const keeper: PageState[] = [
  { route: '/hr', at: '/hr' },
  { route: '/hr/people', at: '/hr/people?q=ad' },
  { route: '/hr/people', at: '/hr/people?q=zzzz' },
  { route: '/hr/people/new', at: '/hr/people/new' },
  {
    route: '/hr/people/new',
    at: '/hr/people/new',
    act: (page) => page.getByRole('button', { name: 'Add this person' }).click(),
  },
  {
    route: '/hr/people/:person/added',
    at: '/hr/people/new',
    act: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Ines Fuentes');
      await page.getByLabel('Employee number').fill(`N-${Date.now()}`);
      for (const label of ['Department', 'Site']) await page.getByLabel(label).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Add this person' }).click();
      await page.waitForURL('**/added');
    },
  },
  { route: '/hr/departments', at: '/hr/departments' },
  { route: '/hr/departments/new', at: '/hr/departments/new' },
  { route: '/hr/departments/:department', at: '/hr/departments', act: firstLink('/hr/departments/01') },
];

const completions: PageState[] = [
  { route: '/hr/completions', at: '/hr/completions?q=ad' },
  { route: '/hr/completions', at: '/hr/completions?q=zzzz' },
  { route: '/hr/completions', at: '/hr/completions?q=ad&state=completed&sort=completed&direction=desc' },
];

type Role = { who: string; pages: PageState[]; prepare?: (visit: APIRequestContext) => Promise<void> };

export const roles: Record<string, Role> = {
  'a learner': {
    who: 'ada',
    pages: learner,
    prepare: (visit) => readEverything(visit, secondModule),
  },
  'a learner with questions open': {
    who: 'ada',
    pages: learnerInQuiz,
    prepare: (visit) => openQuiz(visit, secondModule),
  },
  'a learner without a course': {
    who: 'zed',
    pages: [
      { route: '/', at: '/' },
      { route: '/learn', at: '/learn' },
    ],
  },
  'a head': {
    who: 'ben',
    pages: [
      { route: '/', at: '/' },
      { route: '/notices', at: '/notices' },
      { route: '/team', at: '/team' },
      { route: '/team', at: '/team?q=zzzz' },
    ],
  },
  'an editor': { who: 'dana', pages: [{ route: '/learn/:course', at: '/learn/shipping' }] },
  HR: { who: 'chidi', pages: [...keeper, ...completions] },
  'who looks after Everyhand': {
    who: 'farah',
    pages: [
      { route: '/hr', at: '/hr' },
      { route: '/hr/people/new', at: '/hr/people/new' },
    ],
  },
};

/** The first run's, for whoever has the link. */
export const firstRun = (token: string): PageState[] => [
  { route: '/first-run', at: '/first-run' },
  { route: '/first-run', at: `/first-run${token}` },
  { route: '/first-run/sample', at: `/first-run/sample${token}` },
  { route: '/first-run/company', at: `/first-run/company${token}` },
  {
    route: '/first-run/company',
    at: `/first-run/company${token}`,
    act: (page) => page.getByRole('button', { name: 'Set it up and sign me in' }).click(),
  },
];
