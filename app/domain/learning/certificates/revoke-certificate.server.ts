import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayKeepCertificates } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type RevokeCertificateRefusal = 'not-allowed' | 'unknown-certificate' | 'revoked-already';

/** For good: whoever completes the course again gets another one. The completion stays as it is. */
export async function revokeCertificate(
  tx: Tx,
  actor: Actor,
  input: { certificateId: string; reason: string },
): Promise<{ ok: true } | Refused<RevokeCertificateRefusal>> {
  if (!mayKeepCertificates(actor)) return { refused: 'not-allowed' };
  const { certificateId, reason } = input;
  const certificate = await tx.certificate.findUnique({
    where: { id: certificateId },
    select: { revocation: { select: { id: true } } },
  });
  if (!certificate) return { refused: 'unknown-certificate' };
  if (certificate.revocation) return { refused: 'revoked-already' };
  await tx.certificateRevocation.create({
    data: { id: ulid(), certificateId, revokedAt: now(), revokedById: actorId(actor), reason },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'certificate.revoked',
    subject: { type: 'certificate', id: certificateId },
    facts: {},
  });
  return { ok: true };
}
