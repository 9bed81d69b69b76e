import { castEmail } from '#app/domain/sample/cast.ts';
import { openSampleCompany } from '#app/domain/sample/open-sample-company.work.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from './database.ts';
import { openTestDatabase } from './database.ts';

/** The day on which the tests open the sample company. */
export const today = '2026-03-31';
export const password = 'oak and white, side by side';

export async function openSample(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  configureFileStore(`${database.folder}/files`);
  await openSampleCompany({ password, contentRoot: 'content', today });
  return database;
}

export const onTheDay = <T>(work: () => Promise<T>) => underClock(new Date(`${today}T10:00:00Z`), work);

export async function personOfCast(key: string) {
  return reader.person.findUniqueOrThrow({
    where: { email: castEmail(key) },
    include: { roles: true, placements: { include: { department: true, site: true } }, credentials: true },
  });
}

/** All that two runs on one day must agree in: everything but ids and hashes. */
export async function picture() {
  const people = await reader.person.findMany({
    orderBy: { employeeNumber: 'asc' },
    select: {
      employeeNumber: true,
      name: true,
      email: true,
      language: true,
      employments: { select: { hiredOn: true, leftOn: true } },
      placements: {
        select: {
          fromOn: true,
          jobTitle: true,
          department: { select: { name: true } },
          site: { select: { name: true } },
          manager: { select: { employeeNumber: true } },
        },
      },
      completions: {
        orderBy: [{ completedAt: 'asc' }, { document: { slug: 'asc' } }],
        select: {
          completedAt: true,
          source: true,
          completedOn: true,
          timeZone: true,
          document: { select: { slug: true } },
        },
      },
      attempts: {
        orderBy: { startedAt: 'asc' },
        select: { startedAt: true, submittedAt: true, score: true, answers: true },
      },
      readings: { orderBy: { beganAt: 'asc' }, select: { beganAt: true, part: true, partsRead: true } },
      commitments: { orderBy: { madeAt: 'asc' }, select: { text: true, madeAt: true } },
    },
  });
  const events = await reader.event.findMany({ orderBy: { seq: 'asc' }, select: { name: true, at: true } });
  return { people, events };
}
