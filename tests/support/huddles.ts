import { Temporal } from 'temporal-polyfill';
import { chooseSheet } from '#app/domain/culture/huddles/choose-sheet.server.ts';
import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import { planHuddle } from '#app/domain/culture/huddles/plan-huddle.server.ts';
import { settleHuddle } from '#app/domain/culture/huddles/settle-huddle.server.ts';
import { publishedSheets } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { mondayOf } from '#app/domain/culture/huddles/week.ts';
import { system } from '#app/domain/actor/actor.ts';
import { dateIn, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { actorOf, done } from './staff.ts';

/** The source of a sheet about a case; `more` is for its head, such as a function or what it refreshes. */
export function sheetSource(title: string, caseId: string, more = ''): string {
  return `---\ntitle: ${title}\nlanguage: en\n${more}---\n\n<CaseFrom case="${caseId}" />

<Ask>What would you say to ${title}?</Ask>

<Answer>I will ask.</Answer>

<Answer>Not my desk.</Answer>

<Say>Begin it yourself.</Say>
`;
}

/** Noon of a day where the tests' company is. */
export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

export async function planFor(departmentId: string, mondayOn: string): Promise<string> {
  const { documentId } = (await publishedSheets(reader))[0]!;
  const wanted = { departmentId, mondayOn, timeZone: 'UTC', documentId };
  return (await done(transact((tx) => planHuddle(tx, system, wanted)))).huddleId;
}

/** The week before this one, from its plan to its end: another sheet was chosen, and it was held on the Monday. */
export async function holdLastWeeks(departmentId: string, headId: string, people: string[]): Promise<string> {
  const monday = Temporal.PlainDate.from(mondayOf(dateIn('UTC'))).subtract({ days: 7 });
  const huddleId = await planFor(departmentId, monday.toString());
  const head = await actorOf(headId);
  const { documentId } = (await publishedSheets(reader)).at(-1)!;
  await underClock(noonOf(monday.toString()), async () => {
    await done(transact((tx) => chooseSheet(tx, head, { huddleId, documentId })));
    const held = { huddleId, heldOn: monday.toString(), people };
    await done(transact((tx) => holdHuddle(tx, head, held)));
  });
  await underClock(noonOf(monday.add({ days: 1 }).toString()), () =>
    done(transact((tx) => settleHuddle(tx, system, { huddleId }))),
  );
  return huddleId;
}
