import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

export type TestMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'nobody' | 'no-address';

/** To the editor's own address, as each of these people would see it. */
export async function testMailing(
  tx: Tx,
  actor: PersonActor,
  input: { mailingId: string; asPeople: string[] },
): Promise<{ ok: true } | Refused<TestMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const { mailingId, asPeople } = input;
  if ((await tx.mailing.count({ where: { id: mailingId } })) === 0) return { refused: 'no-such-mailing' };
  if (asPeople.length === 0) return { refused: 'nobody' };
  const editor = await tx.person.findUnique({ where: { id: actor.id }, select: { email: true } });
  if (!editor?.email) return { refused: 'no-address' };
  for (const personId of asPeople) {
    const facts = { mailingId, asPersonId: personId };
    const key = `mailing-test ${ulid()}`;
    await queueMail(tx, actor, { key, template: 'newsletter-test', personId: actor.id, facts });
  }
  await record(tx, actor, {
    name: 'mailing.tested',
    subject: { type: 'mailing', id: mailingId },
    facts: { count: asPeople.length },
  });
  return { ok: true };
}
