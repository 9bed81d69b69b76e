import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayGrant } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type RevokeRoleRefusal = 'not-allowed' | 'last-admin';

/**
 * Only a role that one may give, and never one's own. Taking away what is taken away already changes nothing.
 * Every session of the person ends, so that nothing stays open which they may no longer see.
 */
export async function revokeRole(
  tx: Tx,
  actor: Actor,
  input: { grantId: string },
): Promise<{ ok: true } | Refused<RevokeRoleRefusal>> {
  const grant = await tx.roleGrant.findUnique({ where: { id: input.grantId } });
  if (!grant) return { refused: 'not-allowed' };
  const { personId } = grant;
  const role = grant.role as Role;
  if (!mayGrant(actor, role) || actorId(actor) === personId) return { refused: 'not-allowed' };
  if (grant.revokedAt) return { ok: true };
  if (role === 'admin' && (await countOtherAdmins(tx, personId)) === 0) return { refused: 'last-admin' };
  await tx.roleGrant.updateMany({
    where: { personId, role, revokedAt: null },
    data: { revokedAt: now() },
  });
  await tx.session.deleteMany({ where: { personId } });
  await record(tx, actor, {
    name: 'role.revoked',
    subject: { type: 'person', id: personId },
    facts: { role },
  });
  return { ok: true };
}

/** Two who take it from each other at the same moment are both admins still when they are asked who they are. */
async function countOtherAdmins(tx: Tx, personId: string): Promise<number> {
  const today = await companyToday(tx);
  const employed = { hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: today } }] };
  return tx.roleGrant.count({
    where: {
      role: 'admin',
      revokedAt: null,
      personId: { not: personId },
      person: { employments: { some: employed } },
    },
  });
}
