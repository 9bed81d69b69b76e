import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { giveNotice } from '#app/domain/notifications/give-notice.server.ts';
import { headOfPerson } from '#app/domain/people/head-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/**
 * The notices that the worker would give of a course just completed, to the person and to their head. The worker
 * starts where the history ends, so here they are given on the spot; where no course was completed, none is.
 */
export async function tellOfCourse(tx: Tx, personId: string): Promise<void> {
  const last = await tx.event.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, name: true, facts: true },
  });
  if (last?.name !== 'course.completed' || last.facts === null) return;
  const { documentId } = JSON.parse(last.facts) as EventFacts<'course.completed'>;
  const about = { facts: { personId, documentId }, eventSeq: last.seq };
  await giveNotice(tx, system, { personId, kind: 'my-course-completed', ...about });
  const headId = await headOfPerson(tx, personId);
  if (headId) await giveNotice(tx, system, { personId: headId, kind: 'report-course-completed', ...about });
}
