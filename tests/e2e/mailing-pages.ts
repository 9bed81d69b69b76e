import type { Page } from '@playwright/test';
import {
  failedReader,
  issueSlug,
  pausedMailing,
  plannedMailing,
  uncertainReader,
} from '../support/sent-things.ts';
import type { PageState } from './every-page.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();
const list = '/studio/mailings';
const route = `${list}/:mailing`;
const planned = `${list}/${plannedMailing}`;
const paused = `${list}/${pausedMailing}`;
const form = `${list}/new?issue=${issueSlug}`;

export const mailingPages: PageState[] = [
  { route: list, at: list },
  { route: `${list}/new`, at: `${list}/new` },
  { route: `${list}/new`, at: form },
  { route: `${list}/new`, at: form, act: press('Count the readers') },
  {
    route: `${list}/new`,
    at: form,
    act: async (page) => {
      await page.getByLabel('Subject', { exact: true }).fill('');
      await page.getByText('Departments: all').click();
      await press('Go on')(page);
    },
  },
  { route, at: planned },
  { route, at: `${paused}?said=paused` },
  { route: `${route}/edit`, at: `${planned}/edit` },
  { route: `${route}/test`, at: `${planned}/test` },
  { route: `${route}/send`, at: `${planned}/send` },
  { route: `${route}/pause`, at: `${paused}/pause` },
  { route: `${route}/go-on`, at: `${paused}/go-on` },
  { route: `${route}/cancel`, at: `${paused}/cancel` },
  { route: `${route}/readers`, at: `${paused}/readers?state=failed` },
  { route: `${route}/readers`, at: `${paused}/readers?state=uncertain` },
  { route: `${route}/readers`, at: `${paused}/readers?state=sent` },
  { route: `${route}/try-again`, at: `${paused}/try-again?reader=${failedReader}` },
  { route: `${route}/count-as-sent`, at: `${paused}/count-as-sent` },
  { route: `${route}/send-again`, at: `${paused}/send-again?reader=${uncertainReader}` },
  { route: '/account/mail', at: '/account/mail' },
  { route: '/account/mail', at: '/account/mail', act: press('Save') },
];

/** Of somebody who reads no other page in these tests. */
const link = `/unsubscribe/${process.env.EVERYHAND_E2E_UNSUBSCRIBE ?? 'none'}`;

export const outsidePages: PageState[] = [
  { route: '/unsubscribe/:token', at: link },
  { route: '/unsubscribe/:token', at: link, act: press('No newsletter by mail any more') },
  { route: '/unsubscribe/:token/back', at: `${link}/back` },
];
