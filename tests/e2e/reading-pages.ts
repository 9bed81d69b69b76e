import { firstModule } from '../support/e2e-lesson.ts';
import { openScenario } from './lesson-pages.ts';
import type { PageState } from './every-page.ts';

const module = '/learn/:course/:module';
const { home } = firstModule;

/** Of a module that is behind the reader. */
export const readingPages: PageState[] = [
  { route: `${module}/language`, at: `${home}/language` },
  { route: `${module}/print`, at: `${home}/print` },
  { route: '/reading/text-size', at: '/reading/text-size' },
  {
    route: module,
    at: home,
    act: async (page) => {
      await openScenario(page, firstModule);
      await page.getByRole('button', { name: 'Very large text' }).click();
      await page.locator('a.choice').first().click();
    },
  },
  {
    route: '/reading/text-size',
    at: '/reading/text-size',
    act: async (page) => {
      await page.getByLabel('Normal text').check();
      await page.getByRole('button', { name: 'Keep this size' }).click();
      await page.waitForURL('/learn');
    },
  },
];
