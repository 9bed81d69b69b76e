import { ulid } from 'ulid';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayGrant } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/** Giving a role that somebody has already changes nothing. Nobody gives one to themselves. */
export async function grantRole(
  tx: Tx,
  actor: Actor,
  input: { personId: string; role: Role },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  const { personId, role } = input;
  if (!mayGrant(actor, role) || actorId(actor) === personId) return { refused: 'not-allowed' };
  const held = await tx.roleGrant.findFirst({
    where: { personId, role, revokedAt: null },
    select: { id: true },
  });
  if (held) return { ok: true };
  await tx.roleGrant.create({
    data: { id: ulid(), personId, role, grantedById: actorId(actor), grantedAt: now() },
  });
  await record(tx, actor, {
    name: 'role.granted',
    subject: { type: 'person', id: personId },
    facts: { role },
  });
  return { ok: true };
}
