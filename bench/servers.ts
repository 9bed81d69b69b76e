import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Reading } from './meter.ts';

export const samplePassword = 'harbour-and-pine-9';

/** Inside the project, because what is bundled still looks for its packages from where it lies. */
const bundles = join(process.cwd(), 'node_modules/.cache/everyhand-bench');
const bundle = (name: string) => pathToFileURL(join(bundles, `${name}.mjs`)).href;

export type Server = {
  url: string;
  read: () => Promise<Reading>;
  /** The same; what comes after it has a peak of its own. */
  begin: () => Promise<Reading>;
  /** Throws if the process has ended. */
  mustRun: () => void;
  stop: () => Promise<void>;
};

/** Bundled as the product is: a loader of TypeScript in the measured process would be measured too. */
export async function bundleFloors(): Promise<void> {
  await build({
    entryPoints: [
      new URL('./meter.ts', import.meta.url),
      new URL('./floor-http.ts', import.meta.url),
      new URL('./floor-remix.tsx', import.meta.url),
    ].map((url) => fileURLToPath(url)),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}

async function untilItAnswers(url: string, path: string, mustRun: () => void): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    mustRun();
    const answer = await fetch(url + path, { redirect: 'manual' }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer && answer.status < 400) return;
    await wait(100);
  }
  throw new Error(`${url}${path} did not answer within two minutes.`);
}

function reading(child: ChildProcess, what: 'read' | 'begin'): Promise<Reading> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(30_000) });
  child.send(what);
  return answer.then(([message]) => message as Reading);
}

type Start = { folder: string; name: string; code: string; probe: string; settings?: Record<string, string> };

async function start({ folder, name, code, probe, settings }: Start): Promise<Server> {
  const port = await freePort();
  mkdirSync(join(folder, name), { recursive: true });
  // To a file, as a service would: through a pipe, the one who measures would have to read it all.
  const logFile = join(folder, `${name}.log`);
  const log = openSync(logFile, 'a');
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', bundle('meter'), '--input-type=module', '--eval', code],
    {
      env: {
        PATH,
        HOME,
        TMPDIR,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: join(folder, name),
        ...settings,
      },
      stdio: ['ignore', log, log, 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  const mustRun = () => {
    if (child.exitCode === null && child.signalCode === null) return;
    throw new Error(`${name} has ended:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  };
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, probe, mustRun);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, read: () => reading(child, 'read'), begin: () => reading(child, 'begin'), mustRun, stop };
}

/** The program as `everyhand start --sample` runs it, on a folder that prepare.ts has filled. */
export function startEveryhand(folder: string): Promise<Server> {
  const main = pathToFileURL(join(process.cwd(), 'build/main.js')).href;
  const memory = pathToFileURL(join(process.cwd(), 'bin/memory.mjs')).href;
  const code = `process.setSourceMapsEnabled(true); (await import('${memory}')).saveMemory(); const { main } = await import('${main}'); await main({ sample: true });`;
  const settings = { SAMPLE_PASSWORD: samplePassword };
  return start({ folder, name: 'everyhand', code, probe: '/sign-in', settings });
}

export type PageSize = { elements: number; dataBytes: number };

export function startFloor(
  folder: string,
  name: 'floor-http' | 'floor-remix',
  size: PageSize,
): Promise<Server> {
  const settings = { ELEMENTS: String(size.elements), DATA_BYTES: String(size.dataBytes) };
  return start({ folder, name, code: `await import('${bundle(name)}');`, probe: '/page', settings });
}
