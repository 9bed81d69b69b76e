import { join } from 'node:path';
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import type { Access, CompanyKind } from '../support/e2e-company.ts';
import { copyData, openVisit, signInBySending } from '../support/e2e-company.ts';
import type { Server } from '../support/e2e-server.ts';
import { makeFolder, samplePassword, startServer } from '../support/e2e-server.ts';

export { expect };

type ServerOf = (company: CompanyKind, file: string) => Promise<Server>;
type ContextOptions = Parameters<Browser['newContext']>[0];

type Fixtures = {
  /** Which company a test file finds in its own copy of the data. */
  company: CompanyKind;
  server: Server;
  /** Another browser beside `page`, watched like it. */
  openPage: (options?: ContextOptions) => Promise<Page>;
  /** Signs in by the form: one of the sample's cast by key, or whoever has this access. */
  signIn: (who: string | Access, page?: Page) => Promise<void>;
  /** Signed in without a browser, to prepare what a test is not about. */
  visit: (who: Access) => Promise<APIRequestContext>;
  /** What this test provokes in the console. */
  expectedComplaint: RegExp;
};

/** What no page may do: complain in the console, break, or ask another machine for anything. */
function watch(context: BrowserContext, server: Server): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const refusedPage = /^Failed to load resource: .* status of (4\d\d|507)/.test(message.text());
    if (refusedPage && !message.location().url.includes('/assets/')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== server.url) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

function expectQuiet(complaints: string[], expected: RegExp): void {
  expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
}

export function accessOf(who: string | Access): Pick<Access, 'email' | 'password'> {
  if (typeof who !== 'string') return who;
  return { email: `${who}@harbourandpine.example`, password: samplePassword };
}

async function signInByForm(page: Page, who: string | Access): Promise<void> {
  const { email, password } = accessOf(who);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address or employee number').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

export const test = base.extend<Fixtures, { serverOf: ServerOf }>({
  company: ['sample', { option: true }],
  expectedComplaint: [/^$/, { option: true }],

  // One server at a time, kept for all tests of a file; the next file gets a copy nobody has touched.
  serverOf: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- the pattern says which fixtures it needs: none
    async ({}, use) => {
      let kept: { key: string; server: Server; stop: () => Promise<void> } | undefined;
      await use(async (company, file) => {
        const key = `${company} ${file}`;
        if (kept?.key !== key) {
          await kept?.stop();
          const folder = makeFolder();
          const dataFolder = join(folder.path, 'data');
          copyData(company, dataFolder);
          const server = await startServer({ dataFolder });
          const stop = () => server.stop().then(folder.remove);
          kept = { key, server, stop };
        }
        return kept.server;
      });
      await kept?.stop();
    },
    { scope: 'worker' },
  ],

  server: async ({ serverOf, company }, use, { file, project }) => {
    const server = await serverOf(company, `${project.name} ${file}`);
    const before = server.faults().length;
    await use(server);
    expect(server.faults().slice(before)).toEqual([]);
  },

  baseURL: async ({ server }, use) => use(server.url),

  context: async ({ context, server, expectedComplaint }, use) => {
    const complaints = watch(context, server);
    await use(context);
    expectQuiet(complaints, expectedComplaint);
  },

  openPage: async ({ browser, server, expectedComplaint }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      opened.push({ context, complaints: watch(context, server) });
      return context.newPage();
    });
    for (const { context, complaints } of opened) {
      await context.close();
      expectQuiet(complaints, expectedComplaint);
    }
  },

  signIn: async ({ page }, use) => use((who, where = page) => signInByForm(where, who)),

  visit: async ({ server }, use) => {
    const visits: APIRequestContext[] = [];
    await use(async (who) => {
      const visit = await openVisit(server);
      visits.push(visit);
      await signInBySending(visit, who);
      return visit;
    });
    for (const visit of visits) await visit.dispose();
  },
});
