import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { tableHashes } from '../support/rows.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  cookie = await cookieOf(await hire({ name: 'Farah', roles: ['editor', 'hr', 'admin'], ...place }));
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

const addressOf = (path: string) => path.replace(/:\w+|\*/g, 'x');

describe('a page is read and takes forms; other methods are none', () => {
  test.each(leaves)('at $path', async ({ path }) => {
    const before = tableHashes(database.folder);
    for (const address of [addressOf(path), `${addressOf(path)}.data`]) {
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const { status, headers, text } = await server.send({ method, path: address, headers: { cookie } });
        expect([status, headers.allow, text], `${method} ${address}`).toEqual([405, 'GET, HEAD, POST', '']);
      }
      const asked = await server.send({ method: 'OPTIONS', path: address, headers: { cookie } });
      expect([asked.status, asked.headers.allow, asked.text]).toEqual([204, 'GET, HEAD, POST', '']);
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('nobody on another site is told that they may ask', async () => {
    const headers = { origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const { headers: told } = await server.send({ method: 'OPTIONS', path: '/sign-in', headers });
    expect(Object.keys(told).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

const multipart = 'multipart/form-data; boundary=x';
const part = '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nOak';

const damaged: [what: string, type: string, body: string | Buffer][] = [
  ['a form in parts that never ends', multipart, part],
  ['a form in parts without any', multipart, 'name=x'],
  ['a form in parts with other bounds', multipart, `${part.replaceAll('--x', '--y')}\r\n--y--\r\n`],
  ['a form in parts whose bounds nobody told', 'multipart/form-data', `${part}\r\n--x--\r\n`],
  ['a part without a name', multipart, '--x\r\nContent-Disposition: form-data\r\n\r\nOak\r\n--x--\r\n'],
  ['a part cut off in its head', multipart, '--x\r\nContent-Dispo'],
  ['an empty form in parts', multipart, ''],
  ['a form in Latin-1', 'application/x-www-form-urlencoded', Buffer.from('name=Łódź Øl', 'latin1')],
  ['a form whose escapes are no UTF-8', 'application/x-www-form-urlencoded', 'name=%ff%fe'],
  ['half a character', 'application/x-www-form-urlencoded', 'name=%c5'],
  ['a surrogate', 'application/x-www-form-urlencoded', 'name=%ed%a0%80'],
];

describe('a form that cannot be read is answered with a page that says so', () => {
  test.each(damaged)('%s', async (_, type, body) => {
    const before = tableHashes(database.folder);
    for (const path of [
      '/admin/company',
      '/admin/company/logo',
      '/sign-in',
      '/hr/departments/new',
      '/nowhere',
    ]) {
      const sent = await fetch(`http://${server.host}${path}`, {
        method: 'POST',
        headers: { cookie, 'Content-Type': type },
        body: new Uint8Array(Buffer.from(body)),
      });
      expect([path, sent.status]).toEqual([path, 400]);
      expect(await sent.text()).toContain('That did not arrive whole');
      expect(sent.headers.get('content-security-policy')).toContain('nonce-');
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test.each(['name=100%', 'name=%zz&x=%', 'name=%C5%81%C3%B3d%C5%BA', 'name=Łódź', '', '&&&', '=', 'name'])(
    '“%s” can be read',
    async (body) => {
      const sent = await server.send({
        method: 'POST',
        path: '/hr/departments/new',
        headers: { cookie },
        body,
      });
      expect([303, 422]).toContain(sent.status);
    },
  );

  test('one that is whole is taken', async () => {
    const headers = { cookie, 'Content-Type': multipart };
    const body = `${part.replace('Oak', 'Whole')}\r\n--x--\r\n`;
    const sent = await server.send({ method: 'POST', path: '/hr/departments/new', headers, body });
    expect(sent.status).toBe(303);
  });
});

test('whoever hangs up in the middle of sending troubles nobody', async () => {
  const port = Number(server.host.split(':')[1]);
  const head = ['POST /sign-in HTTP/1.1', 'Host: localhost', 'Content-Length: 500'];
  const form = [...head, 'Content-Type: application/x-www-form-urlencoded', '', 'email=a'].join('\r\n');
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(form, () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await server.send({ path: '/healthz' })).status).toBe(200);
});
