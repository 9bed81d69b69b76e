import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type InviteRefusal = 'not-allowed' | 'not-here' | 'no-email' | 'has-password';

/** A mail with a link under which they choose their password. Several clicks in one minute are one mail. */
export async function invitePerson(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true } | Refused<InviteRefusal>> {
  const { personId } = input;
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const today = await companyToday(tx);
  const person = await tx.person.findFirst({
    where: {
      id: personId,
      employments: { some: { OR: [{ leftOn: null }, { leftOn: { gte: today } }] } },
    },
    select: { email: true, credentials: { where: { kind: 'password' }, select: { id: true } } },
  });
  if (!person) return { refused: 'not-here' };
  if (person.email === null) return { refused: 'no-email' };
  if (person.credentials.length > 0) return { refused: 'has-password' };
  const key = `invitation ${personId} ${now().toISOString().slice(0, 16)}`;
  await queueMail(tx, actor, { key, template: 'invitation', personId, facts: {} });
  return { ok: true };
}
