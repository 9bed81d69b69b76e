import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { now } from '#app/platform/clock/clock.server.ts';
import { composeMessage } from '#app/platform/mail/compose-message.server.ts';
import { Letter } from '#app/ui/email/letter.tsx';
import type { MailToMake } from './begin-sending.server.ts';
import { linkPurpose, mailLink } from './mail-link.ts';
import { mailText } from './mail-text.ts';
import { mailWords } from './mail-words.ts';
import { parseSender } from './sender-address.ts';

export type MadeMail = { from: string; to: string; raw: Buffer; text: string };

type Settings = { from: string | null; linkBase: string | null };

/** Words it, draws it and puts it together, from what holds at this moment. */
export async function makeMail(making: MailToMake, { from, linkBase }: Settings): Promise<MadeMail> {
  const { mail, company, to, link } = making;
  const purpose = linkPurpose[mail.template];
  const url = link && purpose && linkBase && mailLink(linkBase, purpose, link.token);
  if (purpose && !url) throw new Error('a mail with a link needs an address to begin it with');
  const words = mailWords({
    mail,
    company,
    to,
    link: link && url ? { url, expiresAt: link.expiresAt } : null,
  });
  const sender = parseSender(company.mailSender ?? from, company.name);
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
  });
  return { from: sender.address, to: to.email, raw, text };
}
