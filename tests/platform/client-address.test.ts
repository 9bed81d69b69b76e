import { describe, expect, test } from 'vitest';
import { addressBlock, clientAddress, trustProxies } from '#app/platform/http/client-address.server.ts';

const proxies = trustProxies(['10.0.0.0/8', '192.0.2.7', '2001:db8:1::/48', 'fd00::1']);

describe('where a request comes from', () => {
  test.each([
    ['nobody in between', '203.0.113.9', undefined, '203.0.113.9'],
    ['a header from a peer nobody trusts', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one proxy', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['what the client claims, left of what the proxy saw', '10.1.2.3', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['a trusted address claimed by the client', '10.1.2.3', '10.9.9.9, 203.0.113.9', '203.0.113.9'],
    ['two proxies', '10.1.2.3', '203.0.113.9, 192.0.2.7', '203.0.113.9'],
    ['two headers', '10.1.2.3', ['1.1.1.1', '203.0.113.9'], '203.0.113.9'],
    ['only proxies', '10.1.2.3', '10.0.0.1, 192.0.2.7', '10.0.0.1'],
    ['no address at the end', '10.1.2.3', '203.0.113.9, unknown', '10.1.2.3'],
    ['nothing in the header', '10.1.2.3', '', '10.1.2.3'],
    ['a port', '10.1.2.3', '203.0.113.9:51234', '203.0.113.9'],
    ['IPv6 in brackets with a port', 'fd00::1', '[2001:DB8:9::5]:443', '2001:db8:9::5'],
    ['an IPv6 proxy of a network', '2001:db8:1:2::3', '203.0.113.9', '203.0.113.9'],
    ['IPv4 written as IPv6, as Node does', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['the same in the header', '10.1.2.3', '::ffff:203.0.113.9', '203.0.113.9'],
    ['a line that went away', undefined, '203.0.113.9', 'unknown'],
  ])('%s', (_what, peer, header, expected) => {
    expect(clientAddress(peer, header, proxies)).toBe(expected);
  });

  test('without proxies no header is believed, not even from this machine', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9', trustProxies([]))).toBe('127.0.0.1');
  });
});

test('all of a household’s IPv6 addresses are one place, and another household’s are not', () => {
  const home = addressBlock('2001:db8:0:7::1');
  expect(addressBlock('2001:0DB8::7:ffff:ffff:ffff:ffff')).toBe(home);
  expect(addressBlock('2001:db8:0:8::1')).not.toBe(home);
  expect(addressBlock('203.0.113.9')).toBe('203.0.113.9');
  expect(addressBlock('unknown')).toBe('unknown');
});
