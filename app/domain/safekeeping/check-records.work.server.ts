import { createHash } from 'node:crypto';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';

export type RecordsCheck =
  | { ok: true; length: number; head: string; versions: number }
  | { refused: 'chain-broken'; brokenAt: number }
  | { refused: 'version-altered'; versionId: string };

const batch = 50;

async function firstAltered(db: Reader): Promise<{ altered: string | null; seen: number }> {
  let [after, seen] = ['', 0];
  for (;;) {
    const versions = await db.version.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
      select: { id: true, source: true, sourceHash: true },
    });
    for (const { id, source, sourceHash } of versions) {
      if (createHash('sha256').update(source).digest('hex') !== sourceHash) return { altered: id, seen };
    }
    seen += versions.length;
    if (versions.length < batch) return { altered: null, seen };
    after = versions.at(-1)!.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Recomputes every hash that the records carry: what SQLite takes for sound may have been changed all the same. */
export async function checkRecords(db: Reader): Promise<RecordsCheck> {
  const chain = await checkChain(db);
  if (!chain.intact) return { refused: 'chain-broken', brokenAt: chain.brokenAt };
  const { altered, seen } = await firstAltered(db);
  if (altered !== null) return { refused: 'version-altered', versionId: altered };
  return { ok: true, length: chain.length, head: chain.head, versions: seen };
}
