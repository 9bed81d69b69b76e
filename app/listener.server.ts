import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { RequestHandler } from '@remix-run/node';

import * as m from '#app/messages/generated/messages.js';
import { clientAddress } from '#app/platform/http/client-address.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { isOwnOrigin } from '#app/platform/http/origin-check.ts';
import {
  bodyLimit,
  isWholeForm,
  readBody,
  sendWebResponse,
  toWebRequest,
} from '#app/platform/http/remix-adapter.server.ts';
import { makeRequestId } from '#app/platform/http/request-id.server.ts';
import { ownAddress } from '#app/platform/http/own-address.ts';
import { securityHeaders } from '#app/platform/http/security-headers.ts';
import type { StaticFiles } from '#app/platform/http/static-files.server.ts';
import { serveStatic } from '#app/platform/http/static-files.server.ts';
import { loggedPath } from '#app/platform/log/logged-path.ts';
import { log } from '#app/platform/log/log.server.ts';

export type Site = {
  handler: RequestHandler;
  files: StaticFiles;
  https: boolean;
  appUrl: URL | null;
  /** Whose word about where a request comes from is taken. */
  proxies: BlockList;
};

/** Pages send forms and nothing else; what is none would fail where its fields are read. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

const bodiless = ['GET', 'HEAD'];
/** A page is read, and takes the forms that browsers send. */
const allowed = 'GET, HEAD, POST';
/** What the log calls by its name. */
const known = [...bodiless, 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

/** Where a file of one megabyte is sent, with room for the form around it. */
const largerForms = ['/admin/company/logo'];
const limitOf = (path: string) => (largerForms.includes(path) ? bodyLimit * 1.25 : bodyLimit);

type Problem = 'origin' | 'too-large' | 'unreadable' | 'disk-full';
const statusOf: Record<Problem, number> = {
  origin: 403,
  'too-large': 413,
  unreadable: 400,
  'disk-full': 507,
};

/** Pages that stand in for a refused request are rendered like every other, so that they look like every other. */
function problemRequest(kind: Problem, origin: string, req: IncomingMessage): Request {
  const headers = {
    cookie: req.headers.cookie ?? '',
    'accept-language': req.headers['accept-language'] ?? '',
  };
  return new Request(new URL(`/problem/${kind}`, origin), { headers });
}

/** What no browser sends is answered without a page. */
function refuseMalformed(res: ServerResponse, status: 400 | 405 | 415): void {
  if (status === 405) res.setHeader('Allow', allowed);
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
  // The page's own script may read this one, to name the request on an error page.
  res.setHeader('Server-Timing', `request;desc="${requestId}"`);
  const method = req.method ?? 'GET';
  if (!['OPTIONS', 'POST', ...bodiless].includes(method)) return refuseMalformed(res, 405);
  const address = ownAddress(req.url ?? '/', site.appUrl?.host ?? req.headers.host, site.https);
  if (!address) return refuseMalformed(res, 400);
  if (method === 'OPTIONS') {
    res.writeHead(204, { Allow: allowed }).end();
    return;
  }
  const headOnly = method === 'HEAD';
  const from = clientAddress(req.socket.remoteAddress, req.headers['x-forwarded-for'], site.proxies);
  const context: RequestContext = { nonce, requestId, clientAddress: from };
  const refuse = async (kind: Problem) => {
    res.setHeader('Connection', 'close');
    const asked = problemRequest(kind, address.origin, req);
    const page = await site.handler(asked, { ...context, problemStatus: statusOf[kind] });
    await sendWebResponse(res, page, headOnly);
  };
  const fetchSite = req.headers['sec-fetch-site'];
  const claim = {
    method,
    origin: req.headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite[0] : fetchSite,
    ownHost: address.host,
  };
  if (!isOwnOrigin(claim)) return refuse('origin');
  let body = null;
  if (!bodiless.includes(method)) {
    const type = req.headers['content-type'] ?? '';
    const limit = limitOf(address.pathname);
    if (Number(req.headers['content-length'] ?? 0) > limit) return refuse('too-large');
    if (!formTypes.test(type)) return refuseMalformed(res, 415);
    body = await readBody(req, limit);
    if (!body) return refuse('too-large');
    if (!(await isWholeForm(body, type))) return refuse('unreadable');
  }
  const response = await site.handler(toWebRequest(req, res, address, body), context);
  if (context.diskFull && !address.pathname.endsWith('.data')) return refuse('disk-full');
  await sendWebResponse(res, response, headOnly);
}

/** Answers every request: from the built files, or from a page behind the checks that all pages share. */
export function listener(site: Site) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    const started = performance.now();
    const path = (req.url ?? '/').split('?', 1)[0]!;
    if (serveStatic(site.files, path, req, res)) return;
    const requestId = makeRequestId();
    res.on('close', () => {
      const ms = Math.round(performance.now() - started);
      // Node's parser knows forty methods, and the client chooses one.
      const method = known.includes(req.method ?? '') ? req.method : '*';
      log.info({ id: requestId, method, path: loggedPath(path), status: res.statusCode, ms }, 'request');
    });
    answer(site, req, res, requestId).catch((error: unknown) => {
      if (res.destroyed) return;
      log.error({ id: requestId, err: error }, 'a request could not be answered');
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end(m.app_server_failed({ id: requestId }));
    });
  };
}
