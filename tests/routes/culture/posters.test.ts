import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reader } from '#app/platform/db/database.server.ts';
import { readPoster } from '#app/domain/culture/posters/poster-reads.server.ts';
import { misfitsOfPoster } from '#app/routes/studio/posters/misfits-of-poster.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, posterSource, publishEdition, publishPosters } from '../../support/posters.ts';
import { openPrinting } from '../../support/printing.ts';
import { remixBuild } from '../../support/remix.ts';
import { answerByBranch } from '#app/platform/http/answer-by-branch.server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let cookie: string;
let personId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office', 'office');
  personId = await hire({ name: 'Ada Learner', departmentId, siteId });
  cookie = await cookieOf(personId);
  await publishPosters({
    one: posterSource('Ask twice', bigWords('Ask twice', 'standard: begin-the-repair\nfunction: finance\n')),
    'one.pl': posterSource('Zapytaj', {
      ...bigWords('Zapytaj dwa razy', 'standard: begin-the-repair\nfunction: finance\n'),
      language: 'pl',
    }),
    two: posterSource('Two & <more>', bigWords('Two & more')),
  });
  await openPrinting(database.folder);
});

afterAll(() => database.close());

async function fetched(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  const handler = answerByBranch(await remixBuild());
  const context = { nonce: 'nonce', requestId: '1', clientAddress: '127.0.0.1' };
  return handler(
    new Request(`http://localhost${path}`, { method, headers: { cookie, ...headers } }),
    context,
  );
}

const accesses = () => reader.accessRecord.findMany({ where: { personId }, orderBy: { id: 'asc' } });

describe('the gallery', () => {
  test('is filtered by its links, and what it does not know filters nothing', async () => {
    const all = await ask({ path: '/posters', cookie });
    expect(all.text).toContain('Ask twice');
    expect(all.text).toContain('Two &amp; &lt;more&gt;');
    const some = await ask({ path: '/posters?function=finance', cookie });
    expect(some.text).toContain('Ask twice');
    expect(some.text).not.toContain('/posters/two');
    expect((await ask({ path: '/posters?function=nothing&page=x', cookie })).text).toContain('/posters/two');
  });

  test('a page says the poster’s words and its other languages; what there is not is not there', async () => {
    const { text } = await ask({ path: '/posters/one?language=pl', cookie });
    expect(text).toContain('Zapytaj dwa razy');
    expect(text).toContain('/posters/one?language=en');
    for (const path of ['/posters/three', '/posters/one?language=de', '/posters/__proto__']) {
      expect((await ask({ path, cookie })).status, path).toBe(404);
    }
  });
});

