import { defineConfig } from '@playwright/test';
import { findBrowser } from './bin/browser.mjs';

// Found once: the workers read this file again and inherit the answer.
process.env.EVERYHAND_CHROMIUM ??= findBrowser({ root: process.cwd() });

// Chromium's sandbox refuses to start as root, which is what one is in most containers.
const isRoot = process.getuid?.() === 0;
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/make-companies.ts',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.EVERYHAND_CHROMIUM,
      args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET,
    },
  },
  projects: [
    {
      name: 'phone',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      grepInvert: /@desktop/,
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } }, grepInvert: /@phone/ },
  ],
});
