import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { unreadParts } from '../modules/module-parts.ts';
import { openKey } from '../open-key.ts';
import { completeModule } from './complete-module.server.ts';

export type FinishModuleRefusal = 'not-begun' | 'parts-unread' | 'has-questions';

/** Completes a module that asks no questions, once it is read to the end. */
export async function finishModule(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string },
): Promise<{ ok: true } | Refused<FinishModuleRefusal>> {
  const { documentId } = input;
  const reading = await tx.reading.findUnique({
    where: { openKey: openKey(actor.id, documentId) },
    select: { versionId: true, partsRead: true },
  });
  const version = reading && (await readVersion(tx, reading.versionId));
  if (!reading || !version) return { refused: 'not-begun' };
  const tree = version.tree as ModuleTree;
  if (questionsOf(tree).length > 0) return { refused: 'has-questions' };
  if (unreadParts(tree, reading.partsRead.split(' ')).length > 0) return { refused: 'parts-unread' };
  return completeModule(tx, actor, { documentId, versionId: reading.versionId, attemptId: null });
}
