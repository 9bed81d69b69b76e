import { ulid } from 'ulid';
import type { Tx } from '#app/platform/db/database.server.ts';
import { isCultureTree } from '../document-tree.ts';
import { partOf, referencesIn } from '../tree/references-in.ts';
import { readVersion } from '../version-reads.server.ts';
import { findTarget } from './target-reads.server.ts';

/** Ties what a document shows of others to the editions of them that people read now. False where one is not there. */
export async function keepReferences(tx: Tx, versionId: string): Promise<boolean> {
  const version = await readVersion(tx, versionId);
  if (!version || !isCultureTree(version.tree)) return true;
  const pinned: { part: string; toDocumentId: string; toVersionId: string }[] = [];
  for (const reference of referencesIn(version.tree)) {
    const target = await findTarget(tx, reference, version.language);
    if (!target) return false;
    pinned.push({ part: partOf(reference), ...target });
  }
  for (const [position, { part, ...to }] of pinned.entries()) {
    const place = { fromVersionId: versionId, part, position };
    await tx.reference.upsert({
      where: { fromVersionId_part_position: place },
      create: { id: ulid(), ...place, ...to },
      update: {},
      select: { id: true },
    });
  }
  return true;
}
