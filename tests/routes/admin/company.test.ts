import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { ask } from '../../support/asking.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  cookie = await cookieOf(await hire({ name: 'Farah', roles: ['admin'], ...place }));
});

afterAll(() => database.close());

const path = '/admin/company';
const plain = { name: 'Oak & Sons', language: 'en' };
const post = (form: Record<string, string>) => ask({ path, method: 'POST', cookie, form });
const company = () => reader.company.findFirstOrThrow();

describe('the form of the company', () => {
  test('takes what is right and shows it again', async () => {
    const form = {
      ...plain,
      accent: '1D8A99',
      mailSender: 'People <people@example.com>',
      postalAddress: 'One street\r\nOne town',
      contact: 'Chidi, 12',
      privacyNotice: 'First.\r\n\r\nSecond.',
      showScores: 'on',
    };
    const { status, location } = await post(form);
    expect([status, location]).toEqual([303, '/admin/company?saved']);
    expect(await company()).toMatchObject({
      accent: '#1d8a99',
      postalAddress: 'One street\nOne town',
      showScores: true,
    });
    const { text } = await ask({ path, cookie });
    for (const shown of ['value="#1d8a99"', 'People &lt;people@example.com&gt;', 'Chidi, 12', 'Second.']) {
      expect(text).toContain(shown);
    }
    expect(text).toMatch(/<input[^>]*name="showScores"[^>]*checked=""/);
    expect(text).not.toMatch(/<input[^>]*name="requireSecondFactor"[^>]*checked=""/);
    expect(text).toContain('style="--color-mark:#1d8a99"');
    expect((await post(plain)).status).toBe(303);
    expect(await company()).toMatchObject({ accent: null, privacyNotice: null, showScores: false });
  });

  const wrong: [what: string, form: Record<string, string>, said: RegExp][] = [
    ['no name', { name: ' ' }, /Please fill this in/],
    ['a long name', { name: 'x'.repeat(121) }, /longer than it can be/],
    ['a language that is none', { language: 'pl' }, /not written in this language/],
    ['a colour that is none', { accent: 'canary' }, /This is not a colour/],
    ['a colour too light', { accent: '#ffffff' }, /Take a darker one: #[0-9a-f]{6} is/],
    ['a colour too dark', { accent: '000000' }, /Take a lighter one: #[0-9a-f]{6} is/],
    ['two senders', { mailSender: 'a@example.com, b@example.com' }, /Mail cannot come from this/],
    ['a header in the sender', { mailSender: 'A\r\nBcc: b@example.com <a@example.com>' }, /Mail cannot come/],
    ['a notice that is too long', { privacyNotice: 'x'.repeat(5001) }, /longer than it can be/],
    [
      'a second factor without one of one’s own',
      { requireSecondFactor: 'on' },
      /no second factor yourself yet/,
    ],
  ];

  test.each(wrong)('refuses %s, says so, and keeps what was typed', async (_, form, said) => {
    const before = tableHashes(database.folder);
    const { status, text } = await post({ ...plain, contact: 'canary contact', ...form });
    expect(status).toBe(422);
    expect(text).toMatch(said);
    expect(text).toContain('canary contact');
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test.each([
    ['id', 'x'],
    ['logo', 'f'.repeat(64)],
    ['sample', 'true'],
    ['timeZone', 'Asia/Tokyo'],
    ['createdAt', '2020-01-01'],
    ['role', 'admin'],
    ['name[0]', 'x'],
    ['name.x', 'x'],
    ['accent[]', '#1d8a99'],
  ])('takes no %s', async (name, value) => {
    const before = tableHashes(database.folder);
    const { status } = await post({ ...plain, contact: 'changed', [name]: value });
    expect([400, 422]).toContain(status);
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

test.each(['__proto__', '__proto__.showScores', 'constructor', 'constructor.prototype.showScores'])(
  'a field called %s is nobody’s, and is not heard',
  async (name) => {
    await post(plain);
    const before = await company();
    expect((await post({ ...plain, [name]: 'on' })).status).toBe(303);
    expect(await company()).toEqual(before);
    expect('showScores' in {}).toBe(false);
  },
);

describe('the privacy page', () => {
  const read = async (who?: string) => (await ask({ path: '/privacy', cookie: who })).text;

  test('has a text of its own until the company writes one, whose paragraphs it keeps', async () => {
    await post(plain);
    expect(await read()).toContain('We do not use it to judge how you work.');
    await post({
      ...plain,
      privacyNotice: 'Our own\nnotice.\n\n<b>Canary</b>',
      contact: 'Ask Chidi',
      postalAddress: 'Oak Lane',
    });
    for (const text of [await read(), await read(cookie)]) {
      expect(text).not.toContain('We do not use it to judge how you work.');
      expect(text).toMatch(/<p[^>]*>Our own\nnotice\.<\/p><p[^>]*>&lt;b&gt;Canary&lt;\/b&gt;<\/p>/);
      expect(text).toContain('Ask Chidi');
      expect(text).toContain('Oak Lane');
    }
  });

  test('says whether HR sees scores', async () => {
    await post(plain);
    expect(await read()).toContain('HR sees no scores.');
    await post({ ...plain, showScores: 'on' });
    expect(await read()).toContain('HR also sees the score');
    expect(await read()).not.toContain('HR sees no scores.');
  });

  test('is linked from the sign-in page and from every other', async () => {
    expect((await ask({ path: '/sign-in' })).text).toContain('href="/privacy"');
    expect((await ask({ path: '/', cookie })).text).toContain('href="/privacy"');
  });
});
