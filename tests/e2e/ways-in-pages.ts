import type { Page } from '@playwright/test';
import type { PageState } from './every-page.ts';

/** Somebody new, who stands on the page after; and from there on. */
async function addPerson(page: Page, email = ''): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Ines Fuentes');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Employee number').fill(`N-${Date.now()}`);
  for (const label of ['Department', 'Site']) await page.getByLabel(label).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add this person' }).click();
  await page.waitForURL('**/added');
}

async function addAndPrint(page: Page): Promise<void> {
  await addPerson(page);
  await page.getByRole('link', { name: 'Print a slip' }).click();
  await page.getByRole('button', { name: 'Make the slip' }).click();
  await page.locator('.slip').waitFor();
}

/** From somebody new to the password they choose. */
export const waysInPages: PageState[] = [
  {
    route: '/hr/people/:person/added',
    at: '/hr/people/new',
    act: (page) => addPerson(page),
  },
  {
    route: '/hr/people/:person/invitation',
    at: '/hr/people/new',
    act: async (page) => {
      await addPerson(page, `ines-${Date.now()}@harbourandpine.example`);
      await page.getByRole('link', { name: 'Send an invitation' }).click();
      await page.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByRole('button', { name: 'Send it again' }).waitFor();
    },
  },
  { route: '/hr/people/:person/slip', at: '/hr/people/new', act: addAndPrint },
  // The page to choose a password, and the one that the code leads to.
  {
    route: '/code/password',
    at: '/hr/people/new',
    act: async (page) => {
      await addAndPrint(page);
      const name = await page.locator('.slip-whose dd').last().innerText();
      const code = await page.locator('.slip-code').innerText();
      await page.goto('/code');
      await page.getByLabel('E-mail address or employee number').fill(name);
      await page.getByLabel('Code on the slip').fill(code);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Keep it and sign me in' }).click();
      await page.waitForURL('**/code/password');
    },
  },
];
