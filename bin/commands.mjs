import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringUpToDate } from './bring-up-to-date.mjs';
import { check, prepareEndToEnd, test } from './checks.mjs';
import { develop } from './develop.mjs';
import { saveMemory } from './memory.mjs';
import { PlainError } from './plain-error.mjs';
import { endToolsOnSignal, hand, leaveSignalsAlone } from './run-tool.mjs';
import { build, generation, packages } from './steps.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ALL_STEPS = [packages, ...generation, build];

const COMMANDS = {
  start: {
    does: 'start [--sample]       brings everything up to date and serves it',
    flags: ['--sample'],
    run: start,
  },
  dev: {
    does: 'dev [--sample]         the same, rebuilding and restarting on every change',
    flags: ['--sample'],
    run: dev,
  },
  build: { does: 'build                  brings everything up to date, and ends', flags: [], run: buildOnly },
  test: { does: 'test                   all checks and tests', flags: [], run: () => test(ROOT) },
  check: {
    does: 'check                  all but the build and the end-to-end tests',
    flags: [],
    run: () => check(ROOT),
  },
  e2e: { does: 'e2e [ARGUMENTS]        the end-to-end tests; arguments go to Playwright', run: endToEnd },
  bench: { does: 'bench [ARGUMENTS]      the measurements in bench/', run: bench },
  generate: { does: 'generate               the database client and the messages', flags: [], run: generate },
  everyhand: { does: 'everyhand VERB         commands for operators', run: commandLine },
};

export async function run([name, ...args]) {
  // npm sets INIT_CWD: paths that somebody types are relative to where that somebody is.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(ROOT);
  endToolsOnSignal();
  try {
    const exitCode = await chosen(name, args).run(args);
    if (exitCode !== undefined) exitAfterOutput(exitCode);
  } catch (error) {
    exitAfterOutput(explain(error));
  }
}

function chosen(name, args) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) throw misuse(name === undefined ? 'Which command?' : `There is no command "${name}".`);
  const unknown = command.flags && args.find((arg) => !command.flags.includes(arg));
  if (unknown) throw misuse(`The command "${name}" knows no "${unknown}".`);
  return command;
}

function misuse(sentence) {
  const list = Object.values(COMMANDS).map(({ does }) => `  ${does}`);
  return new PlainError([sentence, 'Commands:', ...list].join('\n'), { exitCode: 2 });
}

async function start(args) {
  await bringUpToDate(ROOT, ALL_STEPS);
  saveMemory();
  const server = await importBuilt('main.js');
  await server.main({ sample: args.includes('--sample') });
}

async function buildOnly() {
  await bringUpToDate(ROOT, ALL_STEPS);
  return 0;
}

async function dev(args) {
  await develop(ROOT, args);
}

async function generate() {
  await bringUpToDate(ROOT, [packages, ...generation]);
  return 0;
}

async function endToEnd(args) {
  const playwright = await prepareEndToEnd(ROOT, args);
  return hand(process.execPath, playwright.args, { cwd: ROOT, env: playwright.env });
}

async function bench(args) {
  await bringUpToDate(ROOT, ALL_STEPS);
  return hand(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...args], { cwd: ROOT });
}

async function commandLine(args) {
  // Standard output belongs to the verb: it may be a file that somebody is writing.
  await bringUpToDate(ROOT, ALL_STEPS, { stream: process.stderr });
  const { main } = await importBuilt('cli.js');
  return main(args);
}

async function importBuilt(name) {
  leaveSignalsAlone();
  process.env.NODE_ENV = 'production';
  process.setSourceMapsEnabled(true);
  return import(new URL(`../build/${name}`, import.meta.url).href);
}

function explain(error) {
  if (!(error instanceof PlainError)) {
    console.error(error);
    return 1;
  }
  if (error.output) console.error(error.output.trimEnd());
  console.error(error.message);
  return error.exitCode;
}

function exitAfterOutput(exitCode) {
  process.exitCode = exitCode;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
}
