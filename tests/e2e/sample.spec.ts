import { expect, test } from './fixtures.ts';

const banner = 'a company we made up';
const learner = ['Today', 'Learn', 'Cases'];
const editor = [...learner, 'Write & publish', 'Newsletter'];

const places = [
  { name: 'Ada Kowalska', sees: [...learner, 'Newsletter'] },
  { name: 'Ben Nowicki', sees: [...learner, 'My team', 'Newsletter'] },
  { name: 'Chidi Okafor', sees: [...learner, 'HR', 'Newsletter'] },
  { name: 'Dana Whitfield', sees: editor },
  { name: 'Eli Brandt', sees: editor },
  { name: 'Farah Aziz', sees: ['Today', 'Learn', 'HR', 'Admin', 'Cases', 'Newsletter'] },
  { name: 'Zed Tanaka', sees: [...learner, 'Newsletter'] },
];

test.describe('in the sample company', () => {
  test('everybody of the cast is one click away and has their own sections', async ({ page, isMobile }) => {
    for (const { name, sees } of places) {
      await page.goto('/sample');
      await page.getByRole('button', { name: `Be ${name}` }).click();
      await expect(page).toHaveURL('/');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0]!);
      const sections = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
      // A phone's bar has room for four; what is left stands in the menu.
      await expect(sections).toHaveText(isMobile ? sees.slice(0, 4) : sees);
    }
  });

  test(
    'the banner says on every page that nothing is real',
    { tag: '@desktop' },
    async ({ page, signIn }) => {
      for (const path of ['/sign-in', '/sample', '/problem/origin']) {
        await page.goto(path);
        await expect(page.getByText(banner), path).toBeVisible();
      }
      await signIn('farah');
      const paths = ['/', '/notices', '/learn', '/password', '/sign-out', '/nowhere'];
      for (const path of [...paths, '/hr', '/hr/people', '/hr/departments', '/hr/completions']) {
        await page.goto(path);
        await expect(page.getByText(banner), path).toBeVisible();
      }
    },
  );

  test('Zed of Sales finds neither the course of Shipping nor the pages of HR', async ({ page, signIn }) => {
    await signIn('zed');
    const course = ['/learn/shipping', '/learn/shipping/the-last-hands-on-the-box'];
    for (const path of [...course, '/team', '/hr', '/hr/people', '/hr/departments', '/hr/completions']) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    }
    const file = await page.request.get('/hr/completions.csv');
    expect(file.status()).toBe(404);
  });
});

test.describe('in a real company', () => {
  test.use({ company: 'founded' });

  test('no page signs anybody in by a click', { tag: '@desktop' }, async ({ page }) => {
    const response = await page.goto('/sample');
    expect(response?.status()).toBe(404);
    await page.goto('/sign-in');
    await expect(page.getByRole('link', { name: 'Use a printed slip' })).toBeVisible();
    await expect(page.getByText(banner)).toBeHidden();
  });
});
