import { openingOf } from '#app/domain/culture/newsletters/issue-text.ts';
import type { IssuePiece, ShownIssue } from '#app/domain/culture/newsletters/shown-issue.ts';
import { nodesOf } from '#app/domain/culture/newsletters/issue-text.ts';
import type { Company } from '#app/domain/people/company.ts';
import { pictureFile } from '#app/domain/publishing/pictures/picture-file.work.server.ts';
import { elementsIn, plainText } from '#app/domain/publishing/tree/tree-text.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { mailImage } from '#app/platform/files/mail-image.server.ts';
import { qrSvg } from '#app/platform/qr/qr-code.server.ts';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import base from '#app/ui/print/base.typ?raw';
import headline from '#app/ui/print/issue/headline.typ?raw';
import issueTemplate from '#app/ui/print/issue/issue.typ?raw';
import story from '#app/ui/print/issue/story.typ?raw';
import wallTemplate from '#app/ui/print/issue/wall.typ?raw';

const saffron = '#f2b84b';

export type SheetWanted = {
  issue: ShownIssue;
  company: Company;
  paper: 'a4' | 'letter';
  /** `12 March 2026`. */
  cameOut: string;
  /** `https://everyhand.example.com`. */
  origin: string;
};

type Images = Record<string, Uint8Array>;

/** The issue on A4 or Letter, in two columns. */
export async function issueSheet(wanted: SheetWanted): Promise<Sheet> {
  const { issue } = wanted;
  const { images, names, common } = await prepare(wanted);
  return {
    template: issueTemplate,
    parts: { 'base.typ': base, 'headline.typ': headline, 'story.typ': story },
    images,
    data: {
      ...common,
      images: names,
      lead: issue.lead,
      stories: issue.stories.map(({ title, kicker, pieces }) => ({
        title,
        kicker,
        pieces: pieces.map(printed),
      })),
    },
  };
}

/** The issue on one sheet of A3 or Tabloid: how its stories begin. */
export async function wallSheet(wanted: SheetWanted): Promise<Sheet> {
  const { issue } = wanted;
  const { images, common } = await prepare(wanted);
  return {
    template: wallTemplate,
    parts: { 'base.typ': base, 'headline.typ': headline },
    images,
    data: {
      ...common,
      lead: plainText(issue.lead),
      stories: issue.stories.map((one) => ({
        title: one.title,
        kicker: one.kicker,
        opening: openingOf(one),
      })),
    },
  };
}

async function prepare({ issue, company, paper, cameOut, origin }: SheetWanted) {
  const { images, names } = await readImages(issue);
  const logo = company.logo && (await readStoredFile(company.logo));
  if (logo) images['logo.png'] = logo;
  const address = `${origin}/newsletter/${issue.slug}`;
  const bare = (text: string) => text.replace(/^https?:\/\//, '');
  const common = {
    title: issue.title,
    lang: issue.language,
    paper,
    accent: company.accent ?? saffron,
    company: company.name,
    logo: logo ? 'logo.png' : null,
    eyebrow: m.newsletter_sheet_eyebrow({ date: cameOut }),
    cover: issue.cover ? (names[issue.cover.src] ?? null) : null,
    'cover-alt': issue.cover?.alt ?? '',
    address,
    'shown-address': bare(address),
    base: origin,
    plain: bare(origin),
    qr: qrSvg(address).svg,
    words: {
      case: m.ui_case_eyebrow(),
      good: m.ui_case_good(),
      bad: m.ui_case_bad(),
      felt: m.ui_case_felt(),
      cost: m.ui_case_cost(),
      poster: m.ui_issue_poster(),
      more: m.newsletter_sheet_more(),
      qr: m.newsletter_sheet_qr(),
      'on-screen': m.newsletter_sheet_on_screen(),
    },
  };
  return { images, names, common };
}

/** Every picture of the issue under a name of its own; photographs in a form that the press takes. */
async function readImages({ cover, stories }: ShownIssue) {
  const images: Images = {};
  const names: Record<string, string> = {};
  const nodes = stories.flatMap(({ pieces }) => pieces.flatMap(nodesOf));
  const inText = [...elementsIn(nodes)].map(({ props }) => props?.src);
  const wanted = new Set([cover?.src, ...inText].filter((src) => typeof src === 'string'));
  for (const src of wanted) {
    const file = await pictureFile(reader, src);
    if (!file) continue;
    const isDrawing = file.mediaType === 'image/svg+xml';
    const name = `${file.hash}.${isDrawing ? 'svg' : 'jpg'}`;
    images[name] = isDrawing
      ? file.content
      : (await mailImage(file.content, { isDrawing, widest: 1440 })).content;
    names[src] = name;
  }
  return { images, names };
}

/** With its words. */
function printed(piece: IssuePiece): Record<string, unknown> {
  switch (piece.kind) {
    case 'for':
      return { ...piece, pieces: piece.pieces.map(printed) };
    case 'thanks':
      return {
        ...piece,
        title: piece.name === null ? m.ui_issue_thanks_colleague() : m.ui_issue_thanks({ name: piece.name }),
      };
    case 'changes': {
      const changes = piece.changes.map((one) => ({
        ...one,
        state: one.isNew ? m.ui_issue_change_new() : m.ui_issue_change_changed(),
      }));
      const more = piece.more > 0 ? m.newsletter_sheet_changes_more({ count: piece.more }) : null;
      return { ...piece, changes, note: changes.length === 0 ? m.newsletter_sheet_changes_none() : more };
    }
    default:
      return piece;
  }
}
