import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from '#app/platform/http/origin-check.ts';
import { ownAddress } from '#app/platform/http/own-address.ts';
import { safePath } from '#app/platform/http/safe-path.ts';

const ways = [
  'https://evil.example',
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
  'http:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/\u0000/evil.example',
  '@evil.example',
  'evil.example',
  '',
];

/** Where a browser on our page would go. */
const whereTo = (location: string) => new URL(location, 'https://here.example/sign-in').origin;

describe('the path to go on to', () => {
  test.each(ways)('never leads away, whatever was asked for: %j', (wanted) => {
    expect(whereTo(safePath(wanted))).toBe('https://here.example');
  });

  test.each([undefined, null, 7, {}, ['/learn'], new URL('https://evil.example')])(
    'is home for what is no text: %s',
    (wanted) => {
      expect(safePath(wanted)).toBe('/');
    },
  );

  test.each([
    '/',
    '/learn',
    '/learn/a/b?part=one&x=%20y#end',
    '/hr/people?q=%C5%BB',
    '/sign-in?next=//evil.example',
  ])('is kept where it is one of ours: %s', (wanted) => expect(safePath(wanted)).toBe(wanted));

  const pieces = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    'evil.example',
    'http:',
    ' ',
    'a',
    '\u2028',
    '\u202e',
    '\ufeff',
  );

  test('never leads away, whatever it is made of', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(anything, (wanted) => {
        const path = safePath(wanted);
        expect(whereTo(path)).toBe('https://here.example');
        expect(path.startsWith('/')).toBe(true);
        expect(safePath(path), 'a safe path is safe').toBe(path);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('where a request comes from', () => {
  const own = 'here.example:3000';
  const table: [origin: string | undefined, site: string | undefined, passes: boolean][] = [
    [undefined, undefined, true],
    [`http://${own}`, undefined, true],
    [`https://${own}`, undefined, true],
    [`http://${own}`, 'same-origin', true],
    [undefined, 'same-origin', true],
    [undefined, 'none', true],
    [undefined, 'same-site', false],
    [undefined, 'cross-site', false],
    [`http://${own}`, 'cross-site', false],
    [`http://${own}`, 'same-site', false],
    ['null', undefined, false],
    ['null', 'same-origin', false],
    ['', undefined, false],
    ['here.example:3000', undefined, false],
    ['http://here.example', undefined, false],
    ['http://here.example:3001', undefined, false],
    ['http://sub.here.example:3000', undefined, false],
    ['http://here.example:3000.evil.example', undefined, false],
    ['http://here.example:3000@evil.example', undefined, false],
    ['https://evil.example', 'same-origin', false],
    [`http://${own}`, 'something new', false],
  ];

  test.each(table)('origin %j and site %j: %s', (origin, fetchSite, passes) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post'])
      expect(isOwnOrigin({ method, origin, fetchSite, ownHost: own })).toBe(passes);
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(isOwnOrigin({ method, origin, fetchSite, ownHost: own })).toBe(true);
  });

  test('nothing is ours while we do not know who we are', () => {
    expect(
      isOwnOrigin({ method: 'POST', origin: `http://${own}`, fetchSite: undefined, ownHost: undefined }),
    ).toBe(false);
  });
});

test('the address of a request is under our own name, whatever stands in it', () => {
  const target = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `/${text}`),
    fc.constantFrom('//evil.example', '*'),
  );
  const host = fc.oneof(
    fc.string(),
    fc.constantFrom('here.example', 'here.example:80', 'a@b', '[::1]:3000'),
    fc.domain(),
  );
  fc.assert(
    fc.property(target, host, (path, name) => {
      const address = ownAddress(path, name, false);
      if (address === null) return;
      expect(`${address.username}${address.password}`).toBe('');
      const [, asHost] = /^http:\/\/([^/]*)/.exec(new URL(`http://${name}/`).href)!;
      expect(address.host).toBe(asHost);
    }),
    { numRuns: 2000 },
  );
  expect(ownAddress('//evil.example/x', 'here.example', true)?.href).toBe(
    'https://here.example//evil.example/x',
  );
});
