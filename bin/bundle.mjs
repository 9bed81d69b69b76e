// Bundles what Remix does not build: the server, the command line and the worker threads.
import { existsSync, readdirSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { rawText } from './raw-text.mjs';

const THREADS = 'app/threads';

const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  external: ['./server/index.js'],
  sourcemap: true,
  logLevel: 'error',
  metafile: true,
  plugins: [rawText],
  outdir: 'build',
};

try {
  const [server] = await Promise.all([
    esbuild.build({ ...shared, entryPoints: { main: 'app/server.ts' } }),
    esbuild.build({ ...shared, entryPoints: { cli: 'app/cli/main.ts', ...threadEntries() } }),
  ]);
  refuseSecondDatabase(server.metafile);
} catch {
  // esbuild has printed what is wrong and where.
  process.exitCode = 1;
}

/** app/threads/report.ts becomes build/threads/report.js. */
function threadEntries() {
  const names = existsSync(THREADS) ? readdirSync(THREADS).filter((name) => name.endsWith('.ts')) : [];
  return Object.fromEntries(names.map((name) => [`threads/${name.slice(0, -3)}`, `${THREADS}/${name}`]));
}

/**
 * The Remix build carries the database module already; a second copy in the same process
 * would be a second write queue, and two queues can each believe that they are the only writer.
 */
function refuseSecondDatabase({ inputs }) {
  const copy = Object.keys(inputs).find((path) => path.startsWith('app/platform/db/'));
  if (copy === undefined) return;
  console.error(`app/server.ts reaches ${copy}. It must take it from the exports of entry.server instead.`);
  process.exitCode = 1;
}
