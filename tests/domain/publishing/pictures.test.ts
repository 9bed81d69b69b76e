import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { isPlainDrawing } from '#app/platform/files/plain-drawing.ts';
import { formatOf } from '#app/platform/files/image-bytes.ts';
import { ask } from '../../support/asking.ts';
import { moduleSource, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { jpegOf } from '../../support/images.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}>${inside}</svg>`;
const box = svg('<rect width="4" height="4" fill="#1e2328"/>');

let database: TestDatabase;
let root: string;
let files: string;

beforeEach(async () => {
  database = await openTestDatabase();
  await foundTestCompany();
  root = join(database.folder, 'content');
  files = join(database.folder, 'files');
  configureFileStore(files);
});

afterEach(() => database.close());

const body =
  '<Figure src="figures/box.svg" alt="A box" />\n\nAnd ![a cage](figures/cage.jpg) too.\n\n' +
  '<CaseStudy id="a-case" title="T">\n<Situation>\nA box.\n\n<Figure src="figures/box.svg" alt="Again" />\n</Situation>\n' +
  '<Bad>\n<Felt>F</Felt>\n<Cost>C</Cost>\n</Bad>\n<Good>\n<Felt>F</Felt>\n<Cost>C</Cost>\n</Good>\n' +
  '<Lesson>L</Lesson>\n</CaseStudy>';

async function bring(pictures: Record<string, string | Uint8Array>, text = body) {
  rmSync(root, { recursive: true, force: true });
  const modules = { only: moduleSource({ title: 'Only', parts: [text] }) };
  writeContent(root, [{ slug: 'common', title: 'Everyone', audience: 'everyone', modules }]);
  const folder = join(root, 'courses/common/figures');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(pictures)) writeFileSync(join(folder, name), content);
  return importContent(system, root);
}

const rulesOf = ({ broken }: Awaited<ReturnType<typeof importContent>>) =>
  broken.flatMap(({ findings }) => findings.map(({ rule, line, params }) => `${rule}:${line} ${params.src}`));

async function addressesOf(): Promise<string[]> {
  const version = await reader.version.findFirstOrThrow({
    where: { document: { kind: 'module' } },
    orderBy: { number: 'desc' },
  });
  return [...version.tree.matchAll(/"src":"([^"]*)"/g)].map(([, src = '']) => src);
}

