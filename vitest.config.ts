import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

const SETUP = 'tests/support/setup.ts';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/e2e/**'],
    globalSetup: 'tests/support/template-database.ts',
    setupFiles: existsSync(SETUP) ? [SETUP] : [],
    pool: 'forks',
    // Hundreds of small files of plain JavaScript: Node loads them faster than vite transforms them.
    server: { deps: { external: [/\/app\/messages\/generated\//] } },
    maxWorkers: 2,
  },
});
