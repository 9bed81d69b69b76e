import { ulid } from 'ulid';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { withdrawTokens } from '../tokens/withdraw-tokens.server.ts';
import type { PasswordHash } from './credential.ts';
import { passwordIssuer } from './credential.ts';

export type SetPassword = {
  personId: string;
  secretHash: PasswordHash;
  /** One that somebody else chose has to be changed at the next sign-in, unless they chose it for themselves elsewhere. */
  mustChange?: boolean;
  /** The session that stays open; every other one of the person ends. */
  keepSessionId?: string;
};

/** One's own, or as HR for somebody else. Links and slips that would choose another one open nothing any more. */
export async function setPassword(
  tx: Tx,
  actor: Actor,
  input: SetPassword,
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  const { personId, secretHash } = input;
  const byOther = actorId(actor) !== personId;
  if (byOther && !(await maySetFor(tx, actor, personId))) return { refused: 'not-allowed' };
  const before = await tx.credential.findFirst({
    where: { personId, kind: 'password' },
    select: { person: { select: { email: true } } },
  });
  const secret = { secretHash, mustChange: input.mustChange ?? byOther, changedAt: now() };
  await tx.credential.upsert({
    where: { kind_issuer_subject: { kind: 'password', issuer: passwordIssuer, subject: personId } },
    create: {
      id: ulid(),
      personId,
      kind: 'password',
      issuer: passwordIssuer,
      subject: personId,
      createdAt: now(),
      ...secret,
    },
    update: secret,
  });
  await tx.session.deleteMany({ where: { personId, id: { not: input.keepSessionId ?? '' } } });
  await record(tx, actor, {
    name: 'password.set',
    subject: { type: 'person', id: personId },
    facts: { byOther },
  });
  const withdrawn = await withdrawTokens(tx, actor, { personId });
  if ('refused' in withdrawn) return withdrawn;
  if (before?.person.email && !byOther) await tellOfChange(tx, actor, personId);
  return { ok: true };
}

/** Whoever did not change it themselves should hear of it. */
function tellOfChange(tx: Tx, actor: Actor, personId: string) {
  const key = `sign-in-changed ${personId} ${ulid()}`;
  return queueMail(tx, actor, { key, template: 'sign-in-changed', personId, facts: { what: 'password' } });
}

/** Whoever sets a password can sign in with it, so it takes the roles of the one it is for. */
async function maySetFor(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const grants = await tx.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true },
  });
  return mayActFor(
    actor,
    grants.map(({ role }) => role as Role),
  );
}
