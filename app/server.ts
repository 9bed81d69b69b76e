import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RequestHandler, ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/node';
import { ulid } from 'ulid';
import * as m from '#app/messages/generated/messages.js';
import { env } from '#app/platform/env/env.server.ts';
import { programPath, setProgramRoot } from '#app/platform/env/program.server.ts';
import { isOwnOrigin } from '#app/platform/http/origin-check.ts';
import {
  BodyTooLarge,
  bodyLimit,
  sendWebResponse,
  toWebRequest,
} from '#app/platform/http/remix-adapter.server.ts';
import { securityHeaders } from '#app/platform/http/security-headers.ts';
import type { StaticFiles } from '#app/platform/http/static-files.server.ts';
import { loadStaticFiles, serveStatic } from '#app/platform/http/static-files.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { isPlainError } from '#app/platform/operator/plain-error.ts';
import type { House, openHouse } from './jobs/open-house.server.ts';

type HouseBuild = ServerBuild & { entry: { module: { openHouse: typeof openHouse } } };

type Site = { handler: RequestHandler; files: StaticFiles; https: boolean; appUrl: URL | null };

const say = (text: string) => process.stdout.write(`${text}\n`);

function ownHost(site: Site, req: IncomingMessage): string {
  return site.appUrl?.host ?? req.headers.host ?? 'localhost';
}

/** Pages that stand in for a refused request are rendered like every other, so that they look like every other. */
function problemRequest(kind: 'origin' | 'too-large', origin: string, req: IncomingMessage): Request {
  const headers = {
    cookie: req.headers.cookie ?? '',
    'accept-language': req.headers['accept-language'] ?? '',
  };
  return new Request(new URL(`/problem/${kind}`, origin), { headers });
}

async function answer(
  site: Site,
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  const host = ownHost(site, req);
  const origin = `${site.https ? 'https' : 'http'}://${host}`;
  for (const [name, value] of Object.entries(securityHeaders({ nonce, https: site.https })))
    res.setHeader(name, value);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Request-Id', requestId);
  const headOnly = req.method === 'HEAD';
  const refuse = async (kind: 'origin' | 'too-large', status: number) => {
    res.setHeader('Connection', 'close');
    const context = { nonce, requestId, problemStatus: status };
    await sendWebResponse(res, await site.handler(problemRequest(kind, origin, req), context), headOnly);
  };
  const fetchSite = req.headers['sec-fetch-site'];
  const claim = {
    method: req.method ?? 'GET',
    origin: req.headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite[0] : fetchSite,
    ownHost: host,
  };
  if (!isOwnOrigin(claim)) return refuse('origin', 403);
  if (Number(req.headers['content-length'] ?? 0) > bodyLimit) return refuse('too-large', 413);
  const body = { tooLarge: false };
  const request = toWebRequest(req, res, origin, () => (body.tooLarge = true));
  const response = await site.handler(request, { nonce, requestId });
  if (body.tooLarge) return refuse('too-large', 413);
  await sendWebResponse(res, response, headOnly);
}

function listener(site: Site) {
  return (req: IncomingMessage, res: ServerResponse) => {
    const started = performance.now();
    const path = (req.url ?? '/').split('?', 1)[0]!;
    if (serveStatic(site.files, path, req, res)) return;
    const requestId = ulid();
    res.on('close', () => {
      const ms = Math.round(performance.now() - started);
      log.info({ id: requestId, method: req.method, path, status: res.statusCode, ms }, 'request');
    });
    answer(site, req, res, requestId).catch((error: unknown) => {
      if (res.destroyed || error instanceof BodyTooLarge) return;
      log.error({ id: requestId, err: error }, 'a request could not be answered');
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(m.app_server_failed({ id: requestId }));
    });
  };
}

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
    if (stopping) process.exit(1);
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

async function start(sample: boolean): Promise<void> {
  const settings = env();
  const buildFile = programPath('build/server/index.js');
  const build = (await import(pathToFileURL(buildFile).href)) as HouseBuild;
  let listenTo = (_req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain; charset=utf-8' });
    res.end(m.app_still_starting());
  };
  const server = createServer((req, res) => listenTo(req, res));
  const site: Site = {
    handler: createRequestHandler(build, 'production'),
    files: loadStaticFiles(programPath('build/client')),
    https: settings.APP_URL?.protocol === 'https:',
    appUrl: settings.APP_URL,
  };
  // The port first: whoever finds it taken should not have touched the database.
  const port = await listen(server, settings.PORT, settings.HOST);
  const words = {
    migrated: m.app_step_migrated,
    'sample-opened': m.app_step_sample,
    'content-imported': m.app_step_content,
  };
  const house = await build.entry.module
    .openHouse({ root: programPath(), sample, say: (step) => say(words[step]()) })
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
export async function main(options: { sample: boolean }): Promise<void> {
  setProgramRoot(dirname(dirname(fileURLToPath(import.meta.url))));
  try {
    await start(options.sample);
  } catch (error) {
    const reason = plainReason(error);
    if (reason === null) throw error;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}
