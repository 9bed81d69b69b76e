import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { issueSlug } from '../support/sent-things.ts';
import { expect, test } from './fixtures.ts';

/** What went to files, as plain text. */
function textsIn(dataFolder: string): string[] {
  const folder = join(dataFolder, 'mailbox');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

async function planForEditors(page: Page, subject: string): Promise<void> {
  await page.goto(`/studio/mailings/new?issue=${issueSlug}`);
  await page.getByLabel('Subject', { exact: true }).fill(subject);
  await page.getByText('What they look after: all').click();
  await page.getByLabel('Editors').check();
  await page.getByRole('button', { name: 'Count the readers' }).click();
  await expect(page.getByText(/It reaches \d+ readers? by mail\./)).toBeVisible();
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(subject);
  await page.getByLabel('In working hours only').uncheck();
  await page.getByLabel('Mails a minute, at most').fill('6000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

test('an issue is tested, sent, watched, and one of its readers wants no more', async ({
  page,
  server,
  signIn,
  openPage,
}) => {
  // It waits for mail that takes its time.
  test.slow();
  await signIn('dana');
  const subject = 'Who rang first';
  await planForEditors(page, subject);

  await page.getByRole('link', { name: 'Send a test' }).click();
  await expect(page.getByText('dana@harbourandpine.example')).toBeVisible();
  await page.getByRole('button', { name: 'Send the test' }).click();
  await expect(page.getByText('The test is on its way to you.')).toBeVisible();
  const tests = () => textsIn(server.dataFolder).filter((text) => text.includes('What happened in June'));
  await expect.poll(() => tests().length, { timeout: 20_000 }).toBe(1);

  await page.getByRole('link', { name: 'Send it' }).click();
  await expect(page.getByText(/A mail that has left cannot be called back/)).toBeVisible();
  await page.getByRole('button', { name: 'Send it now' }).click();
  // The page looks again by itself until nothing moves.
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  const links = () => [
    ...new Set(tests().flatMap((text) => /\/unsubscribe\/[\w-]{60,}/.exec(text)?.[0] ?? [])),
  ];
  expect(links().length).toBeGreaterThan(0);

  const outside = await openPage();
  await outside.goto(server.url + links()[0]!);
  await outside.getByRole('button', { name: 'No newsletter by mail any more' }).click();
  await expect(outside.getByRole('heading', { level: 1 })).toHaveText(
    'You get no newsletter by mail any more',
  );
  await outside.getByRole('button', { name: 'Put me back' }).click();
  await expect(outside.getByRole('heading', { level: 1 })).toHaveText('You get the newsletter by mail again');
});

test('without a script: planned, paused before its time, called off', async ({
  server,
  openPage,
  signIn,
}) => {
  const page = await openPage({ javaScriptEnabled: false, baseURL: server.url });
  await signIn('dana', page);
  await page.goto(`/studio/mailings/new?issue=${issueSlug}`);
  await page.getByLabel('At a time').check();
  await page.getByLabel('Day', { exact: true }).fill('2999-12-30');
  await page.getByLabel('Time', { exact: true }).fill('09:30');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('link', { name: 'Send it' }).click();
  await page.getByRole('button', { name: 'Send it at that time' }).click();
  await expect(page.getByText('Waits for its time')).toBeVisible();
  await page.getByRole('link', { name: 'Look again' }).click();
  await page.getByRole('link', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('It was paused.')).toBeVisible();
  await page.getByRole('link', { name: 'Call it off' }).click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText('Nothing of it goes any more.')).toBeVisible();
});

test('one’s own mails are chosen by keyboard alone', async ({ page, signIn }) => {
  await signIn('zed');
  await page.goto('/account/mail');
  const box = page.getByLabel('The newsletter');
  await expect(box).toBeChecked();
  await box.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(box).not.toBeChecked();
});
