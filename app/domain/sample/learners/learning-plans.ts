import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { functionOf } from '#app/domain/people/department.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import type { Span } from '../calendar.ts';
import { diceFrom } from '../dice.ts';
import type { SampleData } from '../sample-data.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { CourseTexts, ModuleText } from './read-course-texts.work.server.ts';
import { dealFates } from './fates.ts';
import type { Appointment } from './timetable.ts';
import { timetableOf, timetableOfAda, timetableOfEarly } from './timetable.ts';

/** One person's way through one course. */
export type LearningPlan = {
  member: StaffMember;
  /** The course's modules, in the edition that this person reads. */
  texts: ModuleText[];
  appointments: Appointment[];
  seed: number;
};

type Company = { data: SampleData; staff: StaffMember[]; span: Span };

/** Working through a module takes some twenty milliseconds, and opening the sample must not take long. */
const appointmentsAtMost = 200;

export function functionOfMember({ departments }: SampleData, member: StaffMember): string | null {
  const tree = departments.map(({ key, name, function: functionId = null, under = null }) => {
    return { id: key, name, function: functionId, parentId: under, headId: null };
  });
  return functionOf(tree, member.department);
}

function plansFor(
  course: LibraryCourse,
  { texts }: CourseTexts,
  learners: StaffMember[],
  span: Span,
  adaStopsHere: boolean,
) {
  const fates = dealFates(learners.length, diceFrom(3));
  return learners.map((member, index): LearningPlan => {
    const own = course.modules.map((module) => texts.get(editionFor(module, member.language).versionId)!);
    const outline = { partCounts: own.map(({ tree }) => readingParts(tree).length) };
    const seed = 1000 + index;
    const draw = () => {
      if (member.key === 'ada' && adaStopsHere) return timetableOfAda(outline, span);
      if (member.key === 'ada' || member.key === 'ben') return timetableOfEarly(outline, span);
      return timetableOf(member, outline, fates[index]!, span, diceFrom(seed));
    };
    return { member, texts: own, appointments: draw(), seed };
  });
}

/** How those whom the courses are meant for went through them; the cast and the colleagues of Ada before all others. */
export function planLearning({ data, staff, span }: Company, courseTexts: CourseTexts): LearningPlan[] {
  const functions = new Map(staff.map((member) => [member.key, functionOfMember(data, member)]));
  const hers = courseTexts.courses.filter((course) => isMeantFor(course, functions.get('ada') ?? null));
  // That of her own work, where there is one: it is what her head and her colleagues see of her.
  const adasCourse = hers.find(({ audience }) => audience !== 'everyone') ?? hers[0];
  const plans = courseTexts.courses.flatMap((course) => {
    const learners = staff.filter(({ key }) => isMeantFor(course, functions.get(key) ?? null));
    const adasOwn = course === adasCourse;
    const turn = ({ member }: LearningPlan) => (member.isCast ? 0 : adasOwn ? 1 : 2);
    return plansFor(course, courseTexts, learners, span, adasOwn).map((plan) => ({ plan, turn: turn(plan) }));
  });
  const inTurn = diceFrom(4)
    .shuffle(plans)
    .toSorted((a, b) => a.turn - b.turn);
  let left = appointmentsAtMost;
  return inTurn.flatMap(({ plan }) => {
    if (plan.appointments.length > left) return [];
    left -= plan.appointments.length;
    return plan;
  });
}
