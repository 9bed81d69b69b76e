import { system } from '#app/domain/actor/actor.ts';
import { staffedDepartments } from '#app/domain/culture/huddles/huddle-people-reads.server.ts';
import { plannedDepartments, sheetsHad } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { planHuddle, type PlanHuddle } from '#app/domain/culture/huddles/plan-huddle.server.ts';
import { rankSheets } from '#app/domain/culture/huddles/rank-sheets.ts';
import { publishedSheets } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { weeksToPlan } from '#app/domain/culture/huddles/week.ts';
import { wrongLately } from '#app/domain/learning/quizzes/wrong-lately-reads.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

/** So many share a transaction; who writes in between does not wait for all of them. */
const atATime = 50;

type Missing = { departmentId: string; timeZone: string };

/** By week: the departments where people work that have no sheet for it yet, each by its own clock. */
async function whatIsMissing(): Promise<Map<string, Missing[]>> {
  const staffed = await staffedDepartments(reader, await companyToday(reader));
  const weeks = new Map<string, Missing[]>();
  for (const { id: departmentId } of await readDepartments(reader)) {
    const timeZone = staffed.get(departmentId);
    if (!timeZone) continue;
    for (const mondayOn of weeksToPlan(dateIn(timeZone)))
      weeks.set(mondayOn, [...(weeks.get(mondayOn) ?? []), { departmentId, timeZone }]);
  }
  for (const [mondayOn, departments] of weeks) {
    const planned = await plannedDepartments(reader, mondayOn);
    weeks.set(
      mondayOn,
      departments.filter(({ departmentId }) => !planned.has(departmentId)),
    );
  }
  return weeks;
}

/** What a stopped server missed is made up for the week that it is, and for none before. */
export async function planHuddles(): Promise<void> {
  const weeks = [...(await whatIsMissing())].filter(([, departments]) => departments.length > 0);
  // The earlier week first: what it is given, the next one knows of.
  for (const [mondayOn, departments] of weeks.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await planWeek(mondayOn, departments);
  }
}

async function planWeek(mondayOn: string, departments: Missing[]): Promise<void> {
  const sheets = await publishedSheets(reader);
  const ids = departments.map(({ departmentId }) => departmentId);
  const had = await sheetsHad(reader, ids, mondayOn);
  const wrong = await wrongLately(reader, ids, sheets);
  const all = await readDepartments(reader);
  const plans = departments.flatMap(({ departmentId, timeZone }): PlanHuddle[] => {
    const theirs = {
      function: functionOf(all, departmentId),
      lastOn: had.get(departmentId) ?? new Map<string, string>(),
      wrong: wrong.get(departmentId) ?? new Map<string, number>(),
    };
    const first = rankSheets(sheets, theirs, mondayOn)[0];
    return first ? [{ departmentId, mondayOn, timeZone, documentId: first.sheet.documentId }] : [];
  });
  for (let from = 0; from < plans.length; from += atATime) {
    await transact(async (tx) => {
      for (const plan of plans.slice(from, from + atATime)) await planHuddle(tx, system, plan);
    });
  }
}
