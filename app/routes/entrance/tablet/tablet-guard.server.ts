import type { OpenTablet } from '#app/domain/access/tablets/tablet.ts';
import { tabletByToken } from '#app/domain/access/tablets/tablet-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';
import { readTabletToken } from '../../tablet-cookie.server.ts';

/** The shared device that asks, or null. */
export async function tabletOf(request: Request): Promise<OpenTablet | null> {
  const token = await readTabletToken(request);
  return token ? tabletByToken(reader, token) : null;
}

/** On every other device the pages of a shared one are not there: they hold the names of people. */
export async function requireTablet(request: Request): Promise<OpenTablet> {
  return (await tabletOf(request)) ?? notFound();
}
