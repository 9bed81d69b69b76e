import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import type { Library, LibraryCourse } from '#app/domain/publishing/library.ts';

/** Whether a course is meant for people of a function; null is a department that has none. */
export function isMeantFor(course: Pick<LibraryCourse, 'audience'>, functionId: string | null): boolean {
  return course.audience === 'everyone' || (functionId !== null && course.audience.includes(functionId));
}

/** Editors see every course, since they keep the texts; all others those that are meant for them. */
export function coursesFor(library: Library, actor: PersonActor): LibraryCourse[] {
  return library.courses.filter((course) => isMeantFor(course, actor.function) || hasRole(actor, 'editor'));
}
