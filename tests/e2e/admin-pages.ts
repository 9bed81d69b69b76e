import type { Page } from '@playwright/test';
import { sentMail, uncertainMail } from '../support/stopped-things.ts';
import type { PageState } from './every-page.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

export const house: PageState[] = [
  { route: '/admin', at: '/admin' },
  { route: '/admin/company', at: '/admin/company' },
  {
    route: '/admin/company',
    at: '/admin/company',
    act: async (page) => {
      await page.getByLabel('Accent').first().fill('#ffffff');
      await page.getByLabel('Mail comes from').fill('nobody');
      await press('Save')(page);
    },
  },
  { route: '/admin/company/logo', at: '/admin/company/logo' },
  { route: '/admin/company/logo', at: '/admin/company/logo', act: press('Use this logo') },
  { route: '/admin/company/logo/remove', at: '/admin/company/logo/remove' },
  { route: '/admin/roles', at: '/admin/roles' },
  { route: '/admin/roles/new', at: '/admin/roles/new' },
  { route: '/admin/roles/new', at: '/admin/roles/new', act: press('Give it') },
  {
    route: '/admin/roles/:grant/take',
    at: '/admin/roles',
    act: async (page) => {
      await page
        .getByRole('link', { name: /take it from/ })
        .first()
        .click();
      await page.waitForURL('**/take');
    },
  },
];

export const aboutJobsAndMail: PageState[] = [
  { route: '/admin/jobs', at: '/admin/jobs' },
  {
    route: '/admin/jobs/reactions/:reaction/:seq/run-again',
    at: '/admin/jobs',
    act: async (page) => {
      await page.getByRole('link', { name: /Run again/ }).click();
      await page.waitForURL('**/run-again');
    },
  },
  {
    route: '/admin/jobs/recurring/:job/run-now',
    at: '/admin/jobs/recurring/expired-sessions/run-now',
  },
  { route: '/admin/mailbox', at: '/admin/mailbox' },
  { route: '/admin/mailbox/:mail', at: `/admin/mailbox/${sentMail}` },
  { route: '/admin/mailbox/:mail', at: `/admin/mailbox/${uncertainMail}` },
  { route: '/admin/mailbox/:mail/send-again', at: `/admin/mailbox/${uncertainMail}/send-again` },
];

export const safekeeping: PageState[] = [
  { route: '/admin/audit', at: '/admin/audit' },
  { route: '/admin/audit', at: '/admin/audit?by=nobody' },
  { route: '/admin/audit', at: '/admin/audit?event=department.placed' },
  { route: '/admin/audit/check', at: '/admin/audit/check' },
  {
    route: '/admin/audit/check',
    at: '/admin/audit/check',
    act: async (page) => {
      await page.getByRole('button', { name: 'Check the chain now' }).click();
      await page.getByText('Intact').waitFor();
    },
  },
  { route: '/admin/backups/new', at: '/admin/backups/new' },
  {
    route: '/admin/backups',
    at: '/admin/backups/new',
    act: async (page) => {
      await page.getByRole('button', { name: 'Make a backup now' }).click();
      await page.getByText('The last backup was made').waitFor();
    },
  },
];
