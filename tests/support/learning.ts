import type { PersonActor } from '#app/domain/actor/actor.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { keepPlace } from '#app/domain/learning/modules/keep-place.server.ts';
import { findModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { pairOf, questionsOf } from '#app/domain/publishing/document-tree.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { done } from './staff.ts';

export type OpenText = { documentId: string; versionId: string; tree: ModuleTree };

/** The edition of a module that somebody would read today. */
export async function textOf(actor: PersonActor, course: string, module: string): Promise<OpenText> {
  const place = await findModule(reader, actor, course, module);
  const versionId = place?.module.editions[0]?.versionId;
  const version = versionId ? await readVersion(reader, versionId) : null;
  if (!place || !version) throw new Error(`no module ${course}/${module}`);
  return { documentId: place.module.documentId, versionId: version.id, tree: version.tree as ModuleTree };
}

/** Begins a module and reads it to the end. */
export async function readThrough(
  actor: PersonActor,
  { documentId, versionId, tree }: OpenText,
): Promise<void> {
  const parts = readingParts(tree).map(({ slug }) => slug);
  await transact((tx) => beginModule(tx, actor, { documentId, versionId, firstPart: parts[0] ?? 'quiz' }));
  for (const readPart of parts) {
    await transact((tx) => keepPlace(tx, { personId: actor.id, documentId, readPart, nextPart: 'quiz' }));
  }
}

export async function openTry(actor: PersonActor, text: OpenText): Promise<string> {
  await readThrough(actor, text);
  const { documentId } = text;
  return (await done(transact((tx) => startAttempt(tx, actor, { documentId })))).attemptId;
}

export async function rightAnswers({ versionId }: OpenText): Promise<Answers> {
  const key = await readAnswerKey(reader, versionId);
  return Object.fromEntries(Object.entries(key).map(([id, { right }]) => [id, right]));
}

/** The first option of every question; of `order`, the options the wrong way round; of `match`, all with the same. */
export async function wrongAnswers(text: OpenText): Promise<Answers> {
  const right = await rightAnswers(text);
  return Object.fromEntries(
    questionsOf(text.tree).map(({ id, kind, options, matches = [] }) => {
      if (kind === 'order') return [id, [...(right[id] ?? [])].toReversed()];
      if (kind === 'match') return [id, options.map((option) => pairOf(option.id, matches[0]!.id))];
      const wrong = options.find((option) => !right[id]?.includes(option.id));
      return [id, [wrong!.id]];
    }),
  );
}

/** The whole way: read, try, everything right. */
export async function complete(actor: PersonActor, text: OpenText): Promise<void> {
  const attemptId = await openTry(actor, text);
  const answers = await rightAnswers(text);
  const { documentId } = text;
  await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
}