describe('pictures beside a document', () => {
  test('are stored under the name of what they hold, a photograph drawn anew', async () => {
    const report = await bring({ 'box.svg': box, 'cage.jpg': await jpegOf(40, 30) });
    expect(rulesOf(report)).toEqual([]);
    const [first, cage, again] = await addressesOf();
    expect(first).toMatch(/^\/pictures\/[0-9a-f]{64}\.svg$/);
    expect(cage).toMatch(/^\/pictures\/[0-9a-f]{64}\.webp$/);
    expect(again).toBe(first);
    expect(formatOf(readFileSync(join(files, cage!.slice('/pictures/'.length, -'.webp'.length))))).toBe(
      'webp',
    );
    expect(await reader.file.count()).toBe(2);
  });

  test('make a new edition when they change, and none when they do not', async () => {
    const cage = await jpegOf(40, 30);
    await bring({ 'box.svg': box, 'cage.jpg': cage });
    const before = tableHashes(database.folder);
    await bring({ 'box.svg': box, 'cage.jpg': cage });
    expect(tableHashes(database.folder)).toEqual(before);
    const [old] = await addressesOf();
    await bring({ 'box.svg': svg('<circle r="4"/>'), 'cage.jpg': cage });
    const [next] = await addressesOf();
    expect(next).not.toBe(old);
    expect(await reader.version.count({ where: { document: { kind: 'module' } } })).toBe(2);
  });

  test('are found missing or unfit, with the line that names them', async () => {
    expect(rulesOf(await bring({ 'box.svg': box }))).toEqual(['picture-missing:12 figures/cage.jpg']);
    const unfit = { 'box.svg': svg('<script>1</script>'), 'cage.jpg': 'no image' };
    expect(rulesOf(await bring(unfit))).toEqual([
      'picture-unfit:10 figures/box.svg',
      'picture-unfit:12 figures/cage.jpg',
    ]);
    expect(await reader.file.count()).toBe(0);
  });

  test.each([
    '../../secret.svg',
    'figures/../../x.svg',
    './figures//x.svg',
    'figures/x.svg?y',
    'figures/x.gif',
  ])('are not looked for at %s', async (src) => {
    const report = await bring({ 'x.svg': box }, `<Figure src="${src}" alt="A box" />`);
    expect(rulesOf(report)).toEqual([`picture-unfit:10 ${src}`]);
  });

  test('are not followed out of the folder', async () => {
    await bring({}, 'Plain.');
    const outside = join(database.folder, 'outside.svg');
    writeFileSync(outside, box);
    symlinkSync(outside, join(root, 'courses/common/box.svg'));
    const source = moduleSource({ title: 'Only', parts: ['<Figure src="box.svg" alt="A box" />'] });
    writeFileSync(join(root, 'courses/common/01-only.mdx'), source);
    expect(rulesOf(await importContent(system, root))).toContain('picture-unfit:10 box.svg');
  });

  test('are served to whoever is signed in, for good, and can do nothing', async () => {
    await bring({ 'box.svg': box, 'cage.jpg': await jpegOf(40, 30) });
    const [path = ''] = await addressesOf();
    const departmentId = await departmentOf('Office');
    const siteId = (await reader.site.findFirstOrThrow()).id;
    const cookie = await cookieOf(await hire({ name: 'Ada', departmentId, siteId }));
    const answer = await ask({ path, cookie });
    expect([answer.status, answer.text]).toEqual([200, box]);
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(answer.headers.get('Content-Security-Policy')).toBe(`default-src 'none'; sandbox`);
    expect((await ask({ path })).status).toBe(302);
    expect((await ask({ path: path.replace('.svg', '.webp'), cookie })).status).toBe(404);
    expect((await ask({ path: `/pictures/${'0'.repeat(64)}.svg`, cookie })).status).toBe(404);
  });
});

describe('a drawing', () => {
  test.each([
    box,
    `<?xml version="1.0"?>\n<!-- A box. -->\n${box}\n`,
    svg('<title>A box</title><g fill="none" stroke=\'#000\'><path d="M0 0h4"/></g>'),
    svg('<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>'),
    svg('<text x="1" y="2">Ten &amp; more</text>'),
  ])('is let through: %s', (source) => expect(isPlainDrawing(source)).toBe(true));

  test.each([
    '',
    'words',
    '<html></html>',
    `${box}${box}`,
    `words ${box}`,
    svg('<script>alert(1)</script>'),
    svg('<g:script xmlns:g="http://www.w3.org/2000/svg"/>'),
    svg('<foreignObject><p>x</p></foreignObject>'),
    svg('<image href="x.png"/>'),
    svg('<use href="#a"/>'),
    svg('<a href="https://example.com"><rect/></a>'),
    svg('<rect onclick="x"/>'),
    svg('', ' onload="x"'),
    svg('<rect style="fill:url(//x)"/>'),
    svg('<style>@import "//x"</style>'),
    svg('<rect fill="url(//example.com/a.svg#a)"/>'),
    svg('<rect fill="u&#114;l(//example.com)"/>'),
    svg('<animate attributeName="x"/>'),
    svg('<rect'),
    svg('<g>'),
    svg('</g>'),
    svg('<rect fill=red/>'),
    svg('<![CDATA[<script>1</script>]]>'),
    svg('<!-- a -- b -->'),
    `<!DOCTYPE svg [<!ENTITY a "b">]>${box}`,
    `<?xml-stylesheet href="//x"?>${box}`,
    box.replace('http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml'),
  ])('is refused: %s', (source) => expect(isPlainDrawing(source)).toBe(false));
});
