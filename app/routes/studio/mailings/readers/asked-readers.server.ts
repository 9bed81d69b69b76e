import { countReaders, readReader } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import type { ReaderState } from '#app/domain/culture/mailings/mailing.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../../guards.server.ts';

/** Whom it is about: one reader whom the address names, or all of that state. */
export async function askedReaders(
  request: Request,
  mailingId: string,
  state: ReaderState,
): Promise<{ readerId?: string; name: string | null; count: number }> {
  const readerId = new URL(request.url).searchParams.get('reader');
  if (readerId === null) {
    const counts = await countReaders(reader, mailingId);
    return { name: null, count: counts[state] };
  }
  const found = (await readReader(reader, { mailingId, readerId })) ?? notFound();
  return { readerId, name: found.name, count: found.state === state ? 1 : 0 };
}
