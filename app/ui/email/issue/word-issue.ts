import * as m from '#app/messages/generated/messages.js';
import { baseLocale, isLocale } from '#app/messages/generated/runtime.js';
import type { IssuePiece, ShownIssue } from '../../document/issue/issue-parts.ts';
import type { IssueLetterProps } from './issue-letter.tsx';
import type { MailPicture } from './mail-nodes.tsx';
import type { WordedPiece } from './mail-pieces.tsx';

export type Wording = {
  issue: ShownIssue;
  /** How each of its stories begins. */
  openings: string[];
  /** `https://everyhand.example.com`. */
  base: string;
  /** By the address they have in the text. */
  pictures: Readonly<Record<string, { path: string; width: number; height: number }>>;
  /** `12 March 2026`. */
  cameOut: string;
  company: { name: string; accent: string | null; contact: string | null; postalAddress: string | null };
  /** The issue's own where this is empty. */
  preheader: string;
  person: { name: string; language: string };
  links: { page: string; unsubscribe: string; preferences: string };
};

type InTheirs = { locale: typeof baseLocale };

const saffron = '#f2b84b';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** All that the mail says, in the reader's language as far as the program speaks it. */
export function wordIssue(wording: Wording): IssueLetterProps {
  const { issue, base, company, cameOut, person } = wording;
  const inTheirs = { locale: isLocale(person.language) ? person.language : baseLocale };
  const pictures: Record<string, MailPicture> = {};
  for (const [src, { path, ...size }] of Object.entries(wording.pictures))
    pictures[src] = { ...size, url: base + path };
  const cover = issue.cover && pictures[issue.cover.src];
  return {
    language: issue.language,
    subject: issue.subject,
    preheader: wording.preheader || (issue.preheader ?? ''),
    sender: company.name,
    eyebrow: m.ui_issue_mail_eyebrow({ date: cameOut, count: issue.minutes }, inTheirs),
    title: issue.title,
    cover: issue.cover && cover ? { picture: cover, alt: issue.cover.alt } : null,
    lead: issue.lead,
    stories: issue.stories.map(({ id, title, kicker, pieces }, index) => ({
      id,
      title,
      kicker,
      opening: wording.openings[index] ?? '',
      pieces: pieces.map((piece) => worded(piece, inTheirs)),
    })),
    drawing: {
      base,
      pictures,
      accent: company.accent ?? saffron,
      words: {
        case: m.ui_case_eyebrow({}, inTheirs),
        bad: m.ui_case_bad({}, inTheirs),
        good: m.ui_case_good({}, inTheirs),
        felt: m.ui_case_felt({}, inTheirs),
        cost: m.ui_case_cost({}, inTheirs),
        lesson: m.ui_case_lesson({}, inTheirs),
        openCase: m.ui_issue_case({}, inTheirs),
        poster: m.ui_issue_poster({}, inTheirs),
        note: m.ui_callout_note({}, inTheirs),
        tip: m.ui_callout_tip({}, inTheirs),
        warning: m.ui_callout_warning({}, inTheirs),
        forYou: m.ui_issue_mail_for_you({}, inTheirs),
      },
    },
    links: wording.links,
    words: {
      onPage: m.ui_issue_mail_on_page({}, inTheirs),
      readOn: m.ui_issue_mail_read_on({}, inTheirs),
      unsubscribe: m.ui_issue_mail_unsubscribe({}, inTheirs),
      preferences: m.ui_issue_mail_preferences({}, inTheirs),
    },
    foot: footOf(wording, inTheirs),
  };
}

/** Why this mail came, whom to ask, where the company is. */
function footOf({ company, person }: Wording, inTheirs: InTheirs): string[] {
  const { name, contact, postalAddress } = company;
  return [
    m.ui_issue_mail_why({ name: person.name, company: name }, inTheirs),
    ...(contact ? [m.ui_issue_mail_contact({ contact: oneLine(contact) }, inTheirs)] : []),
    ...(postalAddress ? [oneLine(postalAddress.replace(/\s*\n\s*/g, ', '))] : []),
  ];
}

function worded(piece: IssuePiece, inTheirs: InTheirs): WordedPiece {
  switch (piece.kind) {
    case 'for':
      return { kind: 'for', pieces: piece.pieces.map((one) => worded(one, inTheirs)) };
    case 'thanks': {
      const { name, nodes } = piece;
      const title =
        name === null ? m.ui_issue_thanks_colleague({}, inTheirs) : m.ui_issue_thanks({ name }, inTheirs);
      return { kind: 'thanks', title, nodes };
    }
    case 'changes': {
      const { changes, more } = piece;
      const none = changes.length === 0 ? m.ui_issue_changes_none({}, inTheirs) : null;
      return {
        kind: 'changes',
        lines: changes.map(({ slug, title, isNew, lines }) => ({
          slug,
          title,
          lines,
          state: isNew ? m.ui_issue_change_new({}, inTheirs) : m.ui_issue_change_changed({}, inTheirs),
        })),
        note: more > 0 ? m.ui_issue_changes_more({ count: more }, inTheirs) : none,
      };
    }
    default:
      return piece;
  }
}
