import { system } from '#app/domain/actor/actor.ts';
import { hashPassword } from '#app/domain/access/hash-password.work.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { dateIn, moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import type { Span } from './calendar.ts';
import { instantAt, spanUpTo } from './calendar.ts';
import { actorsOf, noIdsYet } from './known-ids.ts';
import { readCourseTexts } from './learners/course-texts.work.server.ts';
import { learningDeeds } from './learners/learning-deeds.work.server.ts';
import { seenDeeds } from './learners/seen-deeds.work.server.ts';
import { liveThrough } from './live-through.work.server.ts';
import { readSampleData } from './read-sample-data.work.server.ts';
import type { SampleData } from './sample-data.ts';
import { castDeeds } from './staff/cast-deeds.work.server.ts';
import { foundingStaffDeeds, laterStaffDeeds } from './staff/staff-deeds.work.server.ts';
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

/** Harbour & Pine: fourteen months of a company's life, by the verbs that real people would have used. */
export async function openSampleCompany({ password, contentRoot, today }: OpenSampleCompany): Promise<void> {
  const data = await readSampleData();
  const span = spanUpTo(today ?? dateIn(data.company.timeZone));
  const staff = planStaff(data, span);
  const hashes = new Map(
    await Promise.all(
      staff.filter(({ isCast }) => isCast).map(async ({ key }) => [key, await hashPassword(password)] as const),
    ),
  );
  const firstMorning = instantAt(span.first, 7 * 60, data.company.timeZone);
  await underClock(firstMorning, () => liveFourteenMonths(data, span, staff, hashes, contentRoot));
}
