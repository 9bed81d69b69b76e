import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { MailTemplate } from './mail.ts';

export type NewMail = {
  /** The same key twice is one mail: what a click, or a reaction run again, may ask for twice. */
  key: string;
  template: MailTemplate;
  personId: string;
  /** Ids, numbers and dates; what is personal is looked up when the mail is made. */
  facts: Record<string, string | number | null>;
};

/** Puts a mail into the outbox; the worker sends it after the commit. */
export async function queueMail(
  tx: Tx,
  actor: Actor,
  { key, template, personId, facts }: NewMail,
): Promise<{ ok: true; mailId: string }> {
  const waiting = await tx.mail.findUnique({ where: { key }, select: { id: true } });
  if (waiting) return { ok: true, mailId: waiting.id };
  const id = ulid();
  await tx.mail.create({
    data: {
      id,
      key,
      template,
      personId,
      facts: JSON.stringify(facts),
      state: 'queued',
      tries: 0,
      nextAt: now(),
      createdAt: now(),
      messageId: id,
    },
  });
  await record(tx, actor, {
    name: 'mail.queued',
    subject: { type: 'person', id: personId },
    facts: { template },
  });
  return { ok: true, mailId: id };
}
