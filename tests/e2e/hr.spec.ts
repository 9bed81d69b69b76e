import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const columns = {
  name: 'Name',
  number: 'Number',
  department: 'Department',
  site: 'Site',
  course: 'Course',
  state: 'State',
};

/** Fields with commas stand between quotation marks. */
function parseCsv(text: string): Record<string, string>[] {
  const fields = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
    );
  const [header = [], ...rows] = text.trimEnd().split(/\r?\n/).map(fields);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const linesOf = (page: Page) =>
  page.getByRole('region', { name: 'Completions by person and course' }).locator('tbody tr');

/** The rows in view by the names of their columns. */
function readTable(page: Page): Promise<Record<string, string>[]> {
  return linesOf(page).evaluateAll((lines) =>
    lines.map((line) => {
      const cells = [...line.children] as HTMLElement[];
      return Object.fromEntries(
        cells.map((cell) => [cell.dataset.label ?? 'Name', cell.textContent?.trim() ?? '']),
      );
    }),
  );
}

const isoDay = (shown: string) => {
  const day = new Date(`${shown} UTC`);
  return Number.isNaN(day.valueOf()) ? '' : day.toISOString().slice(0, 10);
};

test(
  'a file asked for after the session ended leads to signing in, and saves no page as a file',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/hr/completions');
    await page.context().clearCookies();
    await page.getByRole('link', { name: /CSV/ }).click();
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fhr%2Fcompletions\.csv/);
  },
);

test.beforeEach(async ({ signIn }) => signIn('chidi'));

test('completions are filtered, sorted and found by name', async ({ page }) => {
  await page.goto('/hr/completions');
  await page.getByLabel('State', { exact: true }).selectOption('completed');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/state=completed/);
  await page.getByRole('link', { name: /Sort by\s*Completed/ }).click();
  await expect(page).toHaveURL(/sort=completed/);
  const rows = await readTable(page);
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(({ State }) => State))).toEqual(new Set(['completed']));
  const days = rows.map((row) => isoDay(row['Completed'] ?? ''));
  expect(days).toEqual(days.toSorted());

  await page.getByRole('link', { name: /Sort by\s*Completed/ }).click();
  await expect(page).toHaveURL(/direction=desc/);
  await page.getByLabel('Find a person').fill('nowicki ben');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(linesOf(page)).toHaveCount(2);
  await expect(page.getByRole('rowheader')).toHaveText(['Ben Nowicki', 'Ben Nowicki']);
  await page.getByLabel('Find a person').fill('nobody of this name');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: 'No line matches' })).toBeVisible();
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(page.getByLabel('State', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Find a person')).toHaveValue('');
});

test('the file holds what the page shows, with dates as programs read them', async ({ page }) => {
  await page.goto('/hr/completions?state=completed&q=a');
  const shown = await readTable(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /CSV/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^completions-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = readFileSync(await file.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);

  const rows = parseCsv(bytes.toString('utf8').slice(1));
  const pick = (row: Record<string, string>) => Object.values(columns).map((name) => row[name]);
  expect(rows.slice(0, shown.length).map(pick)).toEqual(shown.map(pick));
  for (const [index, row] of shown.entries()) {
    const record = rows[index]!;
    expect(record['Completed']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(record['Completed']).toBe(isoDay(row['Completed'] ?? ''));
    expect(record['Begun']).toBe(isoDay(row['Begun'] ?? ''));
  }
  await expect(page.getByText(`${rows.length} completed`)).toBeVisible();
});

test(
  'a person is found by the beginning of a name, without its accents',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/hr/people');
    await page.getByLabel('Find a person').fill('agnieszka ziel');
    await page.getByRole('button', { name: 'Show' }).click();
    // She stands on the first page of everybody too: what is looked at has to be the answer.
    await page.waitForURL(/q=agnieszka/);
    await expect(page.getByRole('rowheader')).toHaveText(['Agnieszka Zielińska']);
    await page.getByLabel('Find a person').fill('zzzz');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/q=zzzz/);
    await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
  },
);

test(
  'somebody is moved, leaves and is brought back, and the page tells it all',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/hr/people?q=agnieszka ziel');
    await page.getByRole('link', { name: 'Agnieszka Zielińska' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agnieszka Zielińska');
    const history = page.getByRole('region', { name: 'History' }).getByRole('listitem');
    await expect(history).toHaveCount(1);

    await page.getByRole('link', { name: 'Move', exact: true }).click();
    await page.getByLabel('From').fill('2026-02-02');
    await page.getByLabel('Job title').fill('Lead dispatcher');
    await page.getByRole('button', { name: 'Move from this day' }).click();
    await expect(page.getByRole('status')).toContainText('is on record');
    await expect(history.first()).toContainText('New job title: Lead dispatcher');

    await page.getByRole('link', { name: 'Enter the last day' }).click();
    await page.getByLabel('Last day').fill('2026-02-01');
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await expect(page.getByRole('link', { name: /They were moved after that day/ })).toBeVisible();
    await expect(page.getByLabel('Last day')).toHaveValue('2026-02-01');
    await page.getByLabel('Last day').fill('2026-02-28');
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await expect(history.first()).toContainText('Last day');
    await page.getByRole('link', { name: 'Bring back' }).click();
    await page.getByRole('button', { name: 'Bring back from this day' }).click();
    await expect(history.first()).toContainText('Back: first day again');
    await expect(history).toHaveCount(4);

    await page.getByLabel('How was it on another day?').fill('2026-02-10');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await expect(page.getByText(/February.*2026: Agnieszka Zielińska, Lead dispatcher/)).toBeVisible();
  },
);

test('a holiday is added to a site and taken away', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('/hr/sites');
  await page.getByRole('link', { name: 'Leeds' }).click();
  await page.getByRole('link', { name: 'Holidays' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2027-12-25');
  await page.getByLabel('What it is called').fill('Christmas Day');
  await page.getByRole('button', { name: 'Add a holiday' }).click();
  await page.getByRole('link', { name: /Remove Christmas Day/ }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('heading', { name: 'No holiday yet' })).toBeVisible();
});
