import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { now } from '#app/platform/clock/clock.server.ts';
import { composeMessage } from '#app/platform/mail/compose-message.server.ts';
import { Letter } from '#app/ui/email/letter.tsx';
import { makeIssueMessage } from '../newsletter/make-issue-message.server.ts';
import type { MailToMake } from './begin-sending.server.ts';
import type { MadeMail } from './made-mail.ts';
import { linkPurpose, mailLink } from './mail-link.ts';
import { mailText } from './mail-text.ts';
import { mailWords } from './mail-words.ts';
import { parseSender } from './sender-address.ts';
import { talkCalendar, talkPage } from './talks/talk-calendar.server.ts';
import { talkWords } from './talks/talk-words.ts';

type Settings = { from: string | null; linkBase: string | null };

/** Words it, draws it and puts it together, from what holds at this moment. */
export async function makeMail(making: MailToMake, { from, linkBase }: Settings): Promise<MadeMail> {
  const { mail, company, to, link, talk, issue } = making;
  if (issue)
    return makeIssueMessage({ ...issue, company, to, messageId: mail.messageId }, { from, linkBase });
  const purpose = linkPurpose[mail.template];
  const url = link && purpose && linkBase && mailLink(linkBase, purpose, link.token);
  if (purpose && !url) throw new Error('a mail with a link needs an address to begin it with');
  const sender = parseSender(company.mailSender ?? from, company.name);
  const page = talk && linkBase ? talkPage(linkBase, talk.id) : null;
  const known = { mail, company, to };
  const words = talk
    ? talkWords({ ...known, talk, page })
    : mailWords({ ...known, link: link && url ? { url, expiresAt: link.expiresAt } : null });
  const text = mailText(words);
  const letter = createElement(Letter, { ...words, sender: company.name, accent: company.accent });
  const raw = await composeMessage({
    from: sender,
    to: { name: to.name, address: to.email },
    subject: words.subject,
    text,
    html: `<!doctype html>${renderToStaticMarkup(letter)}`,
    messageId: `<${mail.messageId.toLowerCase()}@${sender.address.split('@').at(-1)}>`,
    date: now(),
    language: words.language,
    calendar: talk ? talkCalendar({ mail, talk, page, sender, to }) : undefined,
  });
  return { from: sender.address, to: to.email, raw, text };
}
