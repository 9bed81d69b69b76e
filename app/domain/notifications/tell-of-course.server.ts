import type { Actor } from '#app/domain/actor/actor.ts';
import { headOfPerson } from '#app/domain/people/departments/head-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { giveNotice } from './give-notice.server.ts';

/** A completed course is told to the person and to their head. */
export async function tellOfCourse(
  tx: Tx,
  actor: Actor,
  input: { personId: string; documentId: string; eventSeq: number },
): Promise<{ ok: true }> {
  const { personId, documentId, eventSeq } = input;
  const about = { facts: { personId, documentId }, eventSeq };
  await giveNotice(tx, actor, { personId, kind: 'my-course-completed', ...about });
  const headId = await headOfPerson(tx, personId);
  if (headId) await giveNotice(tx, actor, { personId: headId, kind: 'report-course-completed', ...about });
  return { ok: true };
}
