import type { CourseOutline, ModuleOutline, OpenReading } from '../courses/course-reads.server.ts';

/** A module with the course it stands in, and its place there, counted from 1. */
export type Placed = { course: CourseOutline; module: ModuleOutline; position: number };

/** Lower comes first: a course that is under way, then one for the reader's own work, then one for everybody. */
function turnOf({ modules, forEveryone }: CourseOutline): number {
  const isUnderWay = modules.some(({ state, begun }) => begun || state !== 'not-started');
  return (isUnderWay ? 0 : 2) + (forEveryone ? 1 : 0);
}

/**
 * All that is left to do, in the order in which Today offers it: what is begun, with what was last read first; what is
 * to be read again; then the courses by turn, each in its own order.
 */
export function nextUp(courses: CourseOutline[], open: OpenReading[]): Placed[] {
  const left = courses
    .filter(({ meantForMe }) => meantForMe)
    .toSorted((a, b) => turnOf(a) - turnOf(b))
    .flatMap((course) => course.modules.map((module, index) => ({ course, module, position: index + 1 })))
    .filter(({ module }) => module.state !== 'completed');
  const begun = open.flatMap(
    ({ documentId }) => left.find(({ module }) => module.documentId === documentId) ?? [],
  );
  const rest = left.filter((one) => !begun.includes(one));
  return [
    ...begun,
    ...rest.filter(({ module }) => module.state === 'again'),
    ...rest.filter(({ module }) => module.state !== 'again'),
  ];
}
