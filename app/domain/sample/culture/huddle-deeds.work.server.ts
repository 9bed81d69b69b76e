import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import {
  readHuddlePeople,
  staffedDepartments,
} from '#app/domain/culture/huddles/huddle-people-reads.server.ts';
import { sheetsHad } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { planHuddle } from '#app/domain/culture/huddles/plan-huddle.server.ts';
import { rankSheets } from '#app/domain/culture/huddles/rank-sheets.ts';
import { readRefresher } from '#app/domain/culture/huddles/refresher-reads.server.ts';
import { settleHuddle } from '#app/domain/culture/huddles/settle-huddle.server.ts';
import { publishedSheets } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { mondayOf } from '#app/domain/culture/huddles/week.ts';
import { completeByTalk } from '#app/domain/learning/completions/complete-by-talk.server.ts';
import { wrongLately } from '#app/domain/learning/quizzes/wrong-lately-reads.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { addDays, instantAt, type Span } from '../calendar.ts';
import { granted, type Deed } from '../deed.ts';
import { diceFrom } from '../dice.ts';
import { idOf, type KnownIds } from '../known-ids.ts';
import { tellOfLastCourse } from '../learners/tell-of-last-course.work.server.ts';
import type { SampleData } from '../sample-data.ts';
import type { StaffMember } from '../staff/staff.ts';

type Huddling = {
  data: SampleData;
  span: Span;
  staff: StaffMember[];
  known: KnownIds;
  actorOf: (member: StaffMember) => PersonActor;
};

/** Those who took it up first; all others have had it for two weeks. */
const early = ['shipping', 'shipping-night', 'returns', 'customer-service', 'sales'];
const earlyWeeks = 8;
const lateWeeks = 2;

/** Monday's five minutes over the last two months, up to last week; this week's is laid out when the program starts. */
export function huddleDeeds({ data, span, staff, known, actorOf }: Huddling): Deed[] {
  const dice = diceFrom(7);
  const thisMonday = mondayOf(span.today);
  const weeks = Array.from({ length: earlyWeeks }, (_, index) => earlyWeeks - index);
  return weeks.flatMap((back) => {
    const monday = addDays(thisMonday, -7 * back);
    const keys = data.departments
      .map(({ key }) => key)
      .filter((key) => back <= lateWeeks || early.includes(key));
    const ids = new Map(keys.map((key) => [key, idOf(known.departments, key)]));
    const plan: Deed = {
      at: instantAt(addDays(monday, -3), 6 * 60, data.company.timeZone),
      act: (tx) => planWeek(tx, [...ids.values()], monday),
    };
    const held = data.departments.flatMap(({ key, from }) => {
      const departmentId = ids.get(key);
      const head = staff.find(({ department, isHead }) => isHead && department === key);
      const [isMissed, absent] = [dice.roll() < 0.12, dice.between(3, 9)];
      if (!departmentId || !head || isMissed || head.hiredOn > monday) return [];
      const { timeZone } = data.company.sites.find((site) => site.key === head.site)!;
      const place = { departmentId, mondayOn: monday };
      return [
        {
          at: instantAt(monday, from * 60 + 12 + dice.between(0, 20), timeZone),
          act: (tx: Tx) => hold(tx, actorOf(head), place, absent),
        },
        // A night shift's Monday ends on Tuesday evening.
        { at: instantAt(addDays(monday, 2), 30, timeZone), act: (tx: Tx) => settle(tx, place) },
      ];
    });
    return [plan, ...held];
  });
}

async function planWeek(tx: Tx, departmentIds: string[], mondayOn: string): Promise<void> {
  const sheets = await publishedSheets(tx);
  const had = await sheetsHad(tx, departmentIds, mondayOn);
  const wrong = await wrongLately(tx, departmentIds, sheets);
  const departments = await readDepartments(tx);
  const zones = await staffedDepartments(tx, mondayOn);
  for (const departmentId of departmentIds) {
    const theirs = {
      function: functionOf(departments, departmentId),
      lastOn: had.get(departmentId) ?? new Map<string, string>(),
      wrong: wrong.get(departmentId) ?? new Map<string, number>(),
    };
    const best = rankSheets(sheets, theirs, mondayOn)[0];
    const timeZone = zones.get(departmentId);
    if (!best || !timeZone) continue;
    const { documentId } = best.sheet;
    granted(await planHuddle(tx, system, { departmentId, mondayOn, timeZone, documentId }));
  }
}

type Place = { departmentId: string; mondayOn: string };

const findId = async (tx: Tx, place: Place) =>
  (await tx.huddle.findUnique({ where: { departmentId_mondayOn: place }, select: { id: true } }))?.id;

/** Everybody whose site works that day, but for one in so many. */
async function hold(tx: Tx, head: PersonActor, place: Place, absent: number): Promise<void> {
  const huddleId = await findId(tx, place);
  const all = await readHuddlePeople(tx, place, place.mondayOn);
  const people = all
    .filter(({ worksThatDay }, index) => worksThatDay && index % absent !== absent - 1)
    .map(({ personId }) => personId);
  if (!huddleId || people.length === 0) return;
  granted(await holdHuddle(tx, head, { huddleId, heldOn: place.mondayOn, people }));
}

/** What the worker would do of it. */
async function settle(tx: Tx, place: Place): Promise<void> {
  const huddleId = await findId(tx, place);
  if (!huddleId || (await tx.huddleHeld.count({ where: { huddleId } })) === 0) return;
  const { heldId } = granted(await settleHuddle(tx, system, { huddleId }));
  const refresher = await readRefresher(tx, heldId);
  if (!refresher) return;
  const { people, ...talk } = refresher;
  for (const personId of people) {
    granted(await completeByTalk(tx, system, { personId, ...talk }));
    await tellOfLastCourse(tx, personId);
  }
}
