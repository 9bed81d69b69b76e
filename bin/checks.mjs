import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUpToDate } from './bring-up-to-date.mjs';
import { findOrInstallBrowser } from './browser.mjs';
import { inSeconds } from './progress.mjs';
import { capture, node } from './run-tool.mjs';
import { build, generation, packages } from './steps.mjs';
import { countPlaywright, countReport, countVitest } from './test-counts.mjs';

const STATIC_CHECKS = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false']],
  [
    'imports',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'app', '--output-type', 'err-long'],
  ],
  [
    'dead code',
    [
      'node_modules/knip/bin/knip.js',
      '--no-progress',
      '--cache',
      '--cache-location',
      'node_modules/.cache/knip',
    ],
  ],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.']],
  ['lint', ['node_modules/oxlint/bin/oxlint']],
];
const VITEST = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--silent=passed-only',
  '--reporter=default',
  '--reporter=json',
];
const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test'];
const LINES_OF_A_FAILURE = 150;

/** Everything: resolves to the exit code after the line `N passed, N failed`. */
export async function test(root) {
  return countAndSay(async (results) => {
    await bringUpToDate(root, [packages, ...generation]);
    const browser = await findOrInstallBrowser(root);
    const built = buildCheck(root);
    await inParallel([built.run, ...staticChecks(root)], results);
    results.push(await vitest(root));
    results.push(built.hasFailed() ? skippedEndToEnd() : await endToEnd(root, browser));
  });
}

/** Everything that needs neither the build nor a browser. */
export async function check(root) {
  return countAndSay(async (results) => {
    await bringUpToDate(root, [packages, ...generation]);
    await inParallel(staticChecks(root), results);
    results.push(await vitest(root));
  });
}

/** The end-to-end tests alone, talking to the terminal themselves. */
export async function prepareEndToEnd(root, args) {
  await bringUpToDate(root, [packages, ...generation, build]);
  const reporter = args.some((arg) => arg.startsWith('--reporter')) ? [] : ['--reporter=list'];
  return {
    args: [...PLAYWRIGHT, ...reporter, ...args],
    env: { EVERYHAND_CHROMIUM: await findOrInstallBrowser(root), NODE_ENV: undefined },
  };
}

async function countAndSay(work) {
  const results = [];
  try {
    await work(results);
  } catch (error) {
    if (error.output) console.log(error.output.trimEnd());
    console.log(error.exitCode === undefined ? error : error.message);
    results.push({ passed: 0, failed: 1 });
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

function staticChecks(root) {
  return STATIC_CHECKS.map(([name, args]) => async () => {
    const startedAt = performance.now();
    const { code, output } = await capture(...node(args), { cwd: root });
    return report({ name, startedAt, output, ...asOneTest(code === 0) });
  });
}

function buildCheck(root) {
  let hasFailed = false;
  const run = async () => {
    const startedAt = performance.now();
    const output = await outputOfFailedBuild(root);
    hasFailed = output !== undefined;
    return report({ name: 'build', startedAt, output, ...asOneTest(!hasFailed) });
  };
  return { run, hasFailed: () => hasFailed };
}

async function outputOfFailedBuild(root) {
  const silence = { write: () => true };
  try {
    await bringUpToDate(root, [build], { stream: silence });
  } catch (error) {
    return [error.output, error.message].filter(Boolean).join('\n');
  }
  return undefined;
}

function vitest(root) {
  return withReport(async (file) => {
    const args = [...VITEST, `--outputFile.json=${file}`];
    return runCounted('vitest', root, args, { NODE_ENV: undefined }, file, countVitest);
  });
}

function endToEnd(root, browser) {
  return withReport(async (file) => {
    const env = { NODE_ENV: undefined, EVERYHAND_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const args = [...PLAYWRIGHT, '--reporter=list,json'];
    return runCounted('end-to-end', root, args, env, file, countPlaywright);
  });
}

async function runCounted(name, root, args, env, file, count) {
  const startedAt = performance.now();
  const { code, output } = await capture(...node(args), { cwd: root, env });
  const counts = countReport(file, count, code);
  return report({
    name,
    startedAt,
    output,
    ...counts,
    words: `${counts.passed} passed, ${counts.failed} failed`,
  });
}

function skippedEndToEnd() {
  console.log('✗ end-to-end  not run, because the build failed');
  return { passed: 0, failed: 1 };
}

function asOneTest(isPassed) {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function report({ name, startedAt, output, passed, failed, words = '' }) {
  const mark = failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${name.padEnd(10)}  ${[words, inSeconds(performance.now() - startedAt)].filter(Boolean).join('  ')}`,
  );
  if (failed > 0) console.log(tail(output));
  return { passed, failed };
}

/** The end of the output; lines about what passed only hide what failed. */
function tail(output) {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s*[✓✔]/.test(line));
  const left = lines.length - LINES_OF_A_FAILURE;
  const kept = lines.slice(-LINES_OF_A_FAILURE).map((line) => `  ${line}`);
  return left > 0 ? [`  … ${left} lines left out`, ...kept].join('\n') : kept.join('\n');
}

async function inParallel(tasks, results) {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) results.push(await task());
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-tests-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
