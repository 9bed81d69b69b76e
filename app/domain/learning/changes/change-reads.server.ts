import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { readDone } from '../completions/done.sql.server.ts';
import type { ModulePlace } from '../modules/module-reads.server.ts';
import type { ChangedPart } from './changed-parts.ts';
import { changedParts } from './changed-parts.ts';
import { newsOf } from './news.ts';

export type Changes = {
  /** The edition that these are the changes of. */
  versionId: string;
  language: string;
  /** The editors' lines, newest first. */
  notes: string[];
  parts: ChangedPart[];
};

/** What changed in a module since somebody completed it, whether they have looked at it or not; null where nothing did. */
export async function readChanges(
  db: Reader | Tx,
  actor: PersonActor,
  { module }: ModulePlace,
): Promise<Changes | null> {
  const done = (await readDone(db, actor.id, module.documentId)).get(module.documentId) ?? [];
  const edition = editionFor(module, actor.language);
  const news = newsOf(module.history, edition, { done });
  if (!news) return null;
  const before = await readVersion(db, news.fromVersionId);
  const after = await readVersion(db, news.toVersionId);
  if (!before || !after) throw new Error(`A version of ${module.slug} is missing.`);
  return {
    versionId: news.toVersionId,
    language: edition.language,
    notes: news.steps.toReversed().flatMap(({ note }) => note ?? []),
    parts: changedParts(before.tree as ModuleTree, after.tree as ModuleTree, actor.function),
  };
}

/** The editions whose changes somebody has looked at. */
export async function readChangesSeen(db: Reader | Tx, personId: string): Promise<string[]> {
  const seen = await db.changeSeen.findMany({ where: { personId }, select: { versionId: true } });
  return seen.map(({ versionId }) => versionId);
}
