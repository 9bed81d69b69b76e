import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from '@remix-run/node';
import { ulid } from 'ulid';
import * as m from '#app/messages/generated/messages.js';
import { isOwnOrigin } from '#app/platform/http/origin-check.ts';
import {
  BodyTooLarge,
  bodyLimit,
  sendWebResponse,
  toWebRequest,
} from '#app/platform/http/remix-adapter.server.ts';
import { ownAddress } from '#app/platform/http/own-address.ts';
import { securityHeaders } from '#app/platform/http/security-headers.ts';
import type { StaticFiles } from '#app/platform/http/static-files.server.ts';
import { serveStatic } from '#app/platform/http/static-files.server.ts';
import { log } from '#app/platform/log/log.server.ts';

export type Site = { handler: RequestHandler; files: StaticFiles; https: boolean; appUrl: URL | null };

/** Pages send forms and nothing else; what is none would fail where its fields are read. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

const bodiless = ['GET', 'HEAD', 'OPTIONS'];
const methods = [...bodiless, 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Pages that stand in for a refused request are rendered like every other, so that they look like every other. */
function problemRequest(kind: 'origin' | 'too-large', origin: string, req: IncomingMessage): Request {
  const headers = {
    cookie: req.headers.cookie ?? '',
    'accept-language': req.headers['accept-language'] ?? '',
  };
  return new Request(new URL(`/problem/${kind}`, origin), { headers });
}

/** What no browser sends is answered without a page. */
function refuseMalformed(res: ServerResponse, status: 400 | 405 | 415): void {
  if (status === 405) res.setHeader('Allow', methods.join(', '));
  res.setHeader('Connection', 'close');
  res.writeHead(status).end();
}

async function answer(
  site: Site,
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  for (const [name, value] of Object.entries(securityHeaders({ nonce, https: site.https })))
    res.setHeader(name, value);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Request-Id', requestId);
  const method = req.method ?? 'GET';
  if (!methods.includes(method)) return refuseMalformed(res, 405);
  const address = ownAddress(req.url ?? '/', site.appUrl?.host ?? req.headers.host, site.https);
  if (!address) return refuseMalformed(res, 400);
  const headOnly = method === 'HEAD';
  const refuse = async (kind: 'origin' | 'too-large', status: number) => {
    res.setHeader('Connection', 'close');
    const context = { nonce, requestId, problemStatus: status };
    const page = await site.handler(problemRequest(kind, address.origin, req), context);
    await sendWebResponse(res, page, headOnly);
  };
  const fetchSite = req.headers['sec-fetch-site'];
  const claim = {
    method,
    origin: req.headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite[0] : fetchSite,
    ownHost: address.host,
  };
  if (!isOwnOrigin(claim)) return refuse('origin', 403);
  if (Number(req.headers['content-length'] ?? 0) > bodyLimit) return refuse('too-large', 413);
  if (!bodiless.includes(method) && !formTypes.test(req.headers['content-type'] ?? '')) {
    return refuseMalformed(res, 415);
  }
  const body = { tooLarge: false };
  const request = toWebRequest(req, res, address, () => (body.tooLarge = true));
  const response = await site.handler(request, { nonce, requestId });
  if (body.tooLarge) return refuse('too-large', 413);
  await sendWebResponse(res, response, headOnly);
}

/** Answers every request: from the built files, or from a page behind the checks that all pages share. */
export function listener(site: Site) {
  return (req: IncomingMessage, res: ServerResponse): void => {
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
