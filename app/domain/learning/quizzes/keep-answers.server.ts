import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import type { Answers } from './quiz.ts';
import { answersSoFar } from './quiz.ts';

export type AnswersToKeep = { personId: string; documentId: string; attemptId: string; answers: Answers };

/** What somebody has chosen so far, so that nothing of it is lost before it is sent. False where the try is over. */
export async function keepAnswers(tx: Tx, input: AnswersToKeep): Promise<boolean> {
  const { personId, documentId, attemptId } = input;
  const where = { id: attemptId, openKey: openKey(personId, documentId) };
  const attempt = await tx.attempt.findFirst({ where, select: { versionId: true } });
  const version = attempt && (await readVersion(tx, attempt.versionId));
  if (!version) return false;
  const answers = answersSoFar(questionsOf(version.tree as ModuleTree), input.answers);
  await tx.attempt.updateMany({ where, data: { answers: JSON.stringify(answers) } });
  return true;
}
