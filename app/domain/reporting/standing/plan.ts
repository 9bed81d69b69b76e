import { dayNumber } from '../roster/pack-person.ts';
import type { Roster } from '../roster/roster.ts';

/** A publication that asks everybody to read a module again from a day. */
export type MaterialChange = { documentId: string; from: string; language: string; number: number };

/** Of a module with a material change: who is current. */
type Current = { document: number; from: number; editions: Map<string, number> };

/** What one course asks for, in the numbers of the roster. A module looked at by itself is a course of one. */
export type PlannedCourse = {
  /** Among those of the plan. */
  index: number;
  courseId: string;
  moduleIds: string[];
  /** Empty for most courses. */
  again: Current[];
};

export type Plan = {
  courses: PlannedCourse[];
  indexes: Map<string, number>;
  /** By the number of the document: the courses that it completes, and those that it is a part of. */
  completes: (number[] | undefined)[];
  begins: (number[] | undefined)[];
};

function add(lists: (number[] | undefined)[], document: number, course: number): void {
  const list = (lists[document] ??= []);
  if (!list.includes(course)) list.push(course);
}

function changesOf(moduleIds: string[], changes: MaterialChange[], roster: Roster): Current[] {
  const newest = new Map<string, Current>();
  for (const { documentId, from, language, number } of changes) {
    if (!moduleIds.includes(documentId)) continue;
    const day = dayNumber(from);
    const known = newest.get(documentId);
    if (known && known.from > day) continue;
    const editions = known?.from === day ? known.editions : new Map<string, number>();
    // Of several on one day any will do.
    editions.set(language, Math.min(number, editions.get(language) ?? number));
    newest.set(documentId, { document: roster.documents.numberOf(documentId), from: day, editions });
  }
  return [...newest.values()];
}

export type CourseModules = { courseId: string; moduleIds: string[] };

/** Which documents belong to which courses, and what has to be read again. */
export function makePlan(courses: CourseModules[], changes: MaterialChange[], roster: Roster): Plan {
  const plan: Plan = { courses: [], indexes: new Map(), completes: [], begins: [] };
  for (const [index, { courseId, moduleIds }] of courses.entries()) {
    plan.courses.push({ index, courseId, moduleIds, again: changesOf(moduleIds, changes, roster) });
    plan.indexes.set(courseId, index);
    add(plan.completes, roster.documents.numberOf(courseId), index);
    for (const id of moduleIds) add(plan.begins, roster.documents.numberOf(id), index);
  }
  return plan;
}
