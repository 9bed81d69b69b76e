import type { ModuleTree, Question } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { readAnswerKey } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { About } from './about.ts';
import { findAbout } from './about.ts';
import type { Answers } from './quiz.ts';
import { gradeQuiz } from './quiz.ts';

export type Mistake = {
  questionId: string;
  /** What was chosen last time; the same kind of ids as in any answer. */
  given: string[];
  /** The reasons of what was chosen, by option id; none where they would tell what is right. */
  reasons: Record<string, string>;
  about: About | null;
};

/**
 * Of an order and of pairs every option was chosen, and its reason says where it belongs. A new try counts, so these
 * stay with the result.
 */
function reasonsOf({ kind }: Question, given: string[], why: Record<string, string>): Record<string, string> {
  if (kind === 'order' || kind === 'match') return {};
  return Object.fromEntries(given.map((id) => [id, why[id] ?? '']));
}

/** What was wrong in the last try on this edition that was handed in. Of a question that was right it says nothing. */
export async function lastMistakes(
  db: Reader | Tx,
  personId: string,
  { id: versionId, documentId, tree }: ReadableVersion<ModuleTree>,
): Promise<Mistake[]> {
  const last = await db.attempt.findFirst({
    where: { personId, documentId, versionId, submittedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { answers: true },
  });
  if (!last) return [];
  const questions = questionsOf(tree);
  const key = await readAnswerKey(db, versionId);
  const answers = JSON.parse(last.answers) as Answers;
  const { rightQuestions } = gradeQuiz(questions, key, answers);
  return questions
    .filter(({ id }) => !rightQuestions.includes(id))
    .map((question) => {
      const given = answers[question.id] ?? [];
      const reasons = reasonsOf(question, given, key[question.id]?.why ?? {});
      return { questionId: question.id, given, reasons, about: findAbout(tree, question) };
    });
}
