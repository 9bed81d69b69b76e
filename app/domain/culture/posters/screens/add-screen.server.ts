import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { missingOfScreen } from './check-screen-reads.server.ts';
import { keepScreenPosters } from './keep-screen-posters.server.ts';
import type { NewScreen, ScreenRefusal } from './screen.ts';

/** From now on a display can show these posters, at the screen's own address. */
export async function addScreen(
  tx: Tx,
  actor: Actor,
  input: NewScreen,
): Promise<{ ok: true; screenId: string } | Refused<ScreenRefusal>> {
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const missing = await missingOfScreen(tx, input);
  if (missing) return { refused: missing };
  const { documentIds, ...screen } = input;
  const id = ulid();
  const made = { createdAt: now(), createdById: actorId(actor) };
  await tx.screen.create({ data: { id, ...screen, ...made }, select: { id: true } });
  await keepScreenPosters(tx, id, documentIds);
  await record(tx, actor, {
    name: 'screen.added',
    subject: { type: 'screen', id },
    facts: { siteId: screen.siteId ?? null, posters: documentIds.length },
  });
  return { ok: true, screenId: id };
}
