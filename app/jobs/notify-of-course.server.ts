import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { giveNotice } from '#app/domain/notifications/give-notice.server.ts';
import { headOfPerson } from '#app/domain/people/head-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** A completed course is told to the person and to their head. */
export async function notifyOfCourse(
  tx: Tx,
  eventSeq: number,
  facts: EventFacts<'course.completed'>,
): Promise<void> {
  const { personId, documentId } = facts;
  const about = { personId, documentId };
  await giveNotice(tx, system, { personId, kind: 'my-course-completed', facts: about, eventSeq });
  const headId = await headOfPerson(tx, personId);
  if (headId)
    await giveNotice(tx, system, {
      personId: headId,
      kind: 'report-course-completed',
      facts: about,
      eventSeq,
    });
}
