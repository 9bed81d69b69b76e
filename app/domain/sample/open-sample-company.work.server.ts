import { system } from '#app/domain/actor/actor.ts';
import type { PasswordHash } from '#app/domain/access/passwords/credential.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { dateIn, moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { Span } from './calendar.ts';
import { addDays, instantAt, spanUpTo } from './calendar.ts';
import { posterDeeds } from './culture/poster-deeds.work.server.ts';
import { mailingDeeds } from './culture/mailing-deeds.work.server.ts';
import { huddleDeeds } from './culture/huddle-deeds.work.server.ts';
import { talkDeeds } from './culture/talk-deeds.work.server.ts';
import { publishingDeeds } from './culture/publishing-deeds.work.server.ts';
import { readingDeeds } from './culture/reading-deeds.work.server.ts';
import { finishSample } from './finish-sample.server.ts';
import type { KnownIds } from './known-ids.ts';
import { actorsOf, idOf, noIdsYet } from './known-ids.ts';
import { readCourseTexts } from './learners/read-course-texts.work.server.ts';
import { learningDeeds } from './learners/learning-deeds.work.server.ts';
import { planLearning } from './learners/learning-plans.ts';
import { seenDeeds } from './learners/seen-deeds.work.server.ts';
import { liveThrough } from './live-through.work.server.ts';
import { readSampleData } from './read-sample-data.work.server.ts';
import type { SampleData } from './sample-data.ts';
import { castDeeds } from './staff/cast-deeds.work.server.ts';
import { foundingStaffDeeds } from './staff/founding-staff-deeds.work.server.ts';
import { laterStaffDeeds } from './staff/later-staff-deeds.work.server.ts';
import type { StaffMember } from './staff/staff.ts';
import { planStaff } from './staff/staff.ts';
import { openingDay } from './staff/terms.ts';
import { structureDeeds } from './structure-deeds.work.server.ts';

type OpenSampleCompany = {
  /** The one password of the whole cast. */
  password: string;
  contentRoot: string;
  /** A calendar date; what happened, happened before it. */
  today?: string;
};

type Plan = { data: SampleData; span: Span; staff: StaffMember[] };

function memberNamed(staff: StaffMember[], key: string): StaffMember {
  const member = staff.find((candidate) => candidate.key === key);
  if (!member) throw new Error(`Nobody is called "${key}" in the sample company.`);
  return member;
}

function castIds(staff: StaffMember[], known: KnownIds): string[] {
  return staff.filter(({ isCast }) => isCast).map(({ key }) => idOf(known.people, key));
}

async function hashForCast(staff: StaffMember[], password: string): Promise<Map<string, PasswordHash>> {
  const keys = staff.filter(({ isCast }) => isCast).map(({ key }) => key);
  return new Map(await Promise.all(keys.map(async (key) => [key, await hashPassword(password)] as const)));
}

async function liveFourteenMonths(
  { data, span, staff }: Plan,
  hashes: Map<string, PasswordHash>,
  contentRoot: string,
): Promise<void> {
  const { timeZone } = data.company;
  const known = noIdsYet();
  /** The first morning has its business one thing after the other, ten seconds each. */
  const onFirstDayFrom = (hour: number) => (index: number) =>
    instantAt(span.first, hour * 60 + index / 6, timeZone);
  const staffing = { data, staff, known, first: span.first };

  await liveThrough([
    ...structureDeeds({ data, known, openedOn: openingDay(span.first), momentOf: onFirstDayFrom(7) }),
    ...foundingStaffDeeds({ ...staffing, momentOf: onFirstDayFrom(8) }),
  ]);
  const actorOf = actorsOf(data, staff, known);
  const hashOf = ({ key }: StaffMember) => hashes.get(key)!;
  await liveThrough(castDeeds({ staff, known, actorOf, hashOf, momentOf: onFirstDayFrom(10) }));
  moveClock(instantAt(span.first, 11 * 60, timeZone));
  await importContent(system, contentRoot);

  const plans = planLearning({ data, staff, span }, await readCourseTexts());
  const hr = () => actorOf(memberNamed(staff, 'chidi'));
  const editor = () => actorOf(memberNamed(staff, 'dana'));
  const lookedAt = instantAt(addDays(span.today, -45), 15 * 60, timeZone);
  await liveThrough([
    ...laterStaffDeeds({ ...staffing, hr }),
    ...learningDeeds({ data, span, plans, actorOf }),
    ...(await publishingDeeds({ span, timeZone, editor })),
    ...(await posterDeeds({ span, timeZone, known, editor, head: () => actorOf(memberNamed(staff, 'ben')) })),
    ...mailingDeeds({ span, timeZone, editor, cast: () => castIds(staff, known) }),
    ...huddleDeeds({ data, span, staff, known, actorOf }),
    ...readingDeeds({ span, timeZone, cast: () => castIds(staff, known) }),
    ...talkDeeds({ span, staff, actorOf }),
    ...seenDeeds({ keys: ['ada', 'ben'], known, at: lookedAt }),
  ]);
  await transact((tx) => finishSample(tx, system));
}

/** Harbour & Pine: fourteen months of a company's life, by the verbs that real people would have used. */
export async function openSampleCompany({ password, contentRoot, today }: OpenSampleCompany): Promise<void> {
  const data = await readSampleData();
  const span = spanUpTo(today ?? dateIn(data.company.timeZone));
  const staff = planStaff(data, span);
  const hashes = await hashForCast(staff, password);
  const firstMorning = instantAt(span.first, 7 * 60, data.company.timeZone);
  await underClock(firstMorning, () => liveFourteenMonths({ data, span, staff }, hashes, contentRoot));
}
