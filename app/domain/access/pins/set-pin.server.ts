import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { PasswordHash } from '../passwords/credential.ts';
import { pinIssuer } from './pin.ts';

/** One's own. Whoever is signed in with the old one, on any tablet, is so no longer. */
export async function setPin(
  tx: Tx,
  actor: PersonActor,
  input: { secretHash: PasswordHash },
): Promise<{ ok: true }> {
  const personId = actor.id;
  const owner = { kind: 'pin', issuer: pinIssuer, subject: personId };
  const secret = { secretHash: input.secretHash, changedAt: now() };
  await tx.credential.upsert({
    where: { kind_issuer_subject: owner },
    create: { id: ulid(), personId, ...owner, mustChange: false, createdAt: now(), ...secret },
    update: secret,
  });
  await tx.session.deleteMany({ where: { personId, kind: 'tablet' } });
  await record(tx, actor, { name: 'pin.set', subject: { type: 'person', id: personId }, facts: {} });
  return { ok: true };
}
