import { courseStates } from '../completions-report.ts';
import type { CompletionSource } from '#app/domain/learning/completions/completion-source.ts';
import type { MeantPair } from '../meant-for.ts';
import type { PackedPerson, Roster } from '../roster/roster.ts';
import { standsOf } from './kept-stands.ts';
import type { Lines } from './lines.ts';
import type { Plan } from './plan.ts';
import type { DayEnd, Stands } from './stand.ts';
import { isDoneBy } from './row-facts.ts';
import type { Workplaces } from './workplaces.ts';
import { workplacesOn } from './workplaces.ts';

export type Scan = {
  roster: Roster;
  plan: Plan;
  end: DayEnd;
  /** Which courses concern whom; of a department without any, nobody is looked at. */
  pairs: MeantPair[];
  words: string[];
  /** Who may not see e-mail addresses and numbers does not find anybody by them either. */
  searchIn: 'everything' | 'names';
  /** All but this one. */
  except?: string;
  /** Only lines of which something was completed that way; '' is any way or none. */
  how?: CompletionSource | '';
};

/** How many stand where: a number for each state of each course, by the number of the department. */
export class Counts {
  readonly #counts = new Map<number, Int32Array>();
  readonly #courses: number;

  constructor(courses: number) {
    this.#courses = courses;
  }

  room(department: number): Int32Array {
    const known = this.#counts.get(department);
    if (known) return known;
    const room = new Int32Array(this.#courses * courseStates.length);
    this.#counts.set(department, room);
    return room;
  }

  of(department: number, course: number): number[] {
    const from = course * courseStates.length;
    const own = this.#counts.get(department);
    return courseStates.map((_, state) => own?.[from + state] ?? 0);
  }

  departments(): number[] {
    return [...this.#counts.keys()];
  }
}

/** By the number of the department: the indexes of its courses, in the order of their titles. */
export function coursesByDepartment({ roster, plan, pairs }: Pick<Scan, 'roster' | 'plan' | 'pairs'>) {
  const courses: (number[] | undefined)[] = [];
  for (const { courseId, departmentId } of pairs) {
    (courses[roster.departments.numberOf(departmentId)] ??= []).push(plan.indexes.get(courseId)!);
  }
  return courses;
}

function isFound(person: PackedPerson, { words, searchIn, except }: Scan): boolean {
  if (person.id === except) return false;
  const text = searchIn === 'names' ? person.sortKey : person.searchKey;
  return words.every((word) => text.includes(word));
}

/** What a look at anybody needs, made once. */
export type Ground = {
  stands: Stands;
  courses: (number[] | undefined)[];
  workplaces: Workplaces;
  counts: Counts;
};

export function groundOf(scan: Scan): Ground {
  const { roster, plan, end } = scan;
  const stands = standsOf(roster, plan, end);
  return {
    stands,
    courses: coursesByDepartment(scan),
    workplaces: workplacesOn(roster, end.day),
    counts: new Counts(stands.courses),
  };
}

/**
 * Looks at everybody once, or at those from one place to, and without, another. Every line is counted; where lines are
 * asked for, those of one state are added to them, or all.
 */
export function scanPeople(
  scan: Scan,
  kept?: { state: number | 'all'; lines: Lines },
  ground = groundOf(scan),
  { from, to } = { from: 0, to: scan.roster.people.length },
): Counts {
  const { plan } = scan;
  const { people } = scan.roster;
  const { stands, workplaces, counts } = ground;
  const { states, completedOn, courses } = stands;
  const asksNobody = scan.words.length === 0 && scan.except === undefined;
  for (let index = from; index < to; index += 1) {
    const department = workplaces.department[index]!;
    const own = department === -1 ? undefined : ground.courses[department];
    if (!own || !(asksNobody || isFound(people[index]!, scan))) continue;
    const base = workplaces.slot[index]! * courses;
    const room = counts.room(department);
    for (const course of own) {
      if (scan.how && !isDoneBy(scan.how, people[index]!, plan.courses[course]!, scan)) continue;
      const state = states[base + course]!;
      room[course * courseStates.length + state]! += 1;
      if (kept?.state === state || kept?.state === 'all')
        kept.lines.add(index, course, department, state, completedOn[base + course]!);
    }
  }
  return counts;
}
