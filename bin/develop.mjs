import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { bringUpToDate } from './bring-up-to-date.mjs';
import { fingerprint, hasSameTimes, listFiles } from './fingerprint.mjs';
import { track } from './run-tool.mjs';
import { build, generation, isGenerated, packages } from './steps.mjs';

const EVERY_MS = 700;
const STEPS = [packages, ...generation, build];
const WATCHED = [...new Set([...STEPS.flatMap((step) => step.inputs), 'content'])];

/**
 * Rebuilds what a change puts out of date, then starts the server again. While the sources do not
 * build, the last server that did goes on. Looking at sizes and times a few times a second costs
 * milliseconds and behaves alike on every system, which watching folders does not.
 */
export async function develop(root, args) {
  await bringUpToDate(root, STEPS);
  let server = startServer(args);
  for (let seen = look(root); ;) {
    await sleep(EVERY_MS);
    const now = look(root, seen);
    if (isSame(seen, now)) continue;
    seen = now;
    if (!(await isBuilt(root))) continue;
    await stop(server);
    server = startServer(args);
  }
}

function look(root, seen) {
  return fingerprint(root, listFiles(root, WATCHED, isGenerated), seen);
}

function isSame(before, now) {
  return Object.keys(before).length === Object.keys(now).length && hasSameTimes(before, now);
}

async function isBuilt(root) {
  try {
    await bringUpToDate(root, STEPS);
    return true;
  } catch (error) {
    if (error.output) console.error(error.output.trimEnd());
    console.error(error.message);
    return false;
  }
}

function startServer(args) {
  const server = spawn(process.execPath, ['bin/everyhand.mjs', 'start', ...args], { stdio: 'inherit' });
  track(server);
  return server;
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
