import type { Page } from '@playwright/test';
import { olga, openVisit, send } from '../support/e2e-company.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'none' });

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">javascript:alert(1)</a>',
  '<!--><script>alert(1)</script>-->',
  '<style>@import "//evil.example";*{background:url(//evil.example)}</style>',
  '{{constructor.constructor("alert(1)")()}}${alert(1)}',
];

/** A dialog is remembered; what the policy refuses stands in the console, which no page may write into. */
function listen(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

test(
  'nothing that is written into a field runs on any page',
  { tag: '@desktop' },
  async ({ page, server, signIn, openPage }) => {
    test.setTimeout(180_000);
    const visit = await openVisit(server);
    const token = new URL(server.firstRunLink!).search;
    const [first = ''] = payloads;
    await send(visit, `/first-run/company${token}`, {
      name: first,
      timeZone: 'UTC',
      language: 'en',
      site: payloads[1]!,
      department: payloads[2]!,
      adminName: payloads[3]!,
      email: olga.email,
      password: olga.password,
    });
    for (const name of payloads.filter((_, index) => index !== 2)) {
      await send(visit, '/hr/departments/new', { name });
    }
    const form = await (await visit.get('/hr/people/new')).text();
    const valuesOf = (field: string) => {
      const select = form.slice(form.indexOf(`name="${field}"`));
      return [...select.slice(0, select.indexOf('</select>')).matchAll(/<option value="([^"]+)"/g)].map(
        ([, value]) => value!,
      );
    };
    const [siteId = ''] = valuesOf('siteId');
    const departments = valuesOf('departmentId');
    const hiredOn = /name="hiredOn"[^>]*value="([\d-]+)"/.exec(form)?.[1] ?? '';
    for (const [index, name] of payloads.entries()) {
      const email = `person${index}@northgate.example`;
      const place = { departmentId: departments[index]!, siteId, hiredOn };
      const person = { name, email, jobTitle: name };
      await send(visit, '/hr/people/new', { ...person, ...place });
      await send(visit, '/admin/roles/new', { person: email, role: 'editor' });
    }

    const dialogs = listen(page);
    await signIn(olga);
    const lists = [
      '/hr/people',
      '/hr/departments',
      '/hr/people/new',
      '/hr/completions',
      '/admin/roles',
      '/team',
      '/',
    ];
    for (const path of lists) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto('/admin/roles');
    for (const name of payloads)
      await expect(page.getByRole('rowheader').filter({ hasText: name }).first()).toBeVisible();
    await page
      .getByRole('link', { name: /take it from/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Take a role from');

    const outside = await openPage({ baseURL: server.url });
    const dialogsOutside = listen(outside);
    for (const text of payloads) {
      const settings = {
        name: text,
        language: 'en',
        postalAddress: text,
        contact: text,
        privacyNotice: text,
      };
      await send(visit, '/admin/company', settings);
      for (const path of ['/admin/company', '/']) {
        await page.goto(path);
        await expect(page.locator('.wordmark')).toHaveText(text);
      }
      await outside.goto('/privacy');
      await expect(outside.getByText(text, { exact: true })).toHaveCount(4);
      await outside.goto('/sign-in');
      await expect(outside.locator('.wordmark')).toHaveText(text);
    }
    expect([...dialogs, ...dialogsOutside]).toEqual([]);
    await visit.dispose();
  },
);
