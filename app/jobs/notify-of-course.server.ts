import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { tellOfCourse } from '#app/domain/notifications/tell-of-course.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

export async function notifyOfCourse(
  tx: Tx,
  eventSeq: number,
  { personId, documentId }: EventFacts<'course.completed'>,
): Promise<void> {
  await tellOfCourse(tx, system, { personId, documentId, eventSeq });
}
