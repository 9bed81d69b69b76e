import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import * as m from '#app/messages/generated/messages.js';
import { env } from '#app/platform/env/env.server.ts';
import { programPath, setProgramRoot } from '#app/platform/env/program.server.ts';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import { trustProxies } from '#app/platform/http/client-address.server.ts';
import { loadStaticFiles } from '#app/platform/http/static-files.server.ts';
import { isPlainError } from '#app/platform/operator/plain-error.ts';
import type { House, openHouse } from './jobs/open-house.server.ts';
import type { Site } from './listener.server.ts';
import { listener } from './listener.server.ts';

export type HouseBuild = ServerBuild & { entry: { module: { openHouse: typeof openHouse } } };

const say = (text: string) => process.stdout.write(`${text}\n`);

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** What went wrong in one plain sentence, or null where it is a fault of the program's. */
function plainReason(error: unknown): string | null {
  if (isPlainError(error)) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const { PORT: port, HOST: host } = env();
  if (code === 'EADDRINUSE') return m.app_port_taken({ port });
  if (code === 'EACCES') return m.app_port_forbidden({ port });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return m.app_host_unknown({ host });
  return null;
}

function tellStarted(house: House, address: string): void {
  for (const { file, findings } of house.content?.broken ?? []) {
    say(m.app_content_broken({ file, count: findings.length }));
  }
  for (const file of house.content?.waiting ?? []) say(m.app_content_waiting({ file }));
  if (house.sample) {
    say(m.app_sample_people({ password: house.sample.password }));
    for (const { name, email } of house.sample.people) say(`  ${email.padEnd(36)} ${name}`);
  }
  say(
    house.firstRunPath
      ? m.app_first_run_link({ url: address + house.firstRunPath })
      : m.app_listening({ url: address }),
  );
}

function stopOnSignal(server: Server, house: House): void {
  let stopping = false;
  const stop = async () => {
    // One Ctrl-C can arrive twice: from the terminal, and from npm.
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
    await closed;
    await house.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

type Options = { sample: boolean; loadBuild: () => Promise<HouseBuild> };

async function start({ sample, loadBuild }: Options): Promise<void> {
  const settings = env();
  const build = await loadBuild();
  let listenTo = (_req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain; charset=utf-8' });
    res.end(m.app_still_starting());
  };
  const server = createServer((req, res) => listenTo(req, res));
  const site: Site = {
    handler: answerByBranch(build),
    files: loadStaticFiles(programPath('build/client')),
    https: settings.APP_URL?.protocol === 'https:',
    appUrl: settings.APP_URL,
    proxies: trustProxies(settings.TRUSTED_PROXIES),
  };
  // The port first: whoever finds it taken should not have touched the database.
  const port = await listen(server, settings.PORT, settings.HOST);
  const words = {
    migrated: m.app_step_migrated,
    'sample-opened': m.app_step_sample,
    'content-imported': m.app_step_content,
  };
  const house = await build.entry.module
    .openHouse({ root: programPath(), sample, port, say: (step) => say(words[step]()) })
    .catch((error) => {
      server.close();
      throw error;
    });
  listenTo = listener(site);
  stopOnSignal(server, house);
  const shownHost = settings.HOST === '0.0.0.0' || settings.HOST === '::' ? 'localhost' : settings.HOST;
  tellStarted(house, settings.APP_URL?.origin ?? `http://${shownHost}:${port}`);
}

/** Serves until a signal comes. Whatever keeps it from starting is said in a sentence, and the exit code is 1. */
export async function serve(options: Options): Promise<void> {
  try {
    await start(options);
  } catch (error) {
    const reason = plainReason(error);
    if (reason === null) throw error;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}

export async function main({ sample }: { sample: boolean }): Promise<void> {
  setProgramRoot(dirname(dirname(fileURLToPath(import.meta.url))));
  const buildFile = pathToFileURL(programPath('build/server/index.js')).href;
  await serve({ sample, loadBuild: () => import(buildFile) as Promise<HouseBuild> });
}
