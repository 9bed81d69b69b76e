import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screenToken } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { Answer } from '../../support/asking.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, documentOf, posterSource, publishEdition, publishPosters } from '../../support/posters.ts';
import { openPrinting } from '../../support/printing.ts';
import { remixBuild } from '../../support/remix.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let editor: string;
let form: Record<string, string>;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office', 'office');
  editor = await cookieOf(await hire({ name: 'Dana Editor', departmentId, siteId, roles: ['editor'] }));
  await hire({ name: 'Ada Kowalska', departmentId, siteId, email: 'ada@example.com' });
  await publishPosters({
    one: posterSource('One', bigWords('One')),
    two: posterSource('Two </script>', bigWords('Two')),
    thanks: posterSource('Six chairs', {
      front: 'template: thanks\npalette: green\n',
      body: '<Thanks to="ada@example.com">\n\nYou rang.\n\n</Thanks>',
    }),
  });
  await openPrinting(database.folder);
  form = {
    name: 'Secret hall',
    language: 'en',
    seconds: '15',
    shape: 'tall',
    'posters[0].documentId': await documentOf('one'),
    'posters[0].place': '2',
    'posters[1].documentId': await documentOf('two'),
    'posters[1].place': '1',
    'posters[2].documentId': await documentOf('thanks'),
    'posters[2].place': '3',
  };
});

afterAll(() => database.close());

async function setUp(more: Record<string, string> = {}): Promise<{ id: string; address: string }> {
  const answer = await ask({
    path: '/studio/screens/new',
    method: 'POST',
    cookie: editor,
    form: { ...form, ...more },
  });
  const [, id] = /^\/studio\/screens\/(\w+)\?saved=added$/.exec(answer.location ?? '') ?? [];
  if (!id) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`);
  return { id, address: `/screen/${screenToken({ id, generation: 1 })}` };
}

type Slide = { src: string; alt: string };
type Show = { key: string; seconds: number; slides: Slide[] };
const showAt = async (address: string) =>
  JSON.parse((await ask({ path: `${address}/slides.json` })).text) as Show;

test('whoever has the address sees the posters in their order, and nothing personal', async () => {
  const { address } = await setUp();
  const page = await ask({ path: address });
  expect(page.status).toBe(200);
  expect(page.headers.get('Set-Cookie')).toBeNull();
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  for (const said of ['Kowalska', 'ada@', 'Secret hall', 'Dana', 'Six chairs'])
    expect(page.text).not.toContain(said);
  expect(page.text).not.toContain('Two </script>');
  const show = await showAt(address);
  expect(show.seconds).toBe(15);
  expect(show.slides.map(({ alt }) => alt)).toEqual(['Two </script>', 'One']);
  const first = show.slides[0]!;
  expect(page.text).toContain(`src="${first.src}"`);
  expect(page.text).toContain('content="15;url=?slide=2"');
  expect((await ask({ path: `${address}?slide=2` })).text).toContain('content="15;url=?slide=1"');
  for (const odd of ['0', '-1', 'x', '1e99', '999']) {
    expect((await ask({ path: `${address}?slide=${odd}` })).status, odd).toBe(200);
  }
});

test('its pictures have its pixels, and a changed poster has another address', async () => {
  const { address } = await setUp();
  const before = await showAt(address);
  const handler = answerByBranch(await remixBuild());
  const context = { nonce: 'nonce', requestId: '1', clientAddress: '127.0.0.1' };
  const picture = await handler(new Request(`http://localhost${before.slides[1]!.src}`), context);
  expect(picture.headers.get('Cache-Control')).toContain('immutable');
  const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
  expect([width, height]).toEqual([1080, 1920]);
  await publishEdition('one', posterSource('One', bigWords('One, and only')));
  const after = await showAt(address);
  expect(after.key).not.toBe(before.key);
  expect(after.slides[0]).toEqual(before.slides[0]);
  expect(after.slides[1]!.src).not.toBe(before.slides[1]!.src);
  for (const stranger of ['thanks', 'nothing']) {
    expect((await ask({ path: `${address}/${stranger}.png` })).status).toBe(404);
  }
});

test('a new address makes the old one none, for page, list and pictures; a removed screen has none', async () => {
  const { id, address } = await setUp();
  const ways = (at: string) => [at, `${at}/slides.json`, `${at}/two.png`];
  const statuses = (at: string) => Promise.all(ways(at).map(async (path) => (await ask({ path })).status));
  expect(await statuses(address)).toEqual([200, 200, 200]);
  const post = (path: string, sent: Record<string, string> = {}): Promise<Answer> =>
    ask({ path: `/studio/screens/${id}/${path}`, method: 'POST', cookie: editor, form: sent });
  expect((await post('address', { generation: '1' })).status).toBe(303);
  expect(await statuses(address)).toEqual([404, 404, 404]);
  const renewed = `/screen/${screenToken({ id, generation: 2 })}`;
  expect(await statuses(renewed)).toEqual([200, 200, 200]);
  expect((await post('remove', { more: 'x' })).status).toBe(422);
  expect((await post('remove')).status).toBe(303);
  expect(await statuses(renewed)).toEqual([404, 404, 404]);
  expect((await ask({ path: `/studio/screens/${id}`, cookie: editor })).status).toBe(404);
});

test('the database alone gives no address away', async () => {
  const { address } = await setUp();
  const token = address.split('/').at(-1)!;
  const tables = await Promise.all([reader.screen.findMany(), reader.event.findMany()]);
  expect(JSON.stringify(tables)).not.toContain(token.slice(1));
});

test('its archive has numbered pictures in the order of the screen', async () => {
  const { id } = await setUp({ showsThanks: 'on' });
  const handler = answerByBranch(await remixBuild());
  const context = { nonce: 'nonce', requestId: '1', clientAddress: '127.0.0.1' };
  const request = new Request(`http://localhost/studio/screens/${id}.zip`, { headers: { cookie: editor } });
  const files = unzipSync(new Uint8Array(await (await handler(request, context)).arrayBuffer()));
  expect(Object.keys(files)).toEqual(['01-two.png', '02-one.png', '03-thanks.png']);
  expect(await sharp(files['01-two.png']).metadata()).toMatchObject({ width: 1080, height: 1920 });
});

test.each([
  ['name', '', 'Give it a name'],
  ['seconds', '4', 'whole number from 5 to 600'],
  ['seconds', 'soon', 'whole number from 5 to 600'],
  ['shape', 'round', 'Choose one.'],
  ['posters[0].place', '1.5', 'whole number from 1 to 999'],
  ['siteId', 'none', 'not there any more'],
  ['posters[0].documentId', 'none', 'not there any more'],
])('a form with %s "%s" comes back with what was typed and changes nothing', async (field, value, said) => {
  const before = tableHashes(database.folder, ['Session']);
  const path = '/studio/screens/new';
  const answer = await ask({ path, method: 'POST', cookie: editor, form: { ...form, [field]: value } });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(said);
  if (field !== 'name') expect(answer.text).toContain('Secret hall');
  expect(tableHashes(database.folder, ['Session'])).toEqual(before);
});

test('an editor sees a draft as a picture; a language that it has not is not there', async () => {
  const preview = await ask({ path: '/studio/poster/one/preview.png', cookie: editor });
  expect([preview.status, preview.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect((await ask({ path: '/studio/poster/one/preview.png?language=pl', cookie: editor })).status).toBe(
    404,
  );
});