describe('a file', () => {
  test('is a PDF of the size that was asked for, else of the reader’s paper, and is written down', async () => {
    const before = (await accesses()).length;
    const answer = await fetched('/posters/one.pdf');
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Content-Disposition')).toContain('inline; filename="one-a4-upright.pdf"');
    expect((await answer.text()).slice(0, 5)).toBe('%PDF-');
    const across = await fetched('/posters/one.pdf?size=a3&way=across&for=print-shop&language=pl');
    expect(across.headers.get('Content-Disposition')).toContain(
      'attachment; filename="one-a3-across-print-shop.pdf"',
    );
    expect(await across.text()).toContain('TrimBox');
    const written = (await accesses()).slice(before);
    expect(written.map(({ resource }) => resource)).toEqual(['poster.pdf', 'poster.pdf']);
    expect(written[1]!.query).toBe('?poster=one&size=a3&way=across&for=print-shop&language=pl');
  });

  test('is a picture of as many pixels as were asked for; only one that is taken along is written down', async () => {
    const before = (await accesses()).length;
    const size = async (path: string) => {
      const { width, height } = await sharp(
        Buffer.from(await (await fetched(path)).arrayBuffer()),
      ).metadata();
      return [width, height];
    };
    expect(await size('/posters/one.png?size=screen-wide')).toEqual([1920, 1080]);
    expect((await size('/posters/one.png?size=a4&width=360'))[0]).toBe(360);
    expect(await accesses()).toHaveLength(before);
    const taken = await fetched('/posters/one.png?size=screen-tall&download');
    expect(taken.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(await accesses()).toHaveLength(before + 1);
  });

  test('is not sent again to whoever has it, nor made for whoever asks only whether it is there', async () => {
    const first = await fetched('/posters/one.png?size=a4&width=240');
    const tag = first.headers.get('ETag')!;
    expect(first.headers.get('Cache-Control')).toMatch(/^private/);
    const again = await fetched('/posters/one.png?size=a4&width=240', { 'If-None-Match': `"x", W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await fetched('/posters/one.png?size=a4&width=360', { 'If-None-Match': tag });
    expect(other.status).toBe(200);
    const before = (await accesses()).length;
    const head = await fetched('/posters/two.pdf', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(await accesses()).toHaveLength(before);
  });

  test.each([
    '/posters/one.pdf?size=a5',
    '/posters/one.pdf?size=',
    '/posters/one.pdf?size=screen-wide',
    '/posters/one.pdf?way=down',
    '/posters/one.pdf?for=fun',
    '/posters/one.pdf?language=de',
    '/posters/three.pdf',
    '/posters/one.png?size=constructor',
    '/posters/one.png?width=361',
    '/posters/one.png?width=1e9',
    '/posters/chosen.zip?poster=three',
    '/posters/chosen.zip?poster=one&size=a9',
    `/posters/chosen.zip?${Array.from({ length: 51 }, (_, index) => `poster=p${index}`).join('&')}`,
  ])('is not there for %s, and nothing is written down', async (path) => {
    const before = (await accesses()).length;
    expect((await fetched(path)).status).toBe(404);
    expect(await accesses()).toHaveLength(before);
  });
});

describe('before a poster is published', () => {
  test('a headline that no banner holds is found with the letters to lose; one that fits is not', async () => {
    const request = new Request('http://localhost/studio');
    const long = posterSource('Long', bigWords(`Un${'be'.repeat(60)}lievable`));
    const versionId = await publishEdition('long', long);
    const findings = await misfitsOfPoster(versionId, request);
    expect(findings).toMatchObject([{ rule: 'poster-too-long', params: { part: 'Headline' }, line: 8 }]);
    const { versionId: short } = (await readPoster(reader, 'one', 'en'))!;
    expect(await misfitsOfPoster(short, request)).toEqual([]);
    expect((await fetched('/posters/long.png?size=a4')).status).toBe(422);
  });
});

describe('several at once', () => {
  test('come as one archive, each once', async () => {
    const before = (await accesses()).length;
    const answer = await fetched('/posters/chosen.zip?poster=one&poster=two&poster=one&size=letter');
    expect(answer.headers.get('Content-Type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['one-letter-upright.pdf', 'two-letter-upright.pdf']);
    for (const bytes of Object.values(files))
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect((await accesses()).slice(before)).toMatchObject([{ resource: 'posters.zip' }]);
  });

  test('one that cannot be printed keeps nobody from the others, and a note names it', async () => {
    await publishEdition('far', posterSource('Far away', bigWords('Далеко 遠く')));
    const answer = await fetched('/posters/chosen.zip?poster=far&poster=two&size=letter');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['two-letter-upright.pdf', 'left-out.txt']);
    expect(Buffer.from(files['left-out.txt']!).toString()).toContain('Far away');
    const { versionId } = (await readPoster(reader, 'far', 'en'))!;
    expect(await misfitsOfPoster(versionId, new Request('http://localhost/studio'))).toMatchObject([
      { rule: 'poster-letters', params: { part: 'Headline', letters: '遠 く' }, line: 8 },
    ]);
  });

  test('without any the gallery says what is missing', async () => {
    const answer = await ask({ path: '/posters/chosen.zip?size=a4', cookie });
    expect(answer.location).toBe('/posters?chosen=none');
    expect((await ask({ path: answer.location!, cookie })).text).toContain('Tick at least one poster');
  });
});
