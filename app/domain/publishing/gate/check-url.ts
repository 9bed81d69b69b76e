import { finding } from '../finding-rules.ts';
import type { Finding } from '../finding.ts';
import type { Place } from './md-node.ts';
import { shown } from '../text/plain-text.ts';

const linkSchemes = ['http', 'https', 'mailto', 'tel'];
const imageSchemes = ['http', 'https'];
const longest = 1000;

/** Browsers skip white space and control characters in an address, and read `\` as `/`. */
const trick = /[\s\\\p{Cc}\p{Cf}\p{Z}]/u;

export function checkUrl(url: string, use: 'link' | 'image', place: Place): Finding[] {
  const schemes = use === 'link' ? linkSchemes : imageSchemes;
  if (url.length > longest) return [finding(place, 'url-too-long', { limit: longest })];
  if (trick.test(url)) return [finding(place, 'url-characters', { url: shown(url) })];
  if (url.startsWith('//')) return [finding(place, 'url-without-scheme', { url: shown(url) })];
  const scheme = /^([^/?#]*?):/.exec(url)?.[1]?.toLowerCase();
  const refused = finding(place, 'url-scheme', { url: shown(url), allowed: schemes.join(', ') });
  if (scheme === undefined) return [];
  if (!schemes.includes(scheme)) return [refused];
  return scheme.startsWith('http') && !isPlainWeb(url) ? [refused] : [];
}

/** With two slashes, a host, and no name and password before it. */
function isPlainWeb(url: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
