import { expect, test } from './fixtures.ts';

test('a press just as React takes the page over breaks nothing', async ({ page, signIn }) => {
  await signIn('ada');
  // React's scheduler sends itself a message for each piece of work: the press comes before the first.
  await page.addInitScript(() => {
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function pressFirst(this: MessagePort, message: unknown) {
      MessagePort.prototype.postMessage = post;
      queueMicrotask(() => document.body.click());
      post.call(this, message);
    };
  });
  await page.goto('/');
  // Once it stands, a link changes the page without loading another.
  await expect(async () => {
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.getByRole('link', { name: 'Today', exact: true }).first().click();
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  }).toPass();
});
