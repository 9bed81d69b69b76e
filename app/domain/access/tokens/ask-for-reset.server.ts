import { findAccount } from '../passwords/credential-reads.server.ts';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/**
 * By somebody who is not signed in, for whatever name they typed. Who works here and has an e-mail address is sent a
 * link; whoever asked is told the same in every case. Without a password yet, the link is an invitation.
 */
export async function askForReset(
  tx: Tx,
  actor: Actor,
  input: { signInName: string },
): Promise<{ ok: true }> {
  const account = await findAccount(tx, input.signInName);
  const today = await companyToday(tx);
  const reached = await tx.person.findFirst({
    where: {
      id: account?.personId ?? '',
      email: { not: null },
      employments: { some: { hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: today } }] } },
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'reset.asked',
    subject: { type: 'person', id: account?.personId ?? 'unknown' },
    facts: { known: account !== null },
  });
  if (account && reached) {
    const template = account.password ? 'reset' : 'invitation';
    const minute = now().toISOString().slice(0, 16);
    const key = `${template} ${account.personId} ${minute}`;
    await queueMail(tx, actor, { key, template, personId: account.personId, facts: {} });
  }
  return { ok: true };
}
