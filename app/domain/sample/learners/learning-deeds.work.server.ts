import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Outcome } from '#app/domain/learning/commitments/outcome.ts';
import type { Span } from '../calendar.ts';
import { addDays, instantAt } from '../calendar.ts';
import type { Dice } from '../dice.ts';
import { diceFrom } from '../dice.ts';
import type { Deed } from '../deed.ts';
import type { SampleData } from '../sample-data.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { LearningPlan } from './learning-plans.ts';
import { functionOfMember } from './learning-plans.ts';
import { lessonDeeds } from './lesson-deeds.work.server.ts';
import { stepsOf } from './sitting.ts';

type Learning = {
  data: SampleData;
  span: Span;
  plans: LearningPlan[];
  actorOf: (member: StaffMember) => PersonActor;
};

const answers: Outcome[] = ['done', 'partly', 'done', 'not-yet', 'done'];

/** How it went two weeks later, where there was time for it. Ada has not said yet, so that Today asks her. */
function answerOf(member: StaffMember, day: string, { last }: Span, turn: number): Outcome | null {
  const until = member.leftOn && member.leftOn < last ? member.leftOn : last;
  return member.key === 'ada' || addDays(day, 16) > until ? null : answers[turn % answers.length]!;
}

/** In the paid hours of the department, early enough to come to an end within them. */
function startingMinute(member: StaffMember, data: SampleData, dice: Dice): number {
  const from = data.departments.find(({ key }) => key === member.department)?.from ?? 8;
  return from * 60 + dice.between(20, 6 * 60);
}

/** Every sitting of every plan. */
export function learningDeeds({ data, span, plans, actorOf }: Learning): Deed[] {
  return plans.flatMap(({ member, texts, appointments, seed }) => {
    const dice = diceFrom(seed);
    const timeZone = data.company.sites.find(({ key }) => key === member.site)?.timeZone ?? 'UTC';
    const promises = data.commitments[functionOfMember(data, member) ?? ''];
    return appointments.flatMap(({ module, day, ...sitting }) => {
      const text = texts[module]!;
      const start = startingMinute(member, data, dice);
      return lessonDeeds({
        text,
        steps: stepsOf(text, { ...sitting, tells: answerOf(member, day, span, seed + module) }, dice),
        actorOf: () => actorOf(member),
        promise: promises ? dice.pick(promises) : null,
        instantOf: (minute) => instantAt(day, start + minute, timeZone),
      });
    });
  });
}
