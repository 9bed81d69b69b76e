import type { APIRequestContext, Page } from '@playwright/test';
import { firstModule, openQuiz, readEverything, secondModule } from '../support/e2e-lesson.ts';
import { casePages } from './case-pages.ts';
import { posterPages, screenPages, wallPages } from './poster-pages.ts';
import type { Server } from '../support/e2e-server.ts';
import { aboutJobsAndMail, house, safekeeping } from './admin-pages.ts';
import { certificatePages, holderPages } from './certificate-pages.ts';
import { huddlePages } from './huddle-pages.ts';
import { departmentAndSitePages, historyPages, keeper } from './hr-pages.ts';
import { hearsAsHead, hearsAsHr, openQuestions, triesAgain, usesUpTries } from './quiz-pages.ts';
import { secondFactor, sharedTablet } from './sign-in-pages.ts';
import { openScenario, playScenario } from './lesson-pages.ts';
import { studioPages } from './studio-pages.ts';
import { newsletterPages, newsletterStudioPages } from './newsletter-pages.ts';
import { talkPages, talksOfHr } from './talk-pages.ts';
import { todayPages } from './today-pages.ts';
import { mailingPages, outsidePages } from './mailing-pages.ts';
import { readingPages } from './reading-pages.ts';
import { waysInPages } from './ways-in-pages.ts';

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
  { route: '/forgot', at: '/forgot' },
  {
    route: '/forgot',
    at: '/forgot?next=/learn',
    act: (page) => page.getByRole('button', { name: 'Send me a link' }).click(),
  },
  { route: '/forgot/sent', at: '/forgot/sent' },
  { route: '/welcome', at: '/welcome?token=none' },
  { route: '/reset', at: '/reset' },
  { route: '/code', at: '/code' },
  {
    route: '/code',
    at: '/code',
    act: (page) => page.getByRole('button', { name: 'Go on' }).click(),
  },
  { route: '/tablet', at: '/tablet' },
  { route: '/problem/:kind', at: '/problem/origin' },
  { route: '/problem/:kind', at: '/problem/too-large' },
  { route: '/problem/:kind', at: '/problem/disk-full' },
  { route: '/problem/:kind', at: '/problem/unreadable' },
  { route: '/privacy', at: '/privacy' },
  ...outsidePages,
  { route: '/*', at: '/nowhere' },
];

const ownPages: PageState[] = [
  { route: '/', at: '/' },
  { route: '/', at: '/', act: (page) => page.locator('details.menu > summary').click() },
  { route: '/notices', at: '/notices' },
  { route: '/learn', at: '/learn' },
  { route: '/password', at: '/password' },
  {
    route: '/password',
    at: '/password',
    act: (page) => page.getByRole('button', { name: 'Change the password' }).click(),
  },
  { route: '/sign-out', at: '/sign-out' },
  { route: '/privacy', at: '/privacy' },
  { route: '/account', at: '/account' },
  { route: '/account/sessions', at: '/account/sessions' },
  { route: '/account/sessions/end-all', at: '/account/sessions/end-all' },
  {
    route: '/account/sessions/:session/end',
    at: '/account/sessions',
    act: (page) =>
      page
        .getByRole('link', { name: /^Sign out of/ })
        .first()
        .click(),
  },
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
  ...readingPages,
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

const completions: PageState[] = [
  { route: '/hr/completions', at: '/hr/completions' },
  { route: '/hr/completions', at: '/hr/completions?on=2026-03-31&course=shipping' },
  { route: '/hr/completions', at: '/hr/completions?on=2999-12-31' },
  { route: '/hr/completions', at: '/hr/completions?q=ad' },
  { route: '/hr/completions', at: '/hr/completions?q=zzzz' },
  { route: '/hr/completions', at: '/hr/completions?q=ad&state=completed&sort=completed&direction=desc' },
  { route: '/hr/courses', at: '/hr/courses' },
  { route: '/hr/courses/:course', at: '/hr/courses/shipping' },
];

type Role = {
  who: string;
  pages: PageState[];
  prepare?: (visit: APIRequestContext, server: Server) => Promise<void>;
};

export const roles: Record<string, Role> = {
  'a learner': {
    who: 'ada',
    pages: learner,
    prepare: (visit) => readEverything(visit, secondModule),
  },
  'a learner who said what they will do': { who: 'ada', pages: todayPages },
  'a learner with questions open': {
    who: 'ada',
    pages: learnerInQuiz,
    prepare: (visit) => openQuiz(visit, secondModule),
  },
  'a learner who uses up their tries': { who: 'ada', pages: usesUpTries, prepare: openQuestions },
  'HR, of further tries': { who: 'chidi', pages: hearsAsHr },
  'a head, of further tries': { who: 'ben', pages: hearsAsHead },
  'a learner who tries again': { who: 'ada', pages: triesAgain },
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
      {
        route: '/team/people/:person/slip',
        at: '/team',
        act: (page) =>
          page
            .getByRole('link', { name: /^Sign-in slip for/ })
            .first()
            .click(),
      },
    ],
  },
  'a head, on Mondays': { who: 'ben', pages: huddlePages },
  'a head who talks with their people': { who: 'ben', pages: talkPages },
  'HR, of talks': { who: 'chidi', pages: talksOfHr },
  'an editor': {
    who: 'dana',
    pages: [
      { route: '/learn/:course', at: '/learn/shipping' },
      { route: '/hr/courses', at: '/hr/courses' },
      { route: '/hr/courses/:course', at: '/hr/courses/shipping' },
    ],
  },
  'who writes and publishes': { who: 'dana', pages: studioPages },
  'an editor who sends the newsletter': { who: 'dana', pages: mailingPages },
  'who reads cases': { who: 'ada', pages: casePages },
  'who prints posters': { who: 'ada', pages: posterPages },
  'an editor, of screens': { who: 'dana', pages: screenPages },
  'a head, of the walls': { who: 'ben', pages: wallPages },
  'who reads the newsletter': { who: 'ada', pages: newsletterPages },
  'an editor, of the newsletter': { who: 'dana', pages: newsletterStudioPages },
  HR: { who: 'chidi', pages: [...keeper, ...completions] },
  'HR, of one person': { who: 'chidi', pages: historyPages },
  'who holds a certificate': { who: 'ben', pages: holderPages },
  'HR, of certificates': { who: 'chidi', pages: certificatePages },
  'HR, of ways in': { who: 'chidi', pages: waysInPages },
  'HR, of departments and sites': { who: 'chidi', pages: departmentAndSitePages },
  'who has a second step at sign-in': { who: 'eli', pages: secondFactor },
  'HR with a shared tablet': { who: 'chidi', pages: sharedTablet },
  'who looks after Everyhand': {
    who: 'farah',
    pages: [
      { route: '/hr', at: '/hr' },
      { route: '/hr/people/new', at: '/hr/people/new' },
      ...aboutJobsAndMail,
      ...safekeeping,
    ],
  },
  'who sets up the company': { who: 'farah', pages: house },
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
