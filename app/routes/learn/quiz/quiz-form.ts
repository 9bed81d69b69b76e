import type { Question } from '#app/domain/publishing/document-tree.ts';
import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';

/** The name of a question's fields; an option that takes a place has its id after a dot. */
export const questionFieldName = (question: Pick<Question, 'id'>) => `q.${question.id}`;

export type PostedQuiz = {
  attemptId: string;
  answers: Answers;
  /** For questions of order, what was chosen as place, by question and option, whether it adds up or not. */
  places: Record<string, Record<string, string>>;
};

function placesOf(question: Question, form: FormData): Record<string, string> {
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

/** What was chosen so far, whether it adds up or not. */
export function readSoFar(questions: Question[], form: FormData): Answers {
  const { answers, places } = readQuizForm(questions, form);
  const sequences = Object.entries(places).map(([id, of]) => [id, placed(of)] as const);
  return { ...answers, ...Object.fromEntries(sequences) };
}

export function readQuizForm(questions: Question[], form: FormData): PostedQuiz {
  const answers: Answers = {};
  const places: PostedQuiz['places'] = {};
  for (const question of questions) {
    if (question.kind === 'order') {
      places[question.id] = placesOf(question, form);
      answers[question.id] = inSequence(places[question.id]!);
    } else {
      const values = form.getAll(questionFieldName(question));
      answers[question.id] = values.filter((value): value is string => typeof value === 'string');
    }
  }
  return { attemptId: String(form.get('attempt') ?? ''), answers, places };
}
