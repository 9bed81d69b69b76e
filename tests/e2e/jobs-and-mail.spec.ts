import { sentMail, uncertainMail } from '../support/stopped-things.ts';
import { expect, test } from './fixtures.ts';

test.describe('who looks after Everyhand', { tag: '@desktop' }, () => {
  test.beforeEach(async ({ signIn }) => signIn('farah'));

  test('sends a mail again that may have arrived, and finds it among the files', async ({ page }) => {
    await page.goto('/admin/mailbox');
    await page
      .getByRole('row', { name: /May have arrived/ })
      .getByRole('link')
      .click();
    await page.getByRole('link', { name: 'Send it again' }).click();
    await expect(page.getByText('they may have it twice')).toBeVisible();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page).toHaveURL(new RegExp(`/admin/mailbox/${uncertainMail}`));
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByText('Hello Ada Kowalska').count();
      })
      .toBe(1);
    await expect(page.getByText(/\/reset\?token=[\w-]{43}/)).toBeVisible();
  });

  test('reads a mail that went to a file', async ({ page }) => {
    await page.goto(`/admin/mailbox/${sentMail}`);
    await expect(page.getByText('That you have seen it is on record')).toBeVisible();
  });

  test('runs again what has stopped, and a job by hand', async ({ page }) => {
    await page.goto('/admin/jobs');
    await expect(page.getByText('One thing has stopped and needs you.')).toBeVisible();
    await page.getByRole('link', { name: /Run again/ }).click();
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect(page.getByText('It is on its way again.')).toBeVisible();
    await expect
      .poll(async () => {
        await page.goto('/admin/jobs');
        return page.getByText('Nothing has stopped').count();
      })
      .toBe(1);
    const row = page.getByRole('row', { name: /Clear away mail files/ });
    await row.getByRole('button', { name: /Run now/ }).click();
    await expect(page.getByText('It starts within a few seconds.')).toBeVisible();
    await expect
      .poll(async () => {
        await page.goto('/admin/jobs');
        return row.getByText('Done').count();
      })
      .toBe(1);
  });
});
