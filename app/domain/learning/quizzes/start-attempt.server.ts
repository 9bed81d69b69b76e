import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { countsToday } from '../completions/currency.ts';
import { readDone } from '../completions/done.sql.server.ts';
import { unreadParts } from '../modules/module-parts.ts';
import { openKey } from '../open-key.ts';
import { triesLeft } from '../tries/try-reads.server.ts';
import { quizSettingsOf } from './quiz-settings.ts';

export type StartAttemptRefusal = 'not-begun' | 'parts-unread' | 'already-completed' | 'attempts-used-up';

/** Opens a try on the edition that was read. A try that is open already is gone on with. */
export async function startAttempt(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string },
): Promise<{ ok: true; attemptId: string } | Refused<StartAttemptRefusal>> {
  const { documentId } = input;
  const key = openKey(actor.id, documentId);
  const open = await tx.attempt.findUnique({ where: { openKey: key }, select: { id: true } });
  if (open) return { ok: true, attemptId: open.id };
  const reading = await tx.reading.findUnique({
    where: { openKey: key },
    select: { versionId: true, partsRead: true },
  });
  const version = reading && (await readVersion(tx, reading.versionId));
  if (!reading || !version) return { refused: 'not-begun' };
  const { versionId } = reading;
  if (await hasCompleted(tx, actor, documentId, versionId)) return { refused: 'already-completed' };
  if (unreadParts(version.tree as ModuleTree, reading.partsRead.split(' ')).length > 0)
    return { refused: 'parts-unread' };
  const number = (await tx.attempt.count({ where: { personId: actor.id, documentId } })) + 1;
  const left = await triesLeft(
    tx,
    { personId: actor.id, documentId, versionId },
    quizSettingsOf(version.front),
  );
  if (left === 0) return { refused: 'attempts-used-up' };
  const id = ulid();
  await tx.attempt.create({
    data: {
      id,
      personId: actor.id,
      documentId,
      versionId,
      number,
      startedAt: now(),
      answers: '{}',
      openKey: key,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'attempt.started',
    subject: { type: 'attempt', id },
    facts: { documentId, versionId, number },
  });
  return { ok: true, attemptId: id };
}

/** On this edition, and so that it still counts: what is to be read again may be answered again. */
async function hasCompleted(
  tx: Tx,
  actor: PersonActor,
  documentId: string,
  versionId: string,
): Promise<boolean> {
  const done = (await readDone(tx, actor.id, documentId)).get(documentId) ?? [];
  const { courses } = await readLibrary(tx);
  const module = courses.flatMap(({ modules }) => modules).find((one) => one.documentId === documentId);
  const today = dateIn(actor.siteTimeZone);
  return done.some((one) => one.versionId === versionId && countsToday(module?.history ?? [], one, today));
}
