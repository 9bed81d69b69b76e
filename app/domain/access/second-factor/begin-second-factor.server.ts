import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { seal } from '#app/platform/seal/seal.server.ts';
import { factorIssuer, factorPurpose } from './factor.ts';
import { hasSecondFactor } from './second-factor-reads.server.ts';

/** A secret of one's own to put into an app. It asks nobody for anything until a code from it has been given. */
export async function beginSecondFactor(
  tx: Tx,
  actor: PersonActor,
  input: { secret: string },
): Promise<{ ok: true } | Refused<'on-already'>> {
  const personId = actor.id;
  if (await hasSecondFactor(tx, personId)) return { refused: 'on-already' };
  const fresh = { sealed: seal(factorPurpose, personId, input.secret), usedStep: null, changedAt: now() };
  const owner = { kind: 'totp', issuer: factorIssuer, subject: personId };
  await tx.credential.upsert({
    where: { kind_issuer_subject: owner },
    create: { id: ulid(), personId, ...owner, mustChange: false, createdAt: now(), ...fresh },
    update: fresh,
  });
  await record(tx, actor, {
    name: 'second-factor.begun',
    subject: { type: 'person', id: personId },
    facts: {},
  });
  return { ok: true };
}
