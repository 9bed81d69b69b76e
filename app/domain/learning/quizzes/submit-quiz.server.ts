import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { completeModule } from '../completions/complete-module.server.ts';
import { openKey } from '../open-key.ts';
import type { Answers } from './quiz.ts';
import { cleanAnswers, gradeQuiz, unanswered } from './quiz.ts';
import { quizSettingsOf } from './quiz-settings.ts';

export type SubmitQuizRefusal = 'no-try-open' | 'unanswered';

export type SubmittedQuiz = { ok: true; number: number; passed: boolean };

/**
 * Grades the open try, once: of many submissions at the same moment one is graded and the others are told its result.
 * With the pass mark reached, the module is completed.
 */
export async function submitQuiz(
  tx: Tx,
  actor: PersonActor,
  input: { documentId: string; attemptId: string; answers: Answers },
): Promise<SubmittedQuiz | Refused<SubmitQuizRefusal>> {
  const { documentId, attemptId } = input;
  const attempt = await tx.attempt.findFirst({ where: { id: attemptId, personId: actor.id, documentId } });
  if (!attempt) return { refused: 'no-try-open' };
  const { versionId, number } = attempt;
  if (attempt.submittedAt) return { ok: true, number, passed: attempt.passed === true };
  const version = await readVersion(tx, versionId);
  if (!version) throw new Error(`The version ${versionId} is missing.`);
  const questions = questionsOf(version.tree as ModuleTree);
  const answers = cleanAnswers(questions, input.answers);
  if (unanswered(questions, answers).length > 0) return { refused: 'unanswered' };
  const grade = gradeQuiz(questions, await readAnswerKey(tx, versionId), answers);
  const passed = grade.score >= quizSettingsOf(version.front).pass;
  const { rightCount, questionCount, score } = grade;
  const closed = await tx.attempt.updateMany({
    where: { id: attemptId, openKey: openKey(actor.id, documentId) },
    data: {
      answers: JSON.stringify(answers),
      submittedAt: now(),
      rightCount,
      questionCount,
      score,
      passed,
      openKey: null,
    },
  });
  if (closed.count !== 1) return { refused: 'no-try-open' };
  await record(tx, actor, {
    name: 'attempt.submitted',
    subject: { type: 'attempt', id: attemptId },
    facts: { documentId, versionId, score, passed },
  });
  if (passed) await completeModule(tx, actor, { documentId, versionId, attemptId });
  return { ok: true, number, passed };
}
