import type { Page } from '@playwright/test';
import { addLearner, olga } from '../support/e2e-company.ts';
import { course, firstModule } from '../support/e2e-lesson.ts';
import { expect, test } from './fixtures.ts';
import { choosePin, codeOf, sendSignIn, setUpTablet, turnOn, typePin } from './sign-in-pages.ts';

test.use({ company: 'founded' });

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const pin = '480277';

test('whoever has turned the second step on needs the app, or a backup code, on every other device', async ({
  page,
  openPage,
  server,
  signIn,
}) => {
  const learner = await addLearner(server, 'Stella');
  await signIn(learner);
  const { secret, codes } = await turnOn(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('You have 10 backup codes left')).toBeVisible();

  const elsewhere = await openPage();
  await sendSignIn(elsewhere, learner.email, learner.password);
  await expect(title(elsewhere)).toHaveText('One more step');
  await elsewhere.goto('/learn');
  await expect(title(elsewhere)).toHaveText('Sign in');
  await elsewhere.goto('/sign-in/code?next=/learn');
  await elsewhere.getByLabel('Code').fill('12 34 56');
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByText('That code does not work').first()).toBeVisible();
  await expect(elsewhere.getByLabel('Code')).toHaveValue('');
  await elsewhere.getByLabel('Code').fill(codes[0]!);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere).toHaveURL('/learn');

  await elsewhere.goto('/account/second-factor/off');
  await elsewhere.getByLabel('Your password, or a code from the app').fill(codeOf(secret));
  await elsewhere.getByRole('button', { name: 'Turn it off' }).click();
  await expect(elsewhere.getByText('The second step is off')).toBeVisible();
  await page.goto('/learn');
  await expect(title(page)).toHaveText('Sign in');
});

test('a learner takes up on the shared tablet where the idle screen signed them out', async ({
  page,
  openPage,
  server,
  signIn,
}) => {
  const learner = await addLearner(server, 'Tessa');
  const own = await openPage();
  await signIn(learner, own);
  await choosePin(own, pin, learner.password);

  await signIn(olga);
  await setUpTablet(page, 'Packing hall', 'Shipping');
  await page.goto('/hr');
  await expect(page, 'who set it up is signed out').toHaveURL(/\/tablet\?next=/);
  await page.goto('/tablet');
  await page.getByRole('link', { name: learner.name }).click();
  for (const digit of '739164') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('That is not the right PIN').first()).toBeVisible();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByText(`Signed in: ${learner.name}`)).toBeVisible();
  await page.goto('/account/pin');
  await expect(title(page)).toHaveText('There is nothing here');

  await page.clock.install();
  await page.goto(firstModule.home);
  await expect(title(page)).toHaveText(firstModule.title);
  await page.clock.runFor(80_000);
  await page.keyboard.press('Shift');
  await page.clock.runFor(80_000);
  await expect(page, 'a key postpones it').toHaveURL(firstModule.home);
  await page.clock.runFor(10_000);
  await expect(page.getByText('Still there?')).toBeVisible();
  await page.clock.runFor(30_000);
  await expect(page).toHaveURL(/\/tablet\?next=/);

  await page.getByRole('link', { name: learner.name }).click();
  await typePin(page, pin);
  await expect(page).toHaveURL(firstModule.home);
  await page.getByRole('button', { name: 'I am done' }).click();
  await expect(page).toHaveURL('/tablet');
  await page.goBack();
  await expect(page.getByText(`Signed in: ${learner.name}`)).toHaveCount(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'the tablet is set up, signed in on and left',
    { tag: '@phone' },
    async ({ page, openPage, server, signIn }) => {
      const learner = await addLearner(server, 'Nora');
      const own = await openPage({ javaScriptEnabled: false });
      await signIn(learner, own);
      await choosePin(own, pin, learner.password);
      await signIn(olga);
      await setUpTablet(page, 'Loading bay', 'Shipping');
      await page.getByRole('link', { name: learner.name }).click();
      await typePin(page, pin);
      await expect(page).toHaveURL('/');
      const refresh = page.locator('head noscript meta, head meta[http-equiv="refresh"]');
      await expect(refresh).toHaveAttribute('content', /^\d+;url=\/tablet$/);
      await page.goto(course.home);
      await expect(refresh).toHaveAttribute('content', /next=%2Flearn%2F/);
      await page.getByRole('button', { name: 'I am done' }).click();
      await expect(page).toHaveURL('/tablet');
    },
  );
});
