import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { firstModule, secondModule } from '../support/e2e-lesson.ts';
import type { Server } from '../support/e2e-server.ts';
import { makeFolder, runCommand } from '../support/e2e-server.ts';
import { expect, test } from './fixtures.ts';
import { widerThanTheScreen } from './fits.ts';

/** A new edition of Ada's first module, with a line that was not there before. */
async function changeFirstModule(server: Server, front: string, line: string): Promise<void> {
  const folder = makeFolder();
  cpSync('content', join(folder.path, 'content'), { recursive: true });
  const file = join(folder.path, firstModule.file);
  const source = readFileSync(file, 'utf8').replace(/^pass: /m, `${front}\npass: `);
  writeFileSync(
    file,
    source.replace(/^## .*$/m, (heading) => `${heading}\n\n${line}`),
  );
  const imported = await runCommand(['import-content', join(folder.path, 'content')], server.dataFolder);
  folder.remove();
  expect(imported.exitCode, imported.printed).toBe(0);
}

const headingOf = (page: Page) => page.getByRole('heading', { level: 1 });

for (const tag of ['@phone', '@desktop']) {
  test(
    `Today offers one thing to go on with, and asks how it went ${tag}`,
    { tag },
    async ({ page, signIn }) => {
      await signIn('ada');
      const next = page.getByRole('link', { name: `Go on with “${secondModule.title}”` });
      await expect(next).toBeInViewport({ ratio: 1 });
      await expect(page.getByText('Two weeks ago you said')).toBeVisible();
      await page.getByRole('link', { name: 'Add a sentence for yourself' }).click();
      await page.getByLabel('A sentence about it').fill('Renata said thank you.');
      await page.getByRole('button', { name: 'In part' }).click();
      await expect(headingOf(page)).toHaveText('What I said I will do');
      await expect(page.getByText('Renata said thank you.')).toBeVisible();
      await page.goto('/');
      await expect(page.getByText('Two weeks ago you said')).toBeHidden();
      // Said differently, by keyboard alone.
      await page.getByRole('link', { name: 'What I said I will do' }).click();
      await page.getByRole('link', { name: /^Say it differently/ }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('A sentence about it')).toHaveValue('Renata said thank you.');
      await page.getByRole('button', { name: 'I did it' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText(/^done, /)).toBeVisible();
    },
  );
}

test(
  'what changed can be read by everybody, on any screen',
  { tag: '@desktop' },
  async ({ page, server, signIn }) => {
    await signIn('ada');
    await changeFirstModule(server, 'changed: There is a scale at every bay.', 'Weigh what was hit.');
    for (const address of ['/', firstModule.home, `${firstModule.home}/changes`]) {
      await page.goto(address);
      await expect(page.getByText(/scale at every bay|Something has changed/).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        address,
      ).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => widerThanTheScreen(page), address).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  },
);

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'what changed is told, shown and read; what changed much is begun again',
    { tag: '@phone' },
    async ({ page, server, signIn }) => {
      test.slow();
      await signIn('ada');
      await changeFirstModule(server, 'changed: There is a scale at every bay.', 'Weigh what was hit.');
      await page.goto('/');
      await expect(page.getByText('There is a scale at every bay.')).toBeVisible();
      await page.getByRole('link', { name: `See what changed in “${firstModule.title}”` }).click();
      await expect(page.getByRole('insertion').getByText('Weigh what was hit.')).toBeVisible();
      await page.getByRole('button', { name: 'I have read it' }).click();
      await expect(page).toHaveURL('/');
      await expect(page.getByText('There is a scale at every bay.')).toBeHidden();

      await changeFirstModule(server, 'change: material', 'Do not load what was hit.');
      await page.goto('/');
      // Completed two weeks ago, so it is asked of her from today.
      await page.getByRole('link', { name: firstModule.title, exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Please read this again' })).toBeVisible();
      await page.getByRole('button', { name: 'Begin again' }).click();
      await expect(page.getByText('Part 1 of', { exact: false }).first()).toBeVisible();
      await page.goto('/');
      await expect(page.getByRole('link', { name: `Go on with “${firstModule.title}”` })).toBeVisible();
    },
  );
});
