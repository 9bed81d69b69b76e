import { unsubscribeToken } from '#app/domain/outbox/preferences/preference-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { composeMessage } from '#app/platform/mail/compose-message.server.ts';
import type { MadeMail } from '../mail/made-mail.ts';
import { parseSender } from '../mail/sender-address.ts';
import type { IssueToMake } from './gather-issue.server.ts';
import { makeIssueMail } from './issue-mail.server.tsx';

type ToMake = IssueToMake & {
  company: Company;
  to: { name: string; email: string };
  messageId: string;
};

/** The newsletter as it goes over the line. A test says so in its subject, and its links are the editor's to try. */
export async function makeIssueMessage(
  { mailing, person, isTest, company, to, messageId }: ToMake,
  { from, linkBase }: { from: string | null; linkBase: string | null },
): Promise<MadeMail> {
  if (!linkBase) throw new Error('a mail with a link needs an address to begin it with');
  const addressOf = (path: string) => new URL(path, linkBase).href;
  const unsubscribe = addressOf(`/unsubscribe/${unsubscribeToken(person.id, 'newsletter')}`);
  const preferences = addressOf('/account/mail');
  const made = await makeIssueMail({
    issueVersionId: mailing.versionId,
    person,
    // A press on a test must not take the newsletter from whoever it was made like.
    links: {
      page: addressOf(`/newsletter/${mailing.slug}`),
      unsubscribe: isTest ? preferences : unsubscribe,
      preferences,
    },
    preheader: mailing.preheader,
    company,
  });
  const sender = parseSender(company.mailSender ?? from, company.name);
  const raw = await composeMessage({
    from: sender,
    to: { name: to.name, address: to.email },
    subject: isTest
      ? m.mailing_test_subject({ name: person.name, subject: mailing.subject })
      : mailing.subject,
    text: made.text,
    html: made.html,
    messageId: `<${messageId.toLowerCase()}@${sender.address.split('@').at(-1)}>`,
    date: now(),
    language: person.language,
    list: isTest ? undefined : { id: `newsletter.${new URL(linkBase).hostname}`, unsubscribe },
  });
  return { from: sender.address, to: to.email, raw, text: made.text };
}
