import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { headOfPerson } from '#app/domain/people/departments/head-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import { quizSettingsOf } from '../quizzes/quiz-settings.ts';
import { triesLeft } from './try-reads.server.ts';

export type AskForTryRefusal = 'not-begun' | 'already-completed' | 'tries-left';

/** Asks the head for one more try, or HR where nobody heads the department. Asking again is the same request. */
export async function askForTry(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string },
): Promise<{ ok: true; requestId: string } | Refused<AskForTryRefusal>> {
  const { documentId } = input;
  const key = openKey(actor.id, documentId);
  const reading = await tx.reading.findUnique({ where: { openKey: key }, select: { versionId: true } });
  const version = reading && (await readVersion(tx, reading.versionId));
  if (!version) return { refused: 'not-begun' };
  const edition = { personId: actor.id, documentId, versionId: version.id };
  if (await tx.completion.findFirst({ where: edition, select: { id: true } }))
    return { refused: 'already-completed' };
  const open = await tx.attempt.findUnique({ where: { openKey: key }, select: { id: true } });
  if (open || (await triesLeft(tx, edition, quizSettingsOf(version.front))) !== 0)
    return { refused: 'tries-left' };
  const asked = await tx.tryRequest.findUnique({
    where: { openKey: key },
    select: { id: true, versionId: true },
  });
  if (asked?.versionId === version.id) return { ok: true, requestId: asked.id };
  // What was asked about an edition that is no longer read needs no answer.
  if (asked) await tx.tryRequest.update({ where: { id: asked.id }, data: { openKey: null } });
  const id = ulid();
  const headId = await headOfPerson(tx, actor.id);
  await tx.tryRequest.create({
    data: { id, ...edition, headId, askedAt: now(), openKey: key },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'try.asked',
    subject: { type: 'try-request', id },
    facts: { ...edition, headId },
  });
  return { ok: true, requestId: id };
}
