import type { CompletionRow } from '../completions-report.ts';

/** A course that is meant for somebody, with how they stand in it. */
export type PersonCourse = Pick<
  CompletionRow,
  | 'courseId'
  | 'course'
  | 'state'
  | 'modulesDone'
  | 'modulesTotal'
  | 'begunOn'
  | 'completedOn'
  | 'editions'
  | 'languages'
  | 'sources'
>;

export type PersonCompletion = {
  id: string;
  kind: 'course' | 'module';
  title: string;
  completedOn: string;
  edition: number;
  language: string;
  source: string;
};

/** A try that was handed in; what was answered stays with whoever answered. */
export type PersonTry = {
  id: string;
  module: string;
  edition: number;
  number: number;
  submittedOn: string;
  passed: boolean;
  /** Whole percent; only where the company lets HR see it. */
  score: number | null;
};

export type PersonLearning = {
  /** At the end of which day. */
  day: string;
  isPast: boolean;
  /** Empty on a day on which they did not work here. */
  courses: PersonCourse[];
  /** The newest first. */
  completions: PersonCompletion[];
  tries: PersonTry[];
};
