import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';
import type { Role } from '../support/access-rows.ts';
import { roles as accessRoles } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import { accessOf, expect, test } from './fixtures.ts';
import type { PageState } from './every-page.ts';
import { firstRun, outside, roles } from './every-page.ts';
import { widerThanTheScreen } from './fits.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour scheme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const found = (violations: Awaited<ReturnType<AxeBuilder['analyze']>>['violations']) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Two frames: by then the new colours are on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** A program that does nothing, for a page that has axe already: to read it again would take longer than to run it. */
const axeIsThere = ';';

/**
 * One run in the page itself: none of ours has a frame, for which axe would open a second page. Of what is well it keeps
 * no account.
 */
const axeIn = (page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }, axeSource?: string) =>
  new AxeBuilder({ page, axeSource })
    .setLegacyMode(true)
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();

/** The dark colours are the same on every width: one of the two shows them. */
async function expectAccessible(page: Page, where: string, isPhone: boolean): Promise<void> {
  await showIn(page, 'light');
  const light = await axeIn(page, { type: 'tag', values: tags });
  expect(found(light.violations), `${where}, light`).toEqual([]);
  if (isPhone) return;
  await showIn(page, 'dark');
  const dark = await axeIn(page, { type: 'rule', values: rulesOfColour }, axeIsThere);
  expect(found(dark.violations), `${where}, dark`).toEqual([]);
}

async function expectToFit(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => widerThanTheScreen(page), `${where} at 320 px`).toEqual([]);
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(() => widerThanTheScreen(page), `${where} with text of twice the size`).toEqual([]);
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
    await expectAccessible(page, where, isPhone);
    if (!isPhone) await expectToFit(page, where);
  }
}

const paths = (entries: RouteConfigEntry[]): string[] => entries.map(({ path = '' }) => `/${path}`);

/** Routes that nobody ever looks at, and what comes of them instead. */
const withoutPage: Record<string, string> = {
  '/files/:file': 'an image',
  '/pictures/:picture': 'an image',
  '/healthz': 'JSON, for whoever watches over the machine',
  '/hr/completions.csv': 'a file',
  '/talks/meetings/:meeting.ics': 'a file',
  '/talks/:talk/handout.pdf': 'a file',
  '/certificates/:code.pdf': 'a file',
  '/hr/completions.xlsx': 'a file',
  '/learn/:course/:module/answers': 'nothing; a reader is sent to the questions',
  '/newsletter/:issue.pdf': 'a file',
  '/newsletter/:issue/wall.pdf': 'a file',
  '/mail-pictures/:picture': 'an image',
  '/team/huddles/:huddle.pdf': 'a file',
  '/studio/issue/:issue/mail.html': 'a mail, in the frame of its preview',
  '/posters/chosen.zip': 'a file',
  '/posters/:poster.pdf': 'a file',
  '/posters/:poster.png': 'an image',
  '/screen/:token': 'nothing but a picture, on a wall',
  '/screen/:token/slides.json': 'JSON, for a screen',
  '/screen/:token/:poster.png': 'an image',
  '/studio/screens/:screen.zip': 'a file',
  '/studio/poster/:poster/preview.png': 'an image',
  '/tablet/awake': 'nothing; a script asks for it',
};

/** Who plays which role of the access table. */
const playedBy: Record<string, Role> = {
  'a learner': 'employee',
  'a head': 'head',
  'an editor': 'editor',
  HR: 'hr',
  'who looks after Everyhand': 'admin',
};

/** What a role sees beyond the states that are written out: every page it may open whose address needs no knowledge. */
function restOf(player: string, written: PageState[]): PageState[] {
  const role = playedBy[player];
  if (!role) return [];
  const seen = new Set(written.filter(({ act }) => !act).map(({ route }) => route));
  return Object.entries(accessTable)
    .filter(([route, { get }]) => get[role] === 'ok' && !/[:*]/.test(route))
    .filter(([route]) => !(route in withoutPage) && !seen.has(route))
    .map(([route]) => ({ route, at: route }));
}

const allOf = (player: string) => {
  const { pages } = roles[player]!;
  return [...pages, ...restOf(player, pages)];
};

test('no page is forgotten', { tag: '@desktop' }, async () => {
  const states = [...outside, ...firstRun(''), ...Object.keys(roles).flatMap(allOf)];
  const looked = new Set(states.map(({ route }) => route));
  expect(paths(routes).filter((path) => !looked.has(path) && !(path in withoutPage))).toEqual([]);
  expect(
    Object.keys(withoutPage).filter((path) => looked.has(path) || !paths(routes).includes(path)),
  ).toEqual([]);
});

test('nor is any role', { tag: '@desktop' }, async () => {
  const roleNames = accessRoles.filter((role) => role !== 'anonymous');
  expect(Object.values(playedBy).toSorted()).toEqual(roleNames.toSorted());
  expect(Object.keys(playedBy).filter((player) => !(player in roles))).toEqual([]);
});

test.describe('axe finds nothing, and nothing sticks out', () => {
  test.beforeEach(() => test.setTimeout(240_000));

  test('for who is not signed in', async ({ page, isMobile }) => look(page, outside, isMobile));

  for (const [player, { who, pages, prepare }] of Object.entries(roles)) {
    test(`for ${player}`, async ({ page, isMobile, signIn, visit, server }) => {
      await prepare?.(await visit({ name: who, ...accessOf(who) }), server);
      await signIn(who);
      await look(page, pages, isMobile);
    });

    const rest = restOf(player, pages);
    if (rest.length > 0) {
      test(
        `for ${player}, wherever else they may go`,
        { tag: '@desktop' },
        async ({ page, isMobile, signIn }) => {
          await signIn(who);
          await look(page, rest, isMobile);
        },
      );
    }
  }

  test.describe('before there is a company', () => {
    test.use({ company: 'none' });

    test('for whoever has the link', async ({ page, server, isMobile }) => {
      await look(page, firstRun(new URL(server.firstRunLink!).search), isMobile);
    });
  });
});
