import type { CourseState } from '#app/domain/reporting/completions-report.ts';
import { courseStates } from '#app/domain/reporting/completions-report.ts';
import type { FileWords } from '#app/domain/reporting/files/completions-file.ts';
import * as m from '#app/messages/generated/messages.js';
import { sourceWords, stateWords } from '../words.ts';

/** What the file says, as texts: it is made where the words are not known. */
export function fileWords(): FileWords {
  return {
    sheet: m.hr_completions_sheet(),
    header: {
      name: m.hr_column_name(),
      number: m.hr_column_number(),
      job: m.hr_column_job(),
      department: m.hr_column_department(),
      path: m.hr_column_department_path(),
      site: m.hr_column_site(),
      course: m.hr_column_course(),
      state: m.hr_column_state(),
      modulesDone: m.hr_column_modules_done(),
      modulesTotal: m.hr_column_modules_total(),
      begun: m.hr_column_begun(),
      completed: m.hr_column_completed(),
      editions: m.hr_column_editions(),
      source: m.hr_column_source(),
      score: m.admin_scores_column(),
    },
    states: Object.fromEntries(courseStates.map((state) => [state, stateWords[state]()])) as Record<
      CourseState,
      string
    >,
    sources: Object.fromEntries(Object.entries(sourceWords).map(([source, word]) => [source, word()])),
  };
}
