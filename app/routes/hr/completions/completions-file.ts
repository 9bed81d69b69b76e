import type { Department } from '#app/domain/people/department.ts';
import type { CompletionRow } from '#app/domain/reporting/completions-report.ts';
import type { ScoresOf } from '#app/domain/reporting/score-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { sourcesInWords, stateWords } from '../words.ts';

export function completionsHeader(showScores: boolean): string[] {
  return [
    m.hr_column_name(),
    m.hr_column_number(),
    m.hr_column_job(),
    m.hr_column_department(),
    m.hr_column_department_path(),
    m.hr_column_site(),
    m.hr_column_course(),
    m.hr_column_state(),
    m.hr_column_modules_done(),
    m.hr_column_modules_total(),
    m.hr_column_begun(),
    m.hr_column_completed(),
    m.hr_column_editions(),
    m.hr_column_source(),
    ...(showScores ? [m.admin_scores_column()] : []),
  ];
}

/** The same columns of one row; dates as a program reads them. */
export function completionRecord(
  row: CompletionRow,
  paths: Map<string, string>,
  scores: ScoresOf | null,
): (string | number | null)[] {
  return [
    row.name,
    row.employeeNumber,
    row.jobTitle,
    row.department,
    paths.get(row.departmentId) ?? row.department,
    row.site,
    row.course,
    stateWords[row.state](),
    row.modulesDone,
    row.modulesTotal,
    row.begunOn,
    row.completedOn,
    row.editions.join(', '),
    sourcesInWords(row.sources),
    ...(scores ? [scores(row)] : []),
  ];
}

/** From the top down: `Operations / Shipping`. */
export function departmentPaths(departments: Department[]): Map<string, string> {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const path = ({ name, parentId }: Department): string => {
    const parent = parentId ? byId.get(parentId) : undefined;
    return parent ? `${path(parent)} / ${name}` : name;
  };
  return new Map(departments.map((department) => [department.id, path(department)]));
}
