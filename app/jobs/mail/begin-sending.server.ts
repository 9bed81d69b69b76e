import { system } from '#app/domain/actor/actor.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { keepOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { MailOnItsWay } from '#app/domain/outbox/keep-sending.server.ts';
import { keepSending } from '#app/domain/outbox/keep-sending.server.ts';
import type { MailReason } from '#app/domain/outbox/mail.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import type { Recipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import { readRecipient } from '#app/domain/people/directory/recipient-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { IssueToMake } from '../newsletter/gather-issue.server.ts';
import { gatherTest } from '../newsletter/gather-issue.server.ts';
import { linkPurpose } from './mail-link.ts';
import { talkToTellOf } from './talks/talk-to-tell-of.server.ts';

export type MailToMake = {
  mail: MailOnItsWay;
  company: Company;
  to: Recipient & { email: string };
  /** Made for this try alone: of an earlier one nothing is kept that could be sent once more. */
  link: { token: string; expiresAt: Date | null } | null;
  /** What the mail is about, where it is about a talk. */
  talk: MeetingView | null;
  /** Of a test of the newsletter: what it shows, and with whose eyes. */
  issue: IssueToMake | null;
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
  const issue = mail.template === 'newsletter-test' ? await gatherTest(tx, mail.facts) : null;
  if (mail.template === 'newsletter-test' && !issue) return fail(tx, mailId, 'left');
  const purpose = linkPurpose[mail.template];
  const { personId } = mail;
  const link = purpose && (await issueToken(tx, system, { purpose, personId, channel: 'mail' }));
  const talk = await talkToTellOf(tx, mail);
  if (talk === 'overtaken') return fail(tx, mailId, 'overtaken');
  return { mail, company, to: { ...to, email }, link, talk, issue };
}
