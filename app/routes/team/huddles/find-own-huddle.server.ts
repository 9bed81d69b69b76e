import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import type { Huddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { findHuddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** One of the departments that somebody heads; all others are not there. */
export async function findOwnHuddle(actor: PersonActor, id: string | undefined): Promise<Huddle> {
  const huddle = await findHuddle(reader, id ?? '');
  return huddle && mayLeadTalks(actor, huddle.departmentId) ? huddle : notFound();
}
