import { BlockList, isIP } from 'node:net';

/** Proxies whose word about where a request comes from is taken, as addresses and networks (`10.0.0.0/8`). */
export function trustProxies(listed: string[]): BlockList {
  const trusted = new BlockList();
  for (const entry of listed) {
    const [address = '', prefix] = entry.split('/', 2) as [string, string?];
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  return trusted;
}

/** The eight groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  // A URL writes every spelling of an address in one way.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::', 2) as [string, string?];
  const numbers = (part: string | undefined) => (part ? part.split(':').map((one) => parseInt(one, 16)) : []);
  const [before, after] = [numbers(head), numbers(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/** The address without port, brackets and zone, IPv4 as IPv4; null for what is none. */
function plainAddress(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  const family = isIP(address);
  if (family !== 6) return family === 4 ? address : null;
  const groups = groupsOf(address);
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return address.toLowerCase();
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Who is at the other end: the peer itself, or, where that is a trusted proxy, the last one before the trusted ones in
 * `X-Forwarded-For`. What stands further left is what the client claims, and proves nothing.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trusted: BlockList,
): string {
  let client = plainAddress(peer ?? '') ?? 'unknown';
  const hops = [forwardedFor ?? []].flat().join(',').split(',');
  for (const hop of hops.toReversed()) {
    if (client === 'unknown' || !isIn(trusted, client)) break;
    const before = plainAddress(hop);
    if (before === null) break;
    client = before;
  }
  return client;
}

/** What counts as one place: an IPv4 address, or the half of an IPv6 address that a household is given as a whole. */
export function addressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  return groupsOf(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
