import { existsSync, readFileSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from './fingerprint.mjs';
import { PlainError } from './plain-error.mjs';
import { precompress } from './precompress.mjs';
import { capture, captureOrFail, node } from './run-tool.mjs';

const GENERATED = /^app\/(platform\/db|messages)\/generated(\/|$)/;
const NOT_INSTALLED =
  'The packages could not be installed; check that this machine can reach the npm registry.';
const BUILD_STORE = 'build/.fingerprints.json';
const APP_CODE = ['app', 'public', 'prisma', 'package-lock.json', 'tsconfig.json'];
const APP_CONFIGURATION = [
  'vite.config.ts',
  'remix.config.js',
  'project.inlang/settings.json',
  'bin/bundle.mjs',
];

export function isGenerated(path) {
  return GENERATED.test(path);
}

/**
 * A step runs when its inputs, its recipe or its outputs are not as they were after its last run.
 * A recipe is text: whatever besides files decides what comes out.
 */
export const packages = {
  name: 'packages',
  title: 'Installing packages',
  store: 'node_modules/.everyhand.json',
  inputs: ['package-lock.json'],
  outputs: ['node_modules'],
  // better-sqlite3 is compiled for one platform and one Node ABI.
  recipe: [process.platform, process.arch, process.versions.modules].join(' '),
  isDoneAlready: isInstalledByHand,
  run: installPackages,
};

const databaseClient = {
  name: 'database client',
  title: 'Generating the database client',
  store: BUILD_STORE,
  inputs: ['prisma', 'prisma.config.ts', 'package-lock.json'],
  isIgnored: (path) => path.startsWith('prisma/migrations') || path.startsWith('prisma/sample'),
  outputs: ['app/platform/db/generated'],
  run: (root) =>
    captureOrFail(...node(['node_modules/prisma/build/index.js', 'generate']), {
      cwd: root,
      sentence: 'The database client could not be generated; prisma/ is where to look.',
    }),
};

const PARAGLIDE_FLAGS = [
  '--project',
  './project.inlang',
  '--outdir',
  './app/messages/generated',
  '--no-emit-readme',
];

const messages = {
  name: 'messages',
  title: 'Compiling the messages',
  store: BUILD_STORE,
  inputs: ['app/messages', 'project.inlang/settings.json', 'package-lock.json'],
  isIgnored: isGenerated,
  outputs: ['app/messages/generated/messages.js'],
  recipe: PARAGLIDE_FLAGS.join(' '),
  run: (root) =>
    captureOrFail(...node(['node_modules/@inlang/paraglide-js/bin/run.js', 'compile', ...PARAGLIDE_FLAGS]), {
      cwd: root,
      sentence: 'The messages could not be compiled; app/messages/ is where to look.',
    }),
};

export const build = {
  name: 'build',
  title: 'Building',
  store: BUILD_STORE,
  inputs: [...APP_CODE, ...APP_CONFIGURATION],
  isIgnored: (path) => isGenerated(path) || path.startsWith('prisma/sample'),
  outputs: ['build/main.js', 'build/cli.js', 'build/server/index.js', 'build/client/assets'],
  run: buildAll,
};

export const generation = [databaseClient, messages];

export function outputsExist(root, step) {
  return step.outputs.every((path) => existsSync(join(root, path)));
}

async function buildAll(root) {
  const startedAt = Date.now();
  const sentence = 'The build failed; the output above says where.';
  const env = { NODE_ENV: 'production' };
  const tools = [['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], ['bin/bundle.mjs']];
  const runs = tools.map((tool) => captureOrFail(...node(tool), { cwd: root, env, sentence }));
  // Both have ended before a failure is told: the next build must not meet this one.
  const failed = (await Promise.allSettled(runs)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  await Promise.all(['client', 'server'].map((name) => removeOlder(join(root, 'build', name), startedAt)));
  await precompress(join(root, 'build/client'));
}

/**
 * Removes what earlier builds left. Afterwards, because a build that fails should leave the last good one alone.
 * The second is for file systems whose clock runs a little behind.
 */
async function removeOlder(folder, time) {
  for (const path of listFiles(folder, ['.'])) {
    const { mtimeMs } = await stat(join(folder, path));
    if (mtimeMs < time - 1000) await rm(join(folder, path));
  }
}

async function installPackages(root) {
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm(['ci', ...flags]);
  const { code, output } = await capture(command, args, { cwd: root });
  if (code === 0) return;
  // npm ci refuses a lock file that leaves out a package of some other platform; npm install does not.
  if (output.includes('EUSAGE')) await installUnlocked(root, flags);
  else throw new PlainError(NOT_INSTALLED, { output });
}

function installUnlocked(root, flags) {
  const [command, args] = npm(['install', '--no-save', ...flags]);
  return captureOrFail(command, args, { cwd: root, sentence: NOT_INSTALLED });
}

/** npm by its JavaScript entry where it can be found, so that Windows needs no shell. */
function npm(args) {
  const besideNode = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const entry = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return entry ? node([entry, ...args]) : ['npm', args];
}

/** True when npm's own record of node_modules agrees with the lock file, for instance after `npm install`. */
function isInstalledByHand(root) {
  const locked = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!locked || !installed) return false;
  const isThere = ([path, entry]) =>
    path === '' || entry.optional || entry.devOptional || installed[path]?.version === entry.version;
  return Object.entries(locked).every(isThere) && Object.keys(installed).every((path) => path in locked);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
