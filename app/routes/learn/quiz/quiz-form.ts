import type { Question } from '#app/domain/publishing/document-tree.ts';
import { pairOf } from '#app/domain/publishing/document-tree.ts';
import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';

/** The name of a question's fields; an option with a field of its own has its id after a dot. */
export const questionFieldName = (question: Pick<Question, 'id'>) => `q.${question.id}`;

export type PostedQuiz = {
  attemptId: string;
  answers: Answers;
  /**
   * For questions of order and of match, what was chosen at each option, by question and option, whether it adds up or
   * not: its place, or the id of what it goes with.
   */
  fields: Record<string, Record<string, string>>;
};

const hasFields = ({ kind }: Question) => kind === 'order' || kind === 'match';

function fieldsOf(question: Question, form: FormData): Record<string, string> {
  const entries = question.options.map(
    ({ id }) => [id, String(form.get(`${questionFieldName(question)}.${id}`) ?? '')] as const,
  );
  return Object.fromEntries(entries);
}

/** The options in the sequence of their places; empty unless every place from first to last is taken once. */
function inSequence(places: Record<string, string>): string[] {
  const ids = Object.keys(places);
  const sequence = ids.map((_, index) => ids.filter((id) => places[id] === String(index + 1)));
  return sequence.every((at) => at.length === 1) ? sequence.flat() : [];
}

/** The options at the places they have so far, with an empty string where none is. */
function placed(places: Record<string, string>): string[] {
  const ids = Object.keys(places);
  return ids.map((_, index) => ids.find((id) => places[id] === String(index + 1)) ?? '');
}

function paired(fields: Record<string, string>): string[] {
  return Object.entries(fields).flatMap(([option, match]) => (match ? [pairOf(option, match)] : []));
}

/** What was chosen so far, whether it adds up or not. */
export function readSoFar(questions: Question[], form: FormData): Answers {
  const { answers, fields } = readQuizForm(questions, form);
  const sequences = questions
    .filter(({ kind }) => kind === 'order')
    .map(({ id }) => [id, placed(fields[id] ?? {})] as const);
  return { ...answers, ...Object.fromEntries(sequences) };
}

export function readQuizForm(questions: Question[], form: FormData): PostedQuiz {
  const answers: Answers = {};
  const fields: PostedQuiz['fields'] = {};
  for (const question of questions) {
    if (hasFields(question)) {
      const given = fieldsOf(question, form);
      fields[question.id] = given;
      answers[question.id] = question.kind === 'order' ? inSequence(given) : paired(given);
    } else {
      const values = form.getAll(questionFieldName(question));
      answers[question.id] = values.filter((value): value is string => typeof value === 'string');
    }
  }
  return { attemptId: String(form.get('attempt') ?? ''), answers, fields };
}
