import type { PublishedStep } from '#app/domain/publishing/library.ts';

/** One completion of a module, with the edition it is pinned to. */
export type Done = {
  versionId: string;
  language: string;
  number: number;
  completedOn: string;
  /** In the form in which it is stored. */
  completedAt: string;
};

export type Asked = { from: string; editions: PublishedStep[] };

/** The newest day, up to today, from which a module was to be read again, in whatever language it was published. */
export function askedAgain(history: PublishedStep[], today: string): Asked | null {
  const from = history
    .map(({ materialFrom }) => materialFrom ?? '')
    .filter((day) => day <= today)
    .reduce((newest, day) => (day > newest ? day : newest), '');
  return from ? { from, editions: history.filter(({ materialFrom }) => materialFrom === from) } : null;
}

/**
 * Which completions count today. No row is ever changed or taken away for it; the answer follows from the rows.
 *
 * A completion of a module counts on a day when, of all publications of the module that are not withdrawn, in any
 * language, none is a material change in force by that day; or else, with the newest `materialFrom` up to that day,
 * when it was completed on that day or later, or is of the very edition so published or a newer one in its language.
 * A module is current for a person when one of their completions counts, and *again* when they have some and none does.
 *
 * A material change of a course as a whole asks for each of its modules again, and no edition of theirs answers it: only
 * what is completed on that day or later.
 *
 * A course is *again* when it was completed and one of its modules is. Its own completion stands as long as every module
 * that was done by then is still current by what was done by then; when it no longer stands and all modules are
 * current, the round is over and the course is completed anew, once. A module that is added to a course opens no round.
 */
export function countsToday(history: PublishedStep[], done: Done, today: string): boolean {
  const asked = askedAgain(history, today);
  if (!asked || done.completedOn >= asked.from) return true;
  return asked.editions.some(({ language, number }) => language === done.language && done.number >= number);
}

export type Standing = 'open' | 'current' | 'again';

export function standingOf(history: PublishedStep[], done: Done[], today: string): Standing {
  if (done.length === 0) return 'open';
  return done.some((one) => countsToday(history, one, today)) ? 'current' : 'again';
}

/** Whether a course that was completed at a moment has not been asked for again since. */
export function courseStands(
  modules: { history: PublishedStep[]; done: Done[] }[],
  completedAt: string,
  today: string,
): boolean {
  return modules.every(({ history, done }) => {
    const byThen = done.filter((one) => one.completedAt <= completedAt);
    return standingOf(history, byThen, today) !== 'again';
  });
}
