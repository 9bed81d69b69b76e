import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { readPublishedIssue } from './issue-reads.server.ts';
import type { MailingPlan } from './mailing-plan.ts';

export type PlanMailingRefusal = 'not-allowed' | 'not-published';

/** Nothing leaves yet: it can be tested, changed and looked at until somebody sends it. */
export async function planMailing(
  tx: Tx,
  actor: Actor,
  input: MailingPlan & { documentId: string },
): Promise<{ ok: true; mailingId: string } | Refused<PlanMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const { documentId, audience, startAt, ...plan } = input;
  const issue = await readPublishedIssue(tx, { documentId });
  if (!issue) return { refused: 'not-published' };
  const { versionId } = issue.original;
  const id = ulid();
  await tx.mailing.create({
    data: {
      ...plan,
      id,
      documentId,
      versionId,
      audience: JSON.stringify(audience),
      state: 'planned',
      startAt: startAt ?? now(),
      createdAt: now(),
      createdById: actorId(actor),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'mailing.planned',
    subject: { type: 'mailing', id },
    facts: { documentId, versionId },
  });
  return { ok: true, mailingId: id };
}
