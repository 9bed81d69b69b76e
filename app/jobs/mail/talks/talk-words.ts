import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatToday, formatZonedMoment } from '#app/platform/locale/format.ts';
import type { MailWords, Wording } from '../mail-words.ts';
import { footOf, languageOf } from '../mail-words.ts';

type TalkWording = Pick<Wording, 'mail' | 'company' | 'to'> & { talk: MeetingView; page: string | null };

/** The mail about a talk: when it is where it takes place, and where that is. */
export function talkWords({ mail, company, to, talk, page }: TalkWording): MailWords {
  const language = languageOf(to);
  const inTheirs = { locale: language };
  const { from } = spanOf(talk);
  const { title, minutes, place, timeZone } = talk;
  const day = formatToday(from, language, timeZone);
  const when = formatZonedMoment(from, language, timeZone);
  const about = { when, minutes, facilitator: talk.facilitator.name };
  const common = { language, title, foot: footOf(company, language) };
  if (mail.template === 'talk-cancelled') {
    return {
      ...common,
      subject: m.mail_talk_subject_cancelled({ title, day }, inTheirs),
      paragraphs: [m.mail_talk_cancelled({ when }, inTheirs)],
      button: null,
      notes: [],
    };
  }
  const isChange = mail.facts.isChange === 1;
  const subject = isChange ? m.mail_talk_subject_changed : m.mail_talk_subject;
  const what = isChange ? m.mail_talk_changed : m.mail_talk_invited;
  return {
    ...common,
    subject: subject({ title, day }, inTheirs),
    paragraphs: [what(about, inTheirs), m.mail_talk_place({ place }, inTheirs)],
    button: page ? { label: m.mail_talk_button({}, inTheirs), url: page } : null,
    notes: [m.mail_talk_calendar({}, inTheirs)],
  };
}
