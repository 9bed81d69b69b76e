import { caniemail } from 'caniemail';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { makeIssueMail } from '#app/jobs/newsletter/issue-mail.server.tsx';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { IssueMail } from '#app/ui/email/issue/draw-issue-mail.server.tsx';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { issueSource, publishOn, story } from '../../support/newsletter.ts';
import { departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><path fill="#1b5641" d="M0 0h1600v900H0z"/></svg>';
const everything = [
  'A **strong** word, an *odd* one, ~~gone~~, `code`, and a [case](/cases/case-first).\nA [page](https://example.com/a?b=1&c=2).',
  '### A heading',
  '- one\n- two\n\n3. three\n4. four',
  '> Said before.',
  '| Town | Hour |\n| --- | --- |\n| Leeds | 16:00 |',
  '<Callout kind="tip">\n\nTry it.\n\n</Callout>',
  '<Quote by="Mara & Co">\n\nWell done.\n\n</Quote>',
  '<Steps>\n\n1. Ask.\n2. Wait.\n\n</Steps>',
  '<Figure src="./cover.svg" alt="A &quot;green&quot; field" caption="Green" />',
  '<For function="sales">\n\nFor sellers.\n\n</For>',
  '<CaseFrom case="case-first" />',
  '<PosterFrom poster="a-poster" />',
  '<Thanks to="N-1">\n\nFor the call.\n\n</Thanks>',
].join('\n\n');

beforeAll(async () => {
  database = await openTestDatabase();
  configureFileStore(`${database.folder}/files`);
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Sales', 'sales');
  await hire({ name: 'Lena <b>& Lange', employeeNumber: 'N-1', departmentId, siteId });
  const long = Array.from({ length: 12 }, (_, n) =>
    story(`s-${n}`, `Story ${n}`, `Opening of ${n}.\n\n${'Many words of no weight at all. '.repeat(230)}`),
  );
  const issues = {
    small: issueSource({
      title: 'Tea &amp; biscuits',
      front: 'cover: ./cover.svg\ncoverAlt: A green field\npreheader: Short.\n',
      stories: [story('all', 'All there is', everything), story('news', 'News', '<Changes />')].join('\n'),
    }),
    'cover.svg': drawing,
    long: issueSource({ stories: long.join('\n') }),
  };
  await publishOn('2026-03-01', database.folder, { common: { first: {} }, sales: { only: {} } }, issues);
});

afterAll(() => database.close());

const base = 'https://learn.example.com';
const company = { name: 'Oak & Sons', accent: '#aa3300', contact: null, postalAddress: '1 Yard\nLeeds' };

async function mailOf(slug: string, functions: string[] = ['sales'], token = 'abc'): Promise<IssueMail> {
  const found = await findIssue(reader, slug);
  return makeIssueMail({
    issueVersionId: found!.issue.editions[0]!.versionId,
    person: { id: 'x', language: 'en', functions, name: 'Ada "<i>" O’Hara' },
    links: {
      page: `${base}/newsletter/${slug}`,
      unsubscribe: `${base}/mail/off/${token}?a=1&b="2"`,
      preferences: `${base}/mail/choose/${token}`,
    },
    preheader: '',
    company,
  });
}

describe('the HTML', () => {
  test('asks of Gmail, Outlook and Apple Mail nothing that they need and do not know', async () => {
    const { html } = await mailOf('small');
    const clients = ['gmail.*', 'outlook.*', 'apple-mail.*'] as const;
    // Without the rules in its head, which only make it better where they are known.
    const bare = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<!--[\s\S]*?-->/g, '');
    const { issues } = caniemail({ clients: [...clients], html: bare });
    const missing = [...issues.errors.values()].flat().map(({ title }) => title);
    // The ground of the page lies on a table too; what is hidden is a pixel high; a table is one without its role.
    const spare = ['display:none', '<body> element', 'role attribute'];
    expect([...new Set(missing)].filter((title) => !spare.includes(title))).toEqual([]);
    expect(html).not.toMatch(
      /display:\s*(flex|grid)|position:|<script|<link|<form|@import|url\(|var\(|calc\(/i,
    );
  });

  test('is as wide as Outlook is told, and no wider elsewhere', async () => {
    const { html } = await mailOf('small');
    const begins = html.indexOf('<!--[if mso]><table role="presentation" align="center" width="600"');
    const ends = html.indexOf('<!--[if mso]></td></tr></table><![endif]-->');
    expect(begins).toBeGreaterThan(0);
    expect(ends).toBeGreaterThan(begins);
    expect(html).toContain('max-width:600px');
    // oxlint-disable-next-line no-control-regex
    expect(html).not.toMatch(/[\uE000-\uE0FF]/);
  });

  test('has every address in full, every picture its size and its words, and nothing that counts', async () => {
    const { html } = await mailOf('small');
    const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(6);
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([]);
    expect(links).toContain(`${base}/cases/case-first`);
    expect(links).toContain('https://example.com/a?b=1&amp;c=2');
    const images = html.match(/<img[^>]*>/g) ?? [];
    expect(images).toHaveLength(3);
    for (const image of images) {
      expect(image).toMatch(
        /src="https:\/\/learn\.example\.com\/mail-pictures\/([0-9a-f]{64}\.svg|poster\.a-poster\.en)-[\w-]{22}\.png"/,
      );
      expect(image).toMatch(/alt="[^"]+"/);
      expect(image).toMatch(/width="(600|520|240)" height="(338|293|340)"/);
    }
  });

  test('says what an author and a name say, and never takes it for markup', async () => {
    const { html } = await mailOf('small');
    expect(html).toContain('Thank you, Lena &lt;b&gt;&amp; Lange');
    expect(html).toContain('Ada &quot;&lt;i&gt;&quot; O’Hara');
    expect(html).toContain(`${base}/mail/off/abc?a=1&amp;b=&quot;2&quot;`);
    expect(html).not.toContain('<i>');
    expect(html).toMatch(/<html lang="en">/);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('is for each function its own, and for each reader with their own way out', async () => {
    expect((await mailOf('small', [])).html).not.toContain('For sellers.');
    const [one, other] = [await mailOf('small', ['sales'], 'one'), await mailOf('small', ['sales'], 'two')];
    expect(one.html).toContain('For sellers.');
    expect(one.html).toContain('/mail/off/one');
    expect(other.html).toContain('/mail/off/two');
    expect(other.html).not.toContain('/mail/off/one');
    expect(other.html).toContain(`${base}/learn/selling/only`);
    expect((await mailOf('small', [])).html).not.toContain('/learn/selling/');
  });

  test('stays under what Gmail shows: of a long issue each story is begun', async () => {
    for (const slug of ['small', 'long']) {
      const { html } = await mailOf(slug);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    }
    const { html, text } = await mailOf('long');
    expect(html).toContain('Opening of 11.');
    expect(html).toContain(`href="${base}/newsletter/long#s-11"`);
    expect(html).not.toContain('Many words');
    expect(text).toContain('Many words');
  });
});

test('the plain text says it all, with every link in full', async () => {
  const { text } = await mailOf('small');
  for (const part of [
    'ALL THERE IS',
    'A strong word, an odd one, gone, code, and a case (https://learn.example.com/cases/case-first).',
    '- one\n- two',
    '3. three\n4. four',
    '> Said before.',
    'Town | Hour\nLeeds | 16:00',
    '1. Ask.\n2. Wait.',
    '> Well done.\n  Mara & Co',
    'Ola: “I will ask.”',
    'Thank you, Lena <b>& Lange',
    `: A poster\n  Ask twice\n${base}/posters/a-poster`,
    `${base}/mail/off/abc?a=1&b="2"`,
    '1 Yard, Leeds',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/<\/?(p|a|td|strong)\b|&amp;/);
});
