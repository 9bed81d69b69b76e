import { addPerson, hilde, olga } from '../support/e2e-company.ts';
import { expect, test } from './fixtures.ts';
import { widerThanTheScreen } from './fits.ts';

test.use({ company: 'founded' });

const wolfe = {
  name: `Wolfeschlegelstein${'hausenbergerdorff'.repeat(10)}`.padEnd(200, 'x'),
  email: 'wolfe@northgate.example',
  password: 'a name of two hundred letters',
};

test(
  'a name of two hundred letters breaks no page',
  { tag: '@desktop' },
  async ({ server, visit, signIn, openPage }) => {
    await addPerson(server, await visit(olga), { ...wolfe, department: 'Shipping' });
    const pages = [
      { who: wolfe, paths: ['/', '/learn', '/password'] },
      { who: olga, paths: ['/hr/people', '/hr/completions', '/hr/departments'] },
      { who: hilde, paths: ['/team'] },
    ];
    for (const { who, paths } of pages) {
      const page = await openPage();
      await signIn(who, page);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await expect.poll(() => widerThanTheScreen(page), `${path} at ${width} px`).toEqual([]);
        }
      }
    }
  },
);
