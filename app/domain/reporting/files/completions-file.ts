import type { Department } from '#app/domain/people/department.ts';
import type { CompletionRow, CompletionsFilters, CourseState } from '../completions-report.ts';

export const completionsFileKinds = ['csv', 'xlsx'] as const;

export type CompletionsFileKind = (typeof completionsFileKinds)[number];

export const completionsColumns = [
  'name',
  'number',
  'job',
  'department',
  'path',
  'site',
  'course',
  'state',
  'modulesDone',
  'modulesTotal',
  'begun',
  'completed',
  'editions',
  'source',
] as const;

/** `score` only where the company lets HR see them. */
export type CompletionsColumn = (typeof completionsColumns)[number] | 'score';

/** All words that stand in the file: it is made where there are none. */
export type FileWords = {
  sheet: string;
  header: Record<CompletionsColumn, string>;
  states: Record<CourseState, string>;
  sources: Record<string, string>;
};

export type CompletionsFileWanted = {
  kind: CompletionsFileKind;
  filters: CompletionsFilters;
  showScores: boolean;
  words: FileWords;
};

/** How many letters each column shows. */
export const columnWidths: Record<CompletionsColumn, number> = {
  name: 28,
  number: 12,
  job: 24,
  department: 24,
  path: 36,
  site: 16,
  course: 36,
  state: 14,
  modulesDone: 13,
  modulesTotal: 13,
  begun: 12,
  completed: 12,
  editions: 10,
  source: 14,
  score: 14,
};

export const dateColumns: CompletionsColumn[] = ['begun', 'completed'];

/** The columns of one row; dates as ISO writes them. */
export function completionRecord(
  row: CompletionRow,
  paths: Map<string, string>,
  words: FileWords,
  scores: string | null,
): (string | number | null)[] {
  return [
    row.name,
    row.employeeNumber,
    row.jobTitle,
    row.department,
    paths.get(row.departmentId) ?? row.department,
    row.site,
    row.course,
    words.states[row.state],
    row.modulesDone,
    row.modulesTotal,
    row.begunOn,
    row.completedOn,
    row.editions.join(', '),
    row.sources.map((source) => words.sources[source] ?? source).join(', '),
    ...(scores === null ? [] : [scores]),
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
