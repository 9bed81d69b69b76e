import type { MailOnItsWay } from '#app/domain/outbox/keep-sending.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { baseLocale, isLocale } from '#app/messages/generated/runtime.js';
import { formatZonedMoment } from '#app/platform/locale/format.ts';

export type MailWords = {
  language: string;
  subject: string;
  title: string;
  paragraphs: string[];
  button: { label: string; url: string } | null;
  /** Under the button. */
  notes: string[];
  /** Why this mail came, whom to ask, where the company is. */
  foot: string[];
};

export type Wording = {
  mail: Pick<MailOnItsWay, 'template' | 'facts' | 'createdAt'>;
  company: { name: string; timeZone: string; postalAddress: string | null; contact: string | null };
  to: { name: string; language: string; timeZone: string | null };
  /** Where the mail's one link leads, and until when it works. */
  link: { url: string; expiresAt: Date | null } | null;
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a change of the sign-in is called, by the fact that came with it. */
const changes: Record<string, typeof m.mail_changed_sign_in> = {
  password: m.mail_changed_password,
  'second-factor': m.mail_changed_second_factor,
};

export const languageOf = ({ language }: Wording['to']) => (isLocale(language) ? language : baseLocale);

/** Why this mail came, whom to ask, where the company is. */
export function footOf(company: Wording['company'], locale: ReturnType<typeof languageOf>): string[] {
  const contact = company.contact && oneLine(company.contact);
  return [
    m.mail_foot_why({ company: company.name }, { locale }),
    ...(contact ? [m.mail_foot_contact({ contact }, { locale })] : []),
    ...(company.postalAddress ? [oneLine(company.postalAddress.replace(/\s*\n\s*/g, ', '))] : []),
  ];
}

/** A mail in the language of whoever it is for. */
export function mailWords({ mail, company, to, link }: Wording): MailWords {
  const language = languageOf(to);
  const inTheirs = { locale: language };
  const who = { name: to.name, company: company.name };
  const moment = (at: Date) => formatZonedMoment(at, language, to.timeZone ?? company.timeZone);
  const contact = company.contact && oneLine(company.contact);
  const until = link?.expiresAt ? { until: moment(link.expiresAt) } : null;
  const foot = footOf(company, language);
  if (mail.template === 'sign-in-changed') {
    const title = (changes[String(mail.facts.what)] ?? m.mail_changed_sign_in)({}, inTheirs);
    const ask = contact ? m.mail_changed_tell({ contact }, inTheirs) : m.mail_changed_tell_hr({}, inTheirs);
    const when = m.mail_changed_when({ ...who, when: moment(mail.createdAt) }, inTheirs);
    return { language, subject: title, title, paragraphs: [when, ask], button: null, notes: [], foot };
  }
  const url = link?.url ?? '';
  if (mail.template === 'reset') {
    return {
      language,
      subject: m.mail_reset_subject({}, inTheirs),
      title: m.mail_reset_title({}, inTheirs),
      paragraphs: [m.mail_reset_asked(who, inTheirs)],
      button: { label: m.mail_reset_button({}, inTheirs), url },
      notes: [...(until ? [m.mail_reset_until(until, inTheirs)] : []), m.mail_reset_not_you({}, inTheirs)],
      foot,
    };
  }
  return {
    language,
    subject: m.mail_invitation_subject(who, inTheirs),
    title: m.mail_invitation_title(who, inTheirs),
    paragraphs: [m.mail_invitation_what(who, inTheirs), m.mail_invitation_begin({}, inTheirs)],
    button: { label: m.mail_invitation_button({}, inTheirs), url },
    notes: until ? [m.mail_invitation_until(until, inTheirs)] : [],
    foot,
  };
}
