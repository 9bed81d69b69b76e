import type { PersonLearning } from '#app/domain/reporting/people/person-learning.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatDay, formatShortDay } from '#app/platform/locale/format.ts';
import { sourcesInWords } from '../../words.ts';

/** What somebody has learned, in the words of the page. */
export function showLearning({ day, isPast, courses, completions, tries }: PersonLearning, locale: string) {
  const short = (date: string | null) => date && formatShortDay(date, locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const language = (code: string) => names.of(code) ?? code;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    past: isPast ? formatDay(day, locale) : null,
    courses: courses.map(({ begunOn, completedOn, editions, languages, sources, ...course }) => ({
      ...course,
      begun: short(begunOn),
      completed: short(completedOn),
      editions: editions.join(', '),
      languages: languages.map(language).join(', '),
      how: sourcesInWords(sources),
    })),
    completions: completions.map(({ id, kind, title, completedOn, edition, language: code, source }) => ({
      id,
      what: kind === 'course' ? m.hr_learning_course_of({ title }) : title,
      completed: formatShortDay(completedOn, locale),
      edition: String(edition),
      language: language(code),
      how: sourcesInWords([source]),
    })),
    tries: tries.map(({ id, module, edition, number, submittedOn, passed, score }) => ({
      id,
      module,
      edition: String(edition),
      number: String(number),
      submitted: formatShortDay(submittedOn, locale),
      passed,
      score: score === null ? null : percent.format(score / 100),
    })),
  };
}

export type ShownLearning = ReturnType<typeof showLearning>;
