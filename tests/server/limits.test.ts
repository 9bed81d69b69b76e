import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { tableHashes } from '../support/rows.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office');
  cookie = await cookieOf(await hire({ name: 'Ada', departmentId, siteId, roles: ['admin'] }));
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

/** Whatever stands on the line, sent as it is; a browser or a library would tidy it. */
function sendRaw(lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const port = Number(server.host.split(':')[1]);
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

const statusOf = (raw: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(raw)?.[1]);

describe('a form that is too long is refused with a page, and nothing changes', () => {
  const megabytes = (count: number) => 'a'.repeat(count * 1024 * 1024);

  test.each([
    ['said beforehand', `name=${megabytes(2)}`],
    ['streamed in pieces', ['name=', megabytes(1), megabytes(1)]],
  ])('its length %s', async (_, body) => {
    const before = tableHashes(database.folder);
    const sent = await server.send({
      method: 'POST',
      path: '/hr/departments/new',
      headers: { cookie },
      body,
    });
    expect(sent.status).toBe(413);
    expect(sent.headers['content-type']).toContain('text/html');
    expect(sent.text).toContain('<!DOCTYPE html>');
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('nor does it stop others', async () => {
    await server.send({ method: 'POST', path: '/sign-in', body: ['email=', megabytes(3)] });
    expect((await server.send({ path: '/healthz' })).status).toBe(200);
  });

  test('one just short of the limit is read', async () => {
    const body = { name: 'a'.repeat(1024 * 1023) };
    const sent = await server.send({
      method: 'POST',
      path: '/hr/departments/new',
      headers: { cookie },
      body,
    });
    expect(sent.status).toBe(422);
  });
});

describe('what no browser of ours sends is answered all the same', () => {
  test('HEAD tells what GET would, without a body', async () => {
    for (const path of ['/sign-in', '/', '/nowhere', '/healthz']) {
      const [got, head] = [await server.send({ path }), await server.send({ path, method: 'HEAD' })];
      expect(head.status, path).toBe(got.status);
      expect(head.headers['content-type']).toBe(got.headers['content-type']);
      expect(head.text).toBe('');
    }
  });

  test.each(['TRACE', 'PROPFIND', 'PURGE', 'LINK'])('the method %s', async (method) => {
    const sent = await server.send({ method, path: '/sign-in' });
    expect(sent.status).toBe(405);
    expect(sent.headers.allow).toContain('POST');
  });

  test.each(['', 'a b', 'user:secret@here', 'x/../y', 'evil.example#', 'a:99999', '[::1', 'ünder'])(
    'a host called “%s”',
    async (host) => {
      expect(statusOf(await sendRaw(['GET /sign-in HTTP/1.1', `Host: ${host}`]))).toBe(400);
    },
  );

  test.each(['http://evil.example/', '*', 'evil.example:443'])('the address %s', async (target) => {
    const method = target === '*' ? 'OPTIONS' : 'GET';
    expect(
      statusOf(await sendRaw([`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close'])),
    ).toBe(400);
  });

  test.each([
    '//evil.example/',
    '//',
    '///',
    '/%',
    '/%ff',
    '/\\evil.example',
    '/..%2f..%2fetc/passwd',
    '/./..//',
  ])('the path %s stays a path of ours, and leads nowhere', async (path) => {
    const raw = await sendRaw([`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close']);
    expect([302, 400, 404]).toContain(statusOf(raw));
    expect(raw).not.toMatch(/^location: (https?:)?\/\//im);
  });

  test.each([
    ['data', 'application/json', '{"name":"x"}'],
    ['plain text', 'text/plain', 'name=x'],
    ['nothing', '', ''],
  ])('%s where a form belongs', async (_, type, body) => {
    const headers = { cookie, 'Content-Type': type };
    expect((await server.send({ method: 'POST', path: '/hr/departments/new', headers, body })).status).toBe(
      415,
    );
  });

  test('an address of eight thousand letters is read, and one beyond all measure refused', async () => {
    expect((await server.send({ path: `/sign-in?next=/${'a'.repeat(8000)}` })).status).toBe(200);
    expect((await server.send({ path: `/sign-in?next=/${'a'.repeat(80_000)}` })).status).toBe(431);
    expect((await server.send({ path: '/healthz' })).status).toBe(200);
  });
});

test('the health of the machine is asked for without signing in', async () => {
  const { status, text, headers } = await server.send({ path: '/healthz' });
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('application/json');
  expect(JSON.parse(text)).toMatchObject({ ok: true });
});

test('what is kept for a request goes once its answer is out', async () => {
  const signals: AbortSignal[] = [];
  const own = await startServer({
    handler: async ({ signal }) => {
      signals.push(signal);
      expect(signal.aborted).toBe(false);
      return new Response('well');
    },
  });
  expect((await own.send({ path: '/' })).text).toBe('well');
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true]));
  await own.close();
});
