import { qrSvg } from '#app/platform/qr/qr-code.server.ts';
import { cachedPrint, printKey } from '#app/platform/print/print-cache.server.ts';
import { askPrinter, type Busy } from '#app/platform/print/printer.server.ts';
import type { Print } from '#app/platform/print/sheet-answer.server.ts';
import { typesetterVersions } from '#app/platform/typst/fonts.server.ts';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import base from '../base.typ?raw';
import headline from './headline.typ?raw';
import { eyebrow, sheetWords, worded, type PrintedIssue } from './issue-words.ts';
import type { SheetFacts } from './make-issue.server.ts';
import issueTemplate from './issue.typ?raw';
import story from './story.typ?raw';
import wallTemplate from './wall.typ?raw';

/** To be raised when anything but the templates changes what comes out. */
const version = 1;

type PrintingTask = 'pdf' | 'columns' | 'issue-facts';

const saffron = '#f2b84b';

export type SheetWanted = {
  printed: PrintedIssue;
  company: { name: string; accent: string | null };
  logo: Uint8Array | null;
  paper: 'a4' | 'letter';
  /** `12 March 2026`. */
  cameOut: string;
  /** `https://everyhand.example.com`. */
  origin: string;
};

/** The issue on A4 or Letter, in two columns. */
export function issueSheet(wanted: SheetWanted): Print {
  return print('columns', columnsSheet(wanted), 'pdf');
}

/** The issue on one sheet of A3 or Tabloid: how its stories begin. */
export function wallSheet(wanted: SheetWanted): Print {
  return print('pdf', wallOf(wanted), 'pdf');
}

/** What an editor should know of the sheets before anybody prints them. */
export async function sheetFacts(wanted: SheetWanted): Promise<SheetFacts | Busy> {
  const sheets = { columns: columnsSheet(wanted), wall: wallOf(wanted) };
  const told = await print('issue-facts', sheets, 'json').make();
  return 'ok' in told ? (JSON.parse(told.bytes.toString('utf8')) as SheetFacts) : told;
}

/** From the cache or the printing thread, by all that it is made of. */
function print(task: PrintingTask, input: unknown, extension: string): Print {
  const key = printKey('issue', version, typesetterVersions(), task, input);
  const make = () =>
    cachedPrint<Busy>(key, extension, async () => {
      const made = await askPrinter<Uint8Array>(task, input);
      return 'refused' in made ? made : { ok: true, bytes: Buffer.from(made) };
    });
  return { key, make };
}

export function columnsSheet(wanted: SheetWanted): Sheet {
  const { images, common } = prepare(wanted);
  const { issue, names } = wanted.printed;
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
        pieces: pieces.map(worded),
      })),
    },
  };
}

export function wallOf(wanted: SheetWanted): Sheet {
  const { images, common } = prepare(wanted);
  const { issue, lead, openings } = wanted.printed;
  return {
    template: wallTemplate,
    parts: { 'base.typ': base, 'headline.typ': headline },
    images,
    data: {
      ...common,
      lead,
      stories: issue.stories.map(({ title, kicker }, index) => ({
        title,
        kicker,
        opening: openings[index] ?? '',
      })),
    },
  };
}

function prepare({ printed, company, logo, paper, cameOut, origin }: SheetWanted) {
  const { issue, names } = printed;
  const address = `${origin}/newsletter/${issue.slug}`;
  const bare = (text: string) => text.replace(/^https?:\/\//, '');
  const common = {
    title: issue.title,
    lang: issue.language,
    paper,
    accent: company.accent ?? saffron,
    company: company.name,
    logo: logo ? 'logo.png' : null,
    eyebrow: eyebrow(cameOut),
    cover: issue.cover ? (names[issue.cover.src] ?? null) : null,
    'cover-alt': issue.cover?.alt ?? '',
    address,
    'shown-address': bare(address),
    base: origin,
    plain: bare(origin),
    qr: qrSvg(address).svg,
    words: sheetWords(),
  };
  return { images: { ...printed.images, ...(logo && { 'logo.png': logo }) }, common };
}
