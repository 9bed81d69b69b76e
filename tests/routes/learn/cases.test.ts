import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { ask } from '../../support/asking.ts';
import { caseStudy, moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let packer: string;
let seller: string;
let sales: string;
let sellerId: string;

const study = (id: string, title: string) => caseStudy({ id, title, more: 'standard="begin-the-repair"' });

const glossary = [
  '- id: promise\n  term: Promise\n  meaning: What counts.\n  see: [handover]\n  source: known',
  '- id: handover\n  term: Handover\n  meaning: By name.\n',
].join('\n');
const sources = '- id: known\n  author: A. Author\n  title: On promises\n  where: W\n  taken: An idea.\n';

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const many = Array.from({ length: 26 }, (_, n) => study(`case-${n}`, `Case number ${n}`));
  const course = {
    slug: 'shipping',
    title: 'Shipping',
    audience: '[shipping]',
    modules: {
      dock: moduleSource({
        title: 'The dock',
        parts: many,
        questions: question('q', 'one', 'secret-why'),
        front: 'function: shipping\nsources: [known]\n',
      }),
    },
  };
  const lists = { 'glossary.yaml': glossary, 'sources.yaml': sources };
  const report = await importContent(system, writeContent(`${database.folder}/content`, [course], lists));
  expect(report.broken).toEqual([]);
  const shipping = await departmentOf('Shipping', 'shipping');
  sales = await departmentOf('Sales', 'sales');
  packer = await cookieOf(await hire({ name: 'Ola Packer', departmentId: shipping, siteId }));
  sellerId = await hire({ name: 'Zed Seller', departmentId: sales, siteId });
  seller = await cookieOf(sellerId);
});

afterAll(() => database.close());

const titles = (text: string) =>
  [...text.matchAll(/<a[^>]* href="\/cases\/(case-\d+)"/g)].map(([, id]) => id);

describe('/cases', () => {
  test('shows the cases of all kinds of work to everybody, a page at a time', async () => {
    for (const cookie of [packer, seller]) {
      const first = await ask({ path: '/cases', cookie });
      expect(first.text).toContain('26 cases');
      expect(titles(first.text)).toHaveLength(24);
      const second = await ask({ path: '/cases?page=2', cookie });
      expect(titles(second.text)).toEqual(['case-24', 'case-25']);
      expect(second.text).toContain('href="/cases"');
    }
  });

  test('keeps what was looked for from page to page, and in the form', async () => {
    const { text } = await ask({ path: '/cases?q=number&function=shipping', cookie: seller });
    expect(text).toContain('href="/cases?q=number&amp;function=shipping&amp;page=2"');
    expect(text).toMatch(/<input[^>]*name="q"[^>]*value="number"/);
    expect(text).toContain('Begin the repair (26)');
  });

  test('shows where the words stand', async () => {
    const { text } = await ask({ path: '/cases?q=hour', cookie: seller });
    expect(text).toMatch(/<span>[^<]*An <\/span><mark>hour<\/mark>/);
  });

  test('says what to do where nothing is found', async () => {
    const { status, text } = await ask({ path: '/cases?q=zzzz', cookie: seller });
    expect(status).toBe(200);
    expect(text).toContain('Try fewer or other words');
  });

  test.each([
    '?function=nowhere',
    '?standard=__proto__',
    '?page=-3',
    '?q=%00',
    `?q=${'x'.repeat(5000)}`,
    '?q=a&q=b',
  ])('does not stumble over %s', async (query) => {
    expect((await ask({ path: `/cases${query}`, cookie: seller })).status).toBe(200);
  });

  test('shows what was typed as text', async () => {
    const { text } = await ask({ path: '/cases?q=<script>alert(1)</script>', cookie: seller });
    expect(text).not.toContain('<script>alert(1)');
  });
});

describe('/cases/:case', () => {
  test('is read by whoever may not open its module, which is then named and no link', async () => {
    const own = await ask({ path: '/cases/case-3', cookie: packer });
    const other = await ask({ path: '/cases/case-3', cookie: seller });
    for (const { text } of [own, other]) {
      expect(text).toContain('Case number 3');
      expect(text).toContain('Begin the repair');
      expect(text).toContain('Whoever meets a problem starts to put it right');
      expect(text).toContain('The dock');
      expect(text).toMatch(/rel="prev"[^>]* href="\/cases\/case-2"/);
      expect(text).toMatch(/rel="next"[^>]* href="\/cases\/case-4"/);
      expect(text).toContain('href="/sources#known"');
      expect(text).not.toContain('secret-why');
    }
    expect(own.text).toContain('href="/learn/shipping/dock"');
    expect(other.text).not.toContain('href="/learn/shipping/dock"');
  });

  test.each(['case-99', 'The-Dock', '__proto__', 'constructor', '%00', '..%2f', 'q'])(
    '%s is not there',
    async (id) => {
      for (const kind of ['document', 'data', 'data of the leaf'] as const) {
        expect((await ask({ path: `/cases/${id}`, kind, cookie: packer })).status).toBe(404);
      }
    },
  );
});

describe('glossary and sources', () => {
  test('the terms stand in the order of the alphabet, and lead to each other and to their source', async () => {
    const { text } = await ask({ path: '/glossary', cookie: seller });
    expect(text.indexOf('By name.')).toBeLessThan(text.indexOf('What counts.'));
    expect(text).toContain('id="handover"');
    expect(text).toContain('href="#handover"');
    expect(text).toContain('href="/sources#known"');
  });

  test('a source names the modules that use it, linked for whoever may open them', async () => {
    const own = await ask({ path: '/sources', cookie: packer });
    const other = await ask({ path: '/sources', cookie: seller });
    for (const { text } of [own, other]) {
      expect(text).toContain('On promises');
      expect(text).toContain('href="/glossary#promise"');
      expect(text).toContain('The dock');
    }
    expect(own.text).toContain('href="/learn/shipping/dock"');
    expect(other.text).not.toContain('href="/learn/shipping/dock"');
  });
});

test('a shared tablet opens them all', async () => {
  const tablet = { name: 'In the office', departmentId: sales };
  const { tabletId } = await done(transact((tx) => registerTablet(tx, system, tablet)));
  const session = { personId: sellerId, method: 'pin' as const, tabletId };
  const { token, expiresAt } = await done(transact((tx) => openSession(tx, system, session)));
  const cookie = (await keepSessionToken(token, expiresAt)).split(';', 1)[0]!;
  for (const path of ['/cases', '/cases/case-3', '/glossary', '/sources']) {
    expect((await ask({ path, cookie })).status, path).toBe(200);
  }
  expect((await ask({ path: '/account', cookie })).status).toBe(404);
});

test('reading them writes nothing', async () => {
  const before = tableHashes(database.folder);
  for (const path of ['/cases?q=number', '/cases/case-3', '/glossary', '/sources'])
    await ask({ path, cookie: seller });
  expect(tableHashes(database.folder)).toEqual(before);
});
