import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { tellOfCourse } from '#app/domain/notifications/tell-of-course.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/**
 * The notices that the worker would give of a course just completed. The worker starts where the history ends, so
 * here they are given on the spot; where no course was completed, none is.
 */
export async function tellOfLastCourse(tx: Tx, personId: string): Promise<void> {
  // A completed course is followed by its certificate, and by nothing else.
  const newest = await tx.event.findMany({
    orderBy: { seq: 'desc' },
    take: 2,
    select: { seq: true, name: true, facts: true },
  });
  const last = newest.find(({ name }) => name !== 'certificate.issued');
  if (last?.name !== 'course.completed' || last.facts === null) return;
  const { documentId } = JSON.parse(last.facts) as EventFacts<'course.completed'>;
  await tellOfCourse(tx, system, { personId, documentId, eventSeq: last.seq });
}
