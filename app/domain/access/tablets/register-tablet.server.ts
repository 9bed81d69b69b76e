import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { tokenHash } from '../tokens/token-hash.ts';
import type { NewTablet } from './tablet.ts';
import { mayKeepTablet } from './tablet.ts';

export type RegisterTabletRefusal = 'not-allowed' | 'unknown-department';

/** A device that a department shares. The token goes into its cookie and is stored nowhere. */
export async function registerTablet(
  tx: Tx,
  actor: Actor,
  { name, departmentId }: NewTablet,
): Promise<{ ok: true; tabletId: string; token: string } | Refused<RegisterTabletRefusal>> {
  if (!mayKeepTablet(actor, departmentId)) return { refused: 'not-allowed' };
  if ((await tx.department.count({ where: { id: departmentId } })) === 0) {
    return { refused: 'unknown-department' };
  }
  const id = ulid();
  const token = randomBytes(32).toString('base64url');
  await tx.tablet.create({
    data: {
      id,
      name,
      departmentId,
      tokenHash: tokenHash(token),
      createdAt: now(),
      createdById: actorId(actor),
    },
  });
  await record(tx, actor, {
    name: 'tablet.registered',
    subject: { type: 'tablet', id },
    facts: { departmentId },
  });
  return { ok: true, tabletId: id, token };
}
