import type { Tx } from '#app/platform/db/database.server.ts';
import type { NewScreen, ScreenRefusal } from './screen.ts';

/** Whether all that a screen names is there; null where it is. */
export async function missingOfScreen(
  tx: Tx,
  { siteId, departmentId, documentIds }: NewScreen,
): Promise<ScreenRefusal | null> {
  if (siteId && (await tx.site.count({ where: { id: siteId } })) === 0) return 'unknown-site';
  if (departmentId && (await tx.department.count({ where: { id: departmentId } })) === 0) {
    return 'unknown-department';
  }
  const ids = [...new Set(documentIds)];
  const posters = await tx.document.count({ where: { id: { in: ids }, kind: 'poster' } });
  return posters === documentIds.length ? null : 'unknown-poster';
}
