import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from '@remix-run/node';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import { listener } from '#app/listener.server.ts';
import { trustProxies } from '#app/platform/http/client-address.server.ts';
import { remixBuild } from './remix.ts';

export type Sent = {
  method?: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  /** A form, whole; or pieces that are sent one after the other, without saying how many there are. */
  body?: Record<string, string> | string | string[];
};

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string };

export type TestServer = {
  host: string;
  send: (what: Sent) => Promise<Reply>;
  close: () => Promise<void>;
};

type Options = { appUrl?: string; handler?: RequestHandler; proxies?: string[] };

/** The true server, but for the built files: Node's own, with the program's listener before Remix. */
export async function startServer({ appUrl, handler, proxies = [] }: Options = {}): Promise<TestServer> {
  const url = appUrl ? new URL(appUrl) : null;
  const site = {
    handler: handler ?? answerByBranch(await remixBuild()),
    files: new Map(),
    https: url?.protocol === 'https:',
    appUrl: url,
    proxies: trustProxies(proxies),
  };
  const server = createServer(listener(site));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    send: (what) => send(port, what),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const encoded = (body: Sent['body']) =>
  body === undefined || typeof body === 'string' || Array.isArray(body)
    ? body
    : new URLSearchParams(body).toString();

/** One request over a connection of its own, told exactly as it is given. */
function send(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Reply> {
  const content = encoded(body ?? (method === 'GET' || method === 'HEAD' ? undefined : {}));
  const isForm = content !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' };
  const length = typeof content === 'string' && { 'Content-Length': Buffer.byteLength(content) };
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      method,
      path,
      agent: false,
      headers: { ...isForm, ...length, ...headers },
    };
    let answered = false;
    const req = request(options, (res) => {
      answered = true;
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    // Whoever is refused in the middle of sending may find the line cut after the answer has come.
    req.on('error', (error) => answered || reject(error));
    for (const piece of Array.isArray(content) ? content : []) req.write(piece);
    req.end(typeof content === 'string' ? content : undefined);
  });
}
