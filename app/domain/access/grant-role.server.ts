import { ulid } from 'ulid';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayGrant } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type GrantRoleRefusal = 'not-allowed' | 'not-working-here';

/**
 * To somebody who works here, or soon will. Giving a role that somebody has already changes nothing. Nobody gives
 * one to themselves. Whoever has more to lose signs in anew: every session of theirs ends.
 */
export async function grantRole(
  tx: Tx,
  actor: Actor,
  input: { personId: string; role: Role },
): Promise<{ ok: true } | Refused<GrantRoleRefusal>> {
  const { personId, role } = input;
  if (!mayGrant(actor, role) || actorId(actor) === personId) return { refused: 'not-allowed' };
  const today = await companyToday(tx);
  const employed = await tx.employment.count({
    where: { personId, OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
  });
  if (employed === 0) return { refused: 'not-working-here' };
  const held = await tx.roleGrant.findFirst({
    where: { personId, role, revokedAt: null },
    select: { id: true },
  });
  if (held) return { ok: true };
  await tx.roleGrant.create({
    data: { id: ulid(), personId, role, grantedById: actorId(actor), grantedAt: now() },
  });
  await tx.session.deleteMany({ where: { personId } });
  await record(tx, actor, {
    name: 'role.granted',
    subject: { type: 'person', id: personId },
    facts: { role },
  });
  return { ok: true };
}
