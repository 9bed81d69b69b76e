import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Somebody } from '../../support/entrance-company.ts';
import { entranceCompany, linkFor, password, slipFor } from '../../support/entrance-company.ts';
import { hiddenFields, visitor } from '../../support/visitor.ts';

let database: TestDatabase;
let company: Awaited<ReturnType<typeof entranceCompany>>;
let ada: Somebody;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await entranceCompany();
});

beforeEach(async () => {
  ada = await company.somebody();
});

afterAll(() => database.close());

const fresh = 'a brand new password';
const withNext = (link: string, next: string) => `${link}&next=${encodeURIComponent(next)}`;

const elsewhere = [
  'https://evil.example',
  'http://evil.example/',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  'https:evil.example',
  '@evil.example',
  '',
];

describe('a way in leads to pages of this site alone', () => {
  test.each(elsewhere.map((next) => [JSON.stringify(next), next] as const))(
    'not to %s',
    async (_shown, next) => {
      const { email, personId } = ada;
      const query = `?next=${encodeURIComponent(next)}`;
      const mine = visitor();
      const led = [
        await mine.post('/sign-in', { email, password, next }),
        await mine.post('/password', { current: password, fresh, next }),
        await visitor().post(withNext(await linkFor(personId, 'reset'), next), { fresh, next }),
        await visitor().post(await linkFor(personId, 'invitation'), { fresh, next }),
        await visitor().post('/code/password', { email, code: (await slipFor(personId)).code, fresh, next }),
      ];
      expect(led.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
      for (const { location } of led) {
        const { origin } = new URL(location!, 'http://here.invalid');
        expect([origin, location!.startsWith('//')]).toEqual(['http://here.invalid', false]);
      }
      const asked = await visitor().post('/forgot', { email, next });
      expect(asked.location).toMatch(/^\/forgot\/sent(\?next=%2F[^%/\\]*)?$/);
      for (const path of ['/sign-in', '/forgot', '/code', '/forgot/sent']) {
        const { text } = await visitor().get(path + query);
        const links = [...text.matchAll(/(?:href|value)="([^"]*evil[^"]*)"/g)].map(([, value]) => value!);
        for (const link of links)
          expect(new URL(link, 'http://here.invalid').origin).toBe('http://here.invalid');
      }
    },
  );

  test('but to the one that was asked for, through each of them', async () => {
    const next = '/learn/shipping?a=1#b';
    const { email, personId } = ada;
    const code = (await slipFor(personId)).code;
    const led = [
      await visitor().post('/sign-in', { email, password, next }),
      await visitor().post('/code/password', { email, code, fresh, next }),
      await visitor().post(await linkFor(personId, 'reset'), { fresh, next }),
    ];
    expect(led.map(({ location }) => location)).toEqual([next, next, next]);
    const link = withNext(await linkFor(personId, 'reset'), '/learn');
    expect(hiddenFields((await visitor().get(link)).text)).toEqual({ next: '/learn' });
  });

  test('and a mistake on the way loses it nowhere', async () => {
    const next = '/learn/shipping?a=1';
    const { email, personId } = ada;
    const nextOn = ({ text }: { text: string }) => hiddenFields(text).next;
    const code = (await slipFor(personId)).code;
    const query = `?next=${encodeURIComponent(next)}`;
    const wrong = [
      await visitor().get(`/sign-in${query}`),
      await visitor().post('/sign-in', { email, password: 'wrong', next }),
      await visitor().post('/sign-in', { email: '', password: '', next }),
      await visitor().get(`/code${query}`),
      await visitor().post('/code', { email, code: 'BCD', next }),
      await visitor().post('/code', { email, code, next }),
      await visitor().post('/code/password', { email, code, fresh: 'short', next }),
      await visitor().post('/code/password', { email, code: 'BCD', fresh, next }),
      await visitor().post(`/forgot${query}`, { email: '', next }),
      await visitor().post(withNext(await linkFor(personId, 'reset'), next), { fresh: 'short', next }),
    ];
    expect(wrong.map(nextOn)).toEqual(wrong.map(() => next));
    for (const path of ['/sign-in', '/code'])
      expect(nextOn(await visitor().post(path, { email: '', next: '//evil.example' }))).toBe('/');
  });
});
