import { system } from '#app/domain/actor/actor.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { keepOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import type { MailOnItsWay } from '#app/domain/outbox/keep-sending.server.ts';
import { keepSending } from '#app/domain/outbox/keep-sending.server.ts';
import type { MailReason } from '#app/domain/outbox/mail.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import type { Recipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import { readRecipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { linkPurpose } from './mail-link.ts';

export type MailToMake = {
  mail: MailOnItsWay;
  company: Company;
  to: Recipient & { email: string };
  /** Made for this try alone: of an earlier one nothing is kept that could be sent once more. */
  link: { token: string; expiresAt: Date | null } | null;
};

async function fail(tx: Tx, mailId: string, reason: MailReason): Promise<null> {
  await keepOutcome(tx, { mailId, outcome: { state: 'failed', reason: storedReason(reason) } });
  return null;
}

/** Marks a mail as on its way and gathers what it is made from. Null where it is not to be sent, or no longer. */
export async function beginSending(tx: Tx, mailId: string): Promise<MailToMake | null> {
  const mail = await keepSending(tx, mailId);
  if (!mail) return null;
  const to = mail.personId && (await readRecipient(tx, mail.personId));
  const company = await readCompany(tx);
  if (!to || !company || !mail.personId || !to.employed) return fail(tx, mailId, 'left');
  const { email } = to;
  if (email === null) return fail(tx, mailId, 'no-address');
  const purpose = linkPurpose[mail.template];
  const { personId } = mail;
  const link = purpose && (await issueToken(tx, system, { purpose, personId, channel: 'mail' }));
  return { mail, company, to: { ...to, email }, link };
}
