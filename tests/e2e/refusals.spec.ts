import { hilde, lena } from '../support/e2e-company.ts';
import { firstModule, readEverything } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';

test.use({ company: 'founded' });
const once = { tag: '@desktop' };

test('what is too long to take is refused on a page that says so', once, async ({ page, signIn, visit }) => {
  await readEverything(await visit(lena), firstModule);
  await signIn(lena);
  await page.goto(`${firstModule.home}/commitment`);
  await page.getByRole('textbox').evaluate((field: HTMLTextAreaElement) => {
    field.removeAttribute('maxlength');
    field.value = 'x'.repeat(1_100_000);
  });
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: /^Keep/ }).click();
  expect((await answered).status()).toBe(413);
  await expect(page.getByRole('heading', { name: 'That was too long to take' })).toBeVisible();
});

test('a form that another site sends changes nothing', once, async ({ page, server, signIn, visit }) => {
  await signIn(lena);
  const plain = await visit(lena);
  const answer = await plain.post('/sign-out', { headers: { Origin: 'https://example.com' } });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('That request came from another site');

  const port = new URL(server.url).port;
  await page.goto(`${server.url}/problem/origin`);
  const sameSite = await plain.post('/sign-out', { headers: { Origin: `http://localhost:${port}` } });
  expect(sameSite.status()).toBe(403);
  await page.goto('/');
  await expect(page).toHaveURL('/');
});

test.describe('after the server was updated', () => {
  test.use({
    expectedComplaint: /Failed to load resource|dynamically imported module|Error loading route module/,
  });

  test(
    'a page whose script is gone is not a dead end: the site loads itself anew',
    once,
    async ({ page, signIn }) => {
      await signIn(hilde);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await page.route('**/assets/team-*.js', (route) => route.fulfill({ status: 404, body: '' }));
      const reloaded = page.waitForEvent('domcontentloaded');
      await page.getByRole('link', { name: 'My team' }).click();
      await reloaded;
      await page.unroute('**/assets/team-*.js');
      await page.getByRole('link', { name: 'My team' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'My team' })).toBeVisible();
    },
  );
});
