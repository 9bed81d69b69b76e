import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, accessOf, test } from './fixtures.ts';
import type { PageState } from './every-page.ts';
import { outside, roles } from './every-page.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour scheme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const found = (violations: Awaited<ReturnType<AxeBuilder['analyze']>>['violations']) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));

async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(found(light.violations), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules(rulesOfColour).analyze();
  expect(found(dark.violations), `${where}, dark`).toEqual([]);
}

/** What sticks out, but for what scrolls inside a frame of its own. */
function widerThanTheScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isFramed = (element: Element): boolean => {
      const parent = element.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || isFramed(parent));
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isFramed(element),
    );
    const names = wide.map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`);
    return document.documentElement.scrollWidth > width + 1 ? ['the page itself', ...names] : names;
  });
}

async function expectToFit(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widerThanTheScreen(page), `${where} at 320 px`).toEqual([]);
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await widerThanTheScreen(page), `${where} with text of twice the size`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function look(page: Page, pages: PageState[], isPhone: boolean): Promise<void> {
  for (const { at, act } of pages) {
    await page.goto(at);
    if (act) {
      await act(page);
      await page.waitForLoadState();
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const where = `${at}${act ? ', after acting on it' : ''}`;
    await expectAccessible(page, where);
    if (!isPhone) await expectToFit(page, where);
  }
}

test.describe('axe finds nothing, and nothing sticks out', () => {
  test.setTimeout(180_000);

  test('for who is not signed in', async ({ page, isMobile }) => look(page, outside, isMobile));

  for (const [role, { who, pages, prepare }] of Object.entries(roles)) {
    test(`for ${role}`, async ({ page, isMobile, signIn, visit }) => {
      await prepare?.(await visit({ name: who, ...accessOf(who) }));
      await signIn(who);
      await look(page, pages, isMobile);
    });
  }
});

test.describe('in parts and scenarios, and before there is a company', () => {
  test.use({ company: 'none' });

  test('axe finds nothing on the pages of the first run', async ({ page, server, isMobile }) => {
    const { pathname, search } = new URL(server.firstRunLink!);
    await look(
      page,
      [
        { route: '/first-run', at: '/first-run' },
        { route: '/first-run', at: pathname + search },
        { route: '/first-run/sample', at: `/first-run/sample${search}` },
        { route: '/first-run/company', at: `/first-run/company${search}` },
        {
          route: '/first-run/company',
          at: `/first-run/company${search}`,
          act: (one) => one.getByRole('button', { name: 'Set it up and sign me in' }).click(),
        },
      ],
      isMobile,
    );
  });
});
