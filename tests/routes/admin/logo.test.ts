import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configureFileStore, writeStoredFile } from '#app/platform/files/file-store.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { pngOf } from '../../support/images.ts';
import { tableHashes } from '../../support/rows.ts';
import type { TestServer } from '../../support/server.ts';
import { startServer } from '../../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let files: string;

beforeAll(async () => {
  database = await openTestDatabase();
  files = `${database.folder}/files`;
  configureFileStore(files);
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  cookie = await cookieOf(await hire({ name: 'Farah', roles: ['admin'], ...place }));
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

const upload = '/admin/company/logo';

function send(content: Uint8Array | null, path = upload, type = 'image/png') {
  const body = new FormData();
  if (content) body.set('logo', new File([new Uint8Array(content)], '../../logo.svg.png', { type }));
  else body.set('logo', 'not a file');
  return fetch(`http://${server.host}${path}`, {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
}

const logo = async () => (await reader.company.findFirstOrThrow()).logo;
const isShown = async (path: string, who?: string) =>
  /<img src="(\/files\/[0-9a-f]{64}\.png)" alt="Oak &amp; Sons"/.exec(
    (await server.send({ path, headers: who ? { cookie: who } : {} })).text,
  )?.[1];

describe('a logo that is sent', () => {
  test('is drawn anew, kept under the name of its hash, and shown on every page', async () => {
    const sent = await send(await pngOf(900, 300));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/admin/company/logo?done=saved']);
    const hash = (await logo())!;
    expect(readdirSync(files)).toEqual([hash]);
    expect(statSync(`${files}/${hash}`).mode & 0o777).toBe(0o600);
    expect(statSync(files).mode & 0o777).toBe(0o700);
    const address = `/files/${hash}.png`;
    for (const path of ['/sign-in', '/nowhere', '/problem/origin', '/privacy'])
      expect(await isShown(path), path).toBe(address);
    for (const path of ['/', '/nowhere', upload]) expect(await isShown(path, cookie), path).toBe(address);

    const file = await fetch(`http://${server.host}${address}`);
    const content = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  test('no other file is handed out, whatever it is called', async () => {
    const secret = createHash('sha256').update('canary').digest('hex');
    await writeStoredFile(secret, Buffer.from('canary'));
    const hash = await logo();
    for (const name of [
      `${secret}.png`,
      `${hash}`,
      `${hash}.svg`,
      `${hash?.toUpperCase()}.png`,
      `..%2f${hash}.png`,
      '..%2feveryhand.db',
      '%2e%2e%2fsecret',
      'null.png',
      'undefined.png',
      '.png',
    ]) {
      const { status, text } = await server.send({ path: `/files/${name}` });
      expect([name, status]).toEqual([name, 404]);
      expect(text).not.toContain('canary');
    }
  });

  test('is gone from every address once it is taken away', async () => {
    const address = `/files/${await logo()}.png`;
    const sent = await server.send({ method: 'POST', path: `${upload}/remove`, headers: { cookie } });
    expect(sent.status).toBe(303);
    expect(await isShown('/sign-in')).toBeUndefined();
    expect((await server.send({ path: address })).status).toBe(404);
  });
});

const refused: [what: string, content: () => Uint8Array | null | Promise<Uint8Array>, said: RegExp][] = [
  ['nothing at all', () => null, /Choose a file first/],
  ['an empty file', () => Buffer.alloc(0), /Choose a file first/],
  [
    'an SVG that is called a PNG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    /An SVG has to be saved as PNG/,
  ],
  ['half a picture', async () => (await pngOf(400, 300)).subarray(0, 500), /damaged or was cut short/],
  ['a file of more than a megabyte', () => Buffer.alloc(1024 * 1024 + 1), /larger than 1 MB/],
];

describe('what cannot be a logo changes nothing', () => {
  test.each(refused)('%s', async (_, content, said) => {
    const [before, kept] = [tableHashes(database.folder), readdirSync(files)];
    const sent = await send(await content());
    expect(sent.status).toBe(422);
    expect(await sent.text()).toMatch(said);
    expect(tableHashes(database.folder)).toEqual(before);
    expect(readdirSync(files)).toEqual(kept);
  });

  test('a file far beyond a megabyte, and one of little more for any other page', async () => {
    expect((await send(Buffer.alloc(1.3 * 1024 * 1024))).status).toBe(413);
    expect((await send(Buffer.alloc(1.1 * 1024 * 1024), '/admin/company')).status).toBe(413);
    expect((await send(Buffer.alloc(1.1 * 1024 * 1024), `${upload}/remove`)).status).toBe(413);
  });

  test('a picture of just a megabyte is looked at', async () => {
    const sent = await send(Buffer.alloc(1024 * 1024));
    expect(sent.status).toBe(422);
    expect(await sent.text()).toMatch(/This is no PNG/);
  });

  test('a picture sent by somebody who may not leaves no file either', async () => {
    const kept = readdirSync(files);
    const body = new FormData();
    body.set('logo', new File([new Uint8Array(await pngOf(50, 60))], 'x.png'));
    const sent = await fetch(`http://${server.host}${upload}`, { method: 'POST', body });
    expect(sent.status).toBe(401);
    expect(readdirSync(files)).toEqual(kept);
    expect(existsSync(`${database.folder}/logo.svg.png`)).toBe(false);
  });
});
