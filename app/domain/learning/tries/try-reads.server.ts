import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import type { QuizSettings } from '../quizzes/quiz-settings.ts';
import { quizSettingsOf } from '../quizzes/quiz-settings.ts';

export type Edition = { personId: string; documentId: string; versionId: string };

/** Tries that may still be begun on an edition: those its text allows, and those that were granted. Null is without limit. */
export async function triesLeft(
  db: Reader | Tx,
  edition: Edition,
  { attempts }: QuizSettings,
): Promise<number | null> {
  if (!attempts) return null;
  const begun = await db.attempt.count({ where: edition });
  const granted = await db.tryGrant.count({ where: edition });
  return Math.max(0, attempts + granted - begun);
}

export type FurtherTry = {
  /** Null is without limit. */
  left: number | null;
  /** The request that waits for an answer. `head` is null where HR was asked. */
  asked: { at: Date; head: string | null } | null;
  /** Who gave the last try that was granted on this edition, and why. */
  granted: { by: string; reason: string } | null;
};

/** How somebody stands with the tries on the edition that they read; null where they have none open. */
export async function readFurtherTry(
  db: Reader | Tx,
  personId: string,
  documentId: string,
): Promise<FurtherTry | null> {
  const key = openKey(personId, documentId);
  const reading = await db.reading.findUnique({ where: { openKey: key }, select: { versionId: true } });
  const version = reading && (await readVersion(db, reading.versionId));
  if (!version) return null;
  const edition = { personId, documentId, versionId: version.id };
  const request = await db.tryRequest.findUnique({
    where: { openKey: key },
    select: { versionId: true, askedAt: true, head: { select: { name: true } } },
  });
  const grant = await db.tryGrant.findFirst({
    where: edition,
    orderBy: { id: 'desc' },
    select: { reason: true, grantedBy: { select: { name: true } } },
  });
  return {
    left: await triesLeft(db, edition, quizSettingsOf(version.front)),
    asked:
      request?.versionId === version.id ? { at: request.askedAt, head: request.head?.name ?? null } : null,
    granted: grant && { by: grant.grantedBy.name, reason: grant.reason },
  };
}
