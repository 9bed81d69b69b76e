import type { PersonActor } from '#app/domain/actor/actor.ts';
import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { functionOf } from '#app/domain/people/department.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import type { Span } from '../calendar.ts';
import { instantAt } from '../calendar.ts';
import type { Dice } from '../dice.ts';
import { diceFrom } from '../dice.ts';
import type { Deed } from '../live-through.work.server.ts';
import type { SampleData } from '../sample-data.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { CourseTexts, ModuleText } from './course-texts.work.server.ts';
import { dealFates } from './fates.ts';
import { lessonDeeds } from './lesson-deeds.work.server.ts';
import { stepsOf } from './sitting.ts';
import type { Appointment } from './timetable.ts';
import { timetableOf, timetableOfAda, timetableOfBen } from './timetable.ts';

export type Learning = {
  data: SampleData;
  staff: StaffMember[];
  span: Span;
  actorOf: (member: StaffMember) => PersonActor;
};

/** A module worked through takes some eight milliseconds; those beyond stay for real people. */
const roundsAtMost = 400;

function functionOfMember(data: SampleData, member: StaffMember): string | null {
  const departments = data.departments.map(({ key, name, function: functionId = null, under = null }) => ({
    id: key, name, function: functionId, parentId: under, headId: null,
  }));
  return functionOf(departments, member.department);
}

function textsFor(course: LibraryCourse, language: string, { texts }: CourseTexts): ModuleText[] {
  return course.modules.map((module) => texts.get(editionFor(module, language).versionId)!);
}

/** In the paid hours of the department, early enough to come to an end within them. */
function startingMinute(member: StaffMember, data: SampleData, dice: Dice): number {
  const from = data.departments.find(({ key }) => key === member.department)?.from ?? 8;
  return from * 60 + dice.between(20, 6 * 60);
}

function deedsOfMember(learning: Learning, member: StaffMember, texts: ModuleText[], appointments: Appointment[], dice: Dice): Deed[] {
  const { data, actorOf } = learning;
  const timeZone = data.company.sites.find(({ key }) => key === member.site)?.timeZone ?? 'UTC';
  const promises = data.commitments[functionOfMember(data, member) ?? ''];
  return appointments.flatMap(({ module, day, ...sitting }) => {
    const text = texts[module]!;
    const start = startingMinute(member, data, dice);
    return lessonDeeds({
      text,
      steps: stepsOf(text, sitting, dice),
      actorOf: () => actorOf(member),
      promise: promises ? dice.pick(promises) : null,
      instantOf: (minute) => instantAt(day, start + minute, timeZone),
    });
  });
}

function courseDeeds(learning: Learning, course: LibraryCourse, allTexts: CourseTexts, learners: StaffMember[], narrowest: boolean): Deed[] {
  const fates = dealFates(learners.length, diceFrom(3));
  return learners.flatMap((member, index) => {
    const texts = textsFor(course, member.language, allTexts);
    const outline = { partCounts: texts.map(({ tree }) => readingParts(tree).length) };
    const dice = diceFrom(1000 + index);
    const { span } = learning;
    const appointments =
      member.key === 'ada' && narrowest ? timetableOfAda(outline, span)
      : member.isCast ? timetableOfBen(outline, span)
      : timetableOf(member, outline, fates[index]!, span, dice);
    return deedsOfMember(learning, member, texts, appointments, dice);
  });
}

/** How the people whom a course is meant for went through it. */
export function learningDeeds(learning: Learning, allTexts: CourseTexts): Deed[] {
  let roundsLeft = roundsAtMost;
  let adaStopped = false;
  return allTexts.courses.flatMap((course) => {
    const meant = learning.staff.filter((member) => isMeantFor(course, functionOfMember(learning.data, member)));
    const castFirst = [...meant].sort((a, b) => Number(b.isCast) - Number(a.isCast));
    const learners = castFirst.slice(0, Math.max(0, Math.floor(roundsLeft / course.modules.length)));
    roundsLeft -= learners.length * course.modules.length;
    const narrowest = !adaStopped && learners.some(({ key }) => key === 'ada');
    adaStopped ||= narrowest;
    return courseDeeds(learning, course, allTexts, learners, narrowest);
  });
}
