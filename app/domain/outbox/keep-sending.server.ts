import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { MailTemplate } from './mail.ts';

export type MailOnItsWay = {
  id: string;
  template: MailTemplate;
  personId: string | null;
  facts: Record<string, unknown>;
  messageId: string;
  createdAt: Date;
};

/** Written before the conversation begins. Null where the mail is not due, or somebody else has it. */
export async function keepSending(tx: Tx, mailId: string): Promise<MailOnItsWay | null> {
  const at = now();
  const taken = await tx.mail.updateMany({
    where: { id: mailId, state: 'queued', nextAt: { lte: at } },
    data: { state: 'sending', sendingAt: at, settledAt: null, reason: null, tries: { increment: 1 } },
  });
  if (taken.count !== 1) return null;
  const mail = await tx.mail.findUniqueOrThrow({
    where: { id: mailId },
    select: { id: true, template: true, personId: true, facts: true, messageId: true, createdAt: true },
  });
  const facts = JSON.parse(mail.facts) as Record<string, unknown>;
  return { ...mail, template: mail.template as MailTemplate, facts };
}
