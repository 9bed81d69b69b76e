import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayGrantTry } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type GrantTryRefusal = 'not-allowed' | 'answered-already';

/** One more try for whoever asked for it. A request is answered once. */
export async function grantTry(
  tx: Tx,
  actor: PersonActor,
  input: { requestId: string; reason: string },
): Promise<{ ok: true; grantId: string } | Refused<GrantTryRefusal>> {
  const { requestId, reason } = input;
  const today = await companyToday(tx);
  const request = await tx.tryRequest.findUnique({
    where: { id: requestId },
    select: {
      personId: true,
      documentId: true,
      versionId: true,
      person: {
        select: {
          placements: {
            where: { fromOn: { lte: today } },
            orderBy: { fromOn: 'desc' },
            take: 1,
            select: { departmentId: true },
          },
        },
      },
    },
  });
  if (!request) return { refused: 'not-allowed' };
  const { person, ...edition } = request;
  const departmentId = person.placements[0]?.departmentId ?? null;
  if (!mayGrantTry(actor, { id: edition.personId, departmentId })) return { refused: 'not-allowed' };
  const closed = await tx.tryRequest.updateMany({
    where: { id: requestId, openKey: { not: null } },
    data: { openKey: null },
  });
  if (closed.count !== 1) return { refused: 'answered-already' };
  const id = ulid();
  await tx.tryGrant.create({
    data: { id, ...edition, requestId, grantedById: actor.id, reason, grantedAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'try.granted',
    subject: { type: 'try-request', id: requestId },
    facts: { ...edition, grantedById: actor.id },
  });
  return { ok: true, grantId: id };
}
