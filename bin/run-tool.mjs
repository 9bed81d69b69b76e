import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PlainError } from './plain-error.mjs';

const QUIET_TOOLS = {
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
  // What is kept is shown, or searched, as text; some tools colour it wherever CI is set.
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
};

const running = new Set();

/** Runs a program to its end and keeps what it prints. `env` values that are undefined are taken away. */
export function capture(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...QUIET_TOOLS, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    track(child);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Runs a program that talks to the terminal itself; resolves to its exit code. */
export function hand(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    track(child);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** As `capture`, but failing is an error that carries the output and ends in the given sentence. */
export async function captureOrFail(command, args, options) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) throw new PlainError(options.sentence, { output });
  return output;
}

export function node(args) {
  return [process.execPath, args];
}

export function track(child) {
  running.add(child);
  child.on('close', () => running.delete(child));
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 };

const REPEAT_MS = 1000;
let endingSince;

/** A signal is passed on to the tools, and this process ends when they have. */
async function endWithTools(signal) {
  // One Ctrl-C arrives twice under npm, which passes on what the terminal sent already.
  if (endingSince !== undefined && performance.now() - endingSince < REPEAT_MS) return;
  if (endingSince !== undefined) process.exit(EXIT_CODES[signal]);
  endingSince = performance.now();
  const ended = [...running].map((child) => once(child, 'close'));
  for (const child of running) child.kill(signal);
  await Promise.all(ended);
  process.exit(EXIT_CODES[signal]);
}

export function endToolsOnSignal() {
  for (const signal of Object.keys(EXIT_CODES)) process.on(signal, endWithTools);
}

/** From here on, signals belong to somebody else. */
export function leaveSignalsAlone() {
  for (const signal of Object.keys(EXIT_CODES)) process.off(signal, endWithTools);
}
