import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { samplePassword } from '../support/e2e-server.ts';
import type { PageState } from './every-page.ts';

/** What an app on a phone would show. */
export function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });
}

const factor = '/account/second-factor';

/** From the first page to the square; resolves to the secret as an app would take it. */
async function connectApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.waitForURL('**/confirm*');
  return ((await page.locator('p.code-text').textContent()) ?? '').replace(/\s/g, '');
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('The code in the app').fill(code);
  await page.getByRole('button', { name: 'Turn it on' }).click();
}

export async function turnOn(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto(factor);
  const secret = await connectApp(page);
  // Of half a minute ago, so that the present one is still there to sign in with.
  await giveCode(page, codeOf(secret, -1));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second step is on');
  return { secret, codes: await page.locator('.code-list li').allTextContents() };
}

export async function sendSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address or employee number').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

let secret = '';

/** Eli's, from off to on and back to off. */
export const secondFactor: PageState[] = [
  { route: factor, at: factor },
  { route: `${factor}/set-up`, at: `${factor}/set-up` },
  {
    route: `${factor}/confirm`,
    at: factor,
    act: async (page) => {
      await connectApp(page);
      await giveCode(page, '12');
      await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
    },
  },
  {
    route: `${factor}/confirm`,
    at: factor,
    act: async (page) => {
      ({ secret } = await turnOn(page));
    },
  },
  { route: factor, at: factor },
  { route: `${factor}/codes`, at: `${factor}/codes` },
  {
    route: `${factor}/off`,
    at: `${factor}/off`,
    act: (page) => page.getByRole('button', { name: 'Turn it off' }).click(),
  },
  {
    route: '/sign-in/code',
    at: factor,
    act: async (page) => {
      await page.context().clearCookies();
      await sendSignIn(page, 'eli@harbourandpine.example', samplePassword);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
    },
  },
  {
    route: factor,
    at: '/sign-in/code',
    act: async (page) => {
      await page.getByLabel('Code').fill(codeOf(secret));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => url.pathname === '/');
      await page.goto(`${factor}/off`);
      await page.getByLabel('Your password').fill(samplePassword);
      await page.getByRole('button', { name: 'Turn it off' }).click();
      await page.waitForURL('**saved=off');
    },
  },
];

export async function choosePin(page: Page, pin: string, password: string): Promise<void> {
  await page.goto('/account/pin');
  await page.getByLabel('New PIN').fill(pin);
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: /this PIN|the PIN/ }).click();
  await page.waitForURL('**saved=set');
}

export async function setUpTablet(page: Page, name: string, department: string): Promise<void> {
  await page.goto('/tablet/set-up');
  await page.getByLabel('Name of the tablet').fill(name);
  const options = await page.getByLabel('Department').locator('option').allTextContents();
  const label = options.find((text) => text.trim() === department) ?? department;
  await page.getByLabel('Department').selectOption({ label });
  await page.getByRole('button', { name: 'Set up this tablet' }).click();
  await page.waitForURL('**/tablet');
}

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Somebody new, and then a page of HR's about them. */
const aboutSomebodyNew = (last: string) => async (page: Page) => {
  await page.getByLabel('Name', { exact: true }).fill('Inga Fuchs');
  await page.getByLabel('Employee number').fill(`I-${Date.now()}`);
  for (const label of ['Department', 'Site']) await page.getByLabel(label).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add this person' }).click();
  await page.waitForURL('**/added');
  await page.goto(page.url().replace(/added$/, last));
};

const pin = '480277';
const touchChidi = async (page: Page) => {
  await page.getByRole('link', { name: 'Chidi' }).click();
  await page.waitForURL('**/tablet/*');
};

/** Chidi's, who turns the device in hand into a shared one and signs in on it. */
export const sharedTablet: PageState[] = [
  { route: '/account/pin', at: '/account/pin' },
  {
    route: '/account/pin',
    at: '/account/pin',
    act: (page) => page.getByRole('button', { name: /this PIN|the PIN/ }).click(),
  },
  {
    route: '/account/pin/off',
    at: '/account/pin',
    act: async (page) => {
      await choosePin(page, pin, samplePassword);
      await page.goto('/account/pin/off');
    },
  },
  {
    route: '/hr/people/:person/second-factor-off',
    at: '/hr/people/new',
    act: aboutSomebodyNew('second-factor-off'),
  },
  { route: '/hr/people/:person/pin-off', at: '/hr/people/new', act: aboutSomebodyNew('pin-off') },
  {
    route: '/tablet/set-up',
    at: '/tablet/set-up',
    act: (page) => page.getByRole('button', { name: 'Set up this tablet' }).click(),
  },
  {
    route: '/tablet',
    at: '/tablet/set-up',
    act: (page) => setUpTablet(page, 'By the coffee machine', 'People'),
  },
  {
    route: '/tablet/number',
    at: '/tablet/number',
    act: (page) => page.getByRole('button', { name: 'Sign in' }).click(),
  },
  { route: '/tablet/:person', at: '/tablet', act: touchChidi },
  {
    route: '/',
    at: '/tablet',
    act: async (page) => {
      await touchChidi(page);
      await typePin(page, pin);
      await page.waitForURL((url) => url.pathname === '/');
    },
  },
  {
    route: '/hr/tablets',
    at: '/tablet',
    act: async (page) => {
      await sendSignIn(page, 'chidi@harbourandpine.example', samplePassword);
      await page.waitForURL((url) => url.pathname === '/');
      await page.goto('/hr/tablets');
    },
  },
  {
    route: '/hr/tablets/:tablet/revoke',
    at: '/hr/tablets',
    act: async (page) => {
      await page.getByRole('link', { name: 'Revoke' }).first().click();
      await page.waitForURL('**/revoke');
    },
  },
];
