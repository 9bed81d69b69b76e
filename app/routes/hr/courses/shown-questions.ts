import { fewestTries, type QuestionShare } from '#app/domain/reporting/questions/question-shares.ts';
import type { ModuleQuestions } from '#app/domain/reporting/questions/question-shares-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';

export type ShownQuestion = {
  key: string;
  text: string;
  language: string;
  /** Null while there are too few tries. */
  right: { share: number; text: string } | null;
  /** What was chosen, one line for each option. */
  wrong: string[];
  /** How often, or why there is nothing to tell. */
  wrongNote: string;
  edition: string;
};

function wrongNote({ right, tries, favourite }: QuestionShare, format: Intl.NumberFormat): string {
  if (right === null) return m.hr_question_few();
  if (favourite)
    return m.hr_question_times({ count: favourite.times, number: format.format(favourite.times) });
  return right === tries ? m.hr_question_all_right() : m.hr_nothing();
}

export function showQuestions(modules: ModuleQuestions[], locale: string) {
  const format = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return modules.map(({ documentId, title, questions }) => ({
    documentId,
    title,
    lead: m.hr_questions_lead({ fewest: format.format(fewestTries) }),
    questions: questions.map((question, index): ShownQuestion => {
      const { text, language, right, tries, favourite, editions } = question;
      const ofTries = (share: number) =>
        m.hr_question_share({ share: percent.format(share), tries: format.format(tries) });
      return {
        key: String(index),
        text,
        language,
        right: right === null ? null : { share: right / tries, text: ofTries(right / tries) },
        wrong: favourite?.options ?? [],
        wrongNote: wrongNote(question, format),
        edition: `${editions.map((edition) => format.format(edition)).join(', ')} · ${languages.of(language) ?? language}`,
      };
    }),
  }));
}
