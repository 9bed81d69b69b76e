import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { missingOfScreen } from './check-screen-reads.server.ts';
import { keepScreenPosters } from './keep-screen-posters.server.ts';
import type { NewScreen, ScreenRefusal } from './screen.ts';

/** The displays that show it take the change over by themselves. */
export async function editScreen(
  tx: Tx,
  actor: Actor,
  { screenId, ...input }: NewScreen & { screenId: string },
): Promise<{ ok: true } | Refused<ScreenRefusal>> {
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const before = await tx.screen.findFirst({
    where: { id: screenId, revokedAt: null },
    include: { posters: { orderBy: { position: 'asc' }, select: { documentId: true } } },
  });
  if (!before) return { refused: 'unknown-screen' };
  const missing = await missingOfScreen(tx, input);
  if (missing) return { refused: missing };
  const { documentIds, siteId = null, departmentId = null, ...rest } = input;
  const screen = { ...rest, siteId, departmentId };
  const keys = ['name', 'siteId', 'departmentId', 'language', 'seconds', 'shape', 'showsThanks'] as const;
  const fields: string[] = keys.filter((key) => before[key] !== screen[key]);
  const shown = before.posters.map(({ documentId }) => documentId);
  if (shown.join() !== documentIds.join()) fields.push('posters');
  if (fields.length === 0) return { ok: true };
  await tx.screen.update({ where: { id: screenId }, data: screen, select: { id: true } });
  await keepScreenPosters(tx, screenId, documentIds);
  await record(tx, actor, {
    name: 'screen.edited',
    subject: { type: 'screen', id: screenId },
    facts: { fields },
  });
  return { ok: true };
}
