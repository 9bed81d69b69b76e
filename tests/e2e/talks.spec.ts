import { expect, test } from './fixtures.ts';
import { planTalk, talkPlan } from './talk-pages.ts';

test(
  'a talk is planned, held and agreed upon with a thumb, and its owner settles it',
  { tag: '@phone' },
  async ({ page, openPage, signIn }) => {
    test.slow();
    await signIn('ben');
    await page.goto('/team');
    await expect(page.getByText(/^The last one was/)).toBeVisible();
    await planTalk(page, 'guests');
    await page.getByRole('link', { name: 'Hold it and write it down' }).click();
    await expect(page.getByRole('checkbox', { name: 'Ada Kowalska' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'Ben Nowicki' }).uncheck();
    await page.getByLabel('Guests').fill('Mara Lindgren');
    await page.getByLabel('What will be done').first().fill('Ring the carrier before ten');
    await page.getByLabel('Who', { exact: true }).first().selectOption({ label: 'Ada Kowalska' });
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByText('Please write first names only').first()).toBeVisible();
    await expect(page.getByLabel('What will be done').first()).toHaveValue('Ring the carrier before ten');
    await expect(page.getByRole('checkbox', { name: 'Ben Nowicki' })).not.toBeChecked();
    await page.getByLabel('Guests').fill('Mara');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByText('The talk is written down.')).toBeVisible();
    await expect(page.getByText('Ring the carrier before ten')).toBeVisible();

    const adas = await openPage();
    await signIn('ada', adas);
    await adas.goto('/actions');
    await adas.getByRole('button', { name: 'Done: Ring the carrier before ten' }).click();
    await expect(adas.getByText(/^done /)).toBeVisible();
  },
);

test('slides go by keyboard, and Escape leads back', { tag: '@desktop' }, async ({ page, signIn }) => {
  await signIn('ben');
  await page.goto(`/talks/${talkPlan}`);
  await page.getByRole('link', { name: 'Show the slides' }).click();
  // The plan has the same title as its first slide.
  await expect(page.locator('.slides-stage')).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Who has it now?');
  await page.keyboard.press('ArrowRight');
  await expect(heading).toHaveText('Wednesday, 9:22');
  await page.keyboard.press('Space');
  await expect(heading).toContainText('Bad');
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveText('Wednesday, 9:22');
  // Two in a row, without a look at what the first one did.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/slide=2/);
  await expect(heading).toHaveText('Wednesday, 9:22');
  await page.keyboard.press('End');
  await expect(page.getByText('One question before you go')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('One question before you go')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(heading).toHaveText('Who has it now?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible();
});

test(
  'a slide taller than the screen is seen whole by keyboard before it turns',
  { tag: '@desktop' },
  async ({ page, signIn }) => {
    await page.setViewportSize({ width: 640, height: 360 });
    await signIn('ben');
    await page.goto('/talks/trouble-that-we-make-ourselves/slides?slide=3');
    const scrolled = () => page.locator('.slides-stage').evaluate((stage) => stage.scrollTop);
    // Until the script is there, a key means what it means on any page.
    await expect(async () => {
      await page.keyboard.press('PageDown');
      expect(await scrolled()).toBeGreaterThan(0);
    }).toPass();
    await expect(page).toHaveURL(/slide=3/);
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/slide=4/);
    expect(await scrolled()).toBe(0);
  },
);

test('slides go by swipe', { tag: '@phone' }, async ({ page, signIn }) => {
  await signIn('ben');
  await page.goto(`/talks/${talkPlan}/slides`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Who has it now?');
  const swipe = (from: number, to: number) =>
    page.evaluate(
      ([a, b]) => {
        const at = (x: number) =>
          new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 200 });
        const send = (type: string, touches: Touch[], changedTouches: Touch[]) =>
          document.body.dispatchEvent(new TouchEvent(type, { touches, changedTouches, bubbles: true }));
        send('touchstart', [at(a!)], [at(a!)]);
        send('touchend', [], [at(b!)]);
      },
      [from, to],
    );
  await expect(async () => {
    await swipe(300, 80);
    await expect(heading).toHaveText('Wednesday, 9:22', { timeout: 500 });
  }).toPass();
  await swipe(80, 300);
  await expect(heading).toHaveText('Who has it now?');
});

test(
  'the clock shows the part one could be in, and blocks nothing',
  { tag: '@desktop' },
  async ({ page, signIn }) => {
    await page.clock.install();
    await signIn('ben');
    await page.goto(`/talks/${talkPlan}`);
    await page.getByRole('button', { name: 'Start the clock' }).click();
    await expect(page.getByRole('timer')).toContainText('Minute 0 of 15');
    await page.clock.fastForward('05:00');
    await expect(page.getByRole('timer')).toContainText('Ten o’clock in the café');
    await page.clock.fastForward('12:00');
    await expect(page.getByRole('timer')).toContainText('longer than planned');
    await page.getByRole('button', { name: 'Stop the clock' }).click();
    await expect(page.getByRole('timer')).toBeHidden();
  },
);

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'a plan has its minutes as text, and slides turn by links',
    { tag: '@desktop' },
    async ({ page, signIn }) => {
      await signIn('ben');
      await page.goto(`/talks/${talkPlan}`);
      await expect(page.getByText('0–3')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Start the clock' })).toBeHidden();
      await page.getByRole('link', { name: 'Show the slides' }).click();
      await page.getByRole('link', { name: 'Next slide' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wednesday, 9:22');
      await planTalk(page);
      await page.getByRole('link', { name: 'Hold it and write it down' }).click();
      await page.getByRole('button', { name: 'Write it down' }).click();
      await expect(page.getByText('Nothing was agreed in this talk.')).toBeVisible();
    },
  );
});
