import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { publishedVersion, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import { quizSettingsOf } from '../quizzes/quiz-settings.ts';
import { carryPlace } from './carry-place.ts';

export type SwitchLanguageRefusal = 'not-begun' | 'not-in-that-language' | 'try-open' | 'tries-counted';

/**
 * Reads on in another language, on the edition published in it, at the same place. Tries are counted by edition, so
 * where they are limited the language stays once one was made: it would open as many again.
 */
export async function switchLanguage(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string; language: string },
): Promise<{ ok: true } | Refused<SwitchLanguageRefusal>> {
  const { documentId, language } = input;
  const key = openKey(actor.id, documentId);
  const reading = await tx.reading.findUnique({
    where: { openKey: key },
    select: { id: true, versionId: true, part: true, partsRead: true },
  });
  const from = reading && (await readModuleVersion(tx, reading.versionId));
  if (!reading || !from) return { refused: 'not-begun' };
  if (from.language === language) return { ok: true };
  const versionId = await publishedVersion(tx, documentId, language);
  const to = versionId && (await readModuleVersion(tx, versionId));
  if (!to) return { refused: 'not-in-that-language' };
  const open = await tx.attempt.findUnique({ where: { openKey: key }, select: { id: true } });
  if (open) return { refused: 'try-open' };
  const onThis = { personId: actor.id, documentId, versionId: reading.versionId };
  const limited = quizSettingsOf(from.front).attempts != null;
  if (limited && (await tx.attempt.count({ where: onThis })) > 0) return { refused: 'tries-counted' };
  const partsRead = reading.partsRead.split(' ').filter(Boolean);
  const place = carryPlace(from.tree, to.tree, { part: reading.part, partsRead });
  await tx.reading.update({
    where: { id: reading.id },
    data: { versionId, part: place.part, partsRead: place.partsRead.join(' '), movedAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'reading.switched',
    subject: { type: 'reading', id: reading.id },
    facts: { documentId, versionId },
  });
  return { ok: true };
}

async function readModuleVersion(tx: Tx, versionId: string): Promise<ReadableVersion<ModuleTree> | null> {
  return (await readVersion(tx, versionId)) as ReadableVersion<ModuleTree> | null;
}
