import type { Huddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import type { SheetView } from '#app/domain/culture/huddles/sheet.ts';
import type { Company } from '#app/domain/people/company.ts';
import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import * as m from '#app/messages/generated/messages.js';
import { qrSvg } from '#app/platform/qr/qr-code.server.ts';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import base from '#app/ui/print/base.typ?raw';
import template from '#app/ui/print/monday.typ?raw';
import { weekInWords } from '../shown-huddle.ts';

type Wanted = {
  huddle: Pick<Huddle, 'id' | 'department' | 'mondayOn'>;
  sheet: SheetView;
  company: Company;
  paper: 'a4' | 'letter';
  /** Two side by side on a whole sheet, to be cut: for two who lead, or for both sides of a wall. */
  twice: boolean;
  /** `https://everyhand.example.com` */
  origin: string;
};

const saffron = '#f2b84b';

/** The sheet as a PDF of two small pages: what is read out and asked, and, for the back, what happened. */
export function huddleSheet({ huddle, sheet, company, paper, twice, origin }: Wanted): Sheet {
  const { department, mondayOn } = huddle;
  const { language } = company;
  // Who prints on letter paper writes dates as Americans do.
  const locale = language === 'en' && paper === 'a4' ? 'en-GB' : language;
  const page = `${origin}/huddles/${huddle.id}`;
  const part = (name: string) => childOf(sheet.case?.element, name);
  const lesson = part('Lesson');
  return {
    template,
    parts: { 'base.typ': base },
    data: {
      title: m.huddle_read_title({ title: sheet.title }),
      company: company.name,
      accent: company.accent ?? saffron,
      lang: language,
      paper,
      twice,
      about: m.huddle_eyebrow({ department, week: weekInWords(mondayOn, locale) }),
      sheet: sheet.title,
      'sheet-lang': sheet.language,
      'case-lang': sheet.case?.language ?? sheet.language,
      situation: paragraphsOf(part('Situation')?.children ?? []),
      ask: plainText(sheet.ask),
      answers: sheet.answers.map((answer) => plainText(answer)),
      bad: sideOf(part('Bad')),
      good: sideOf(part('Good')),
      lesson: lesson ? plainText(lesson.children ?? []) : null,
      say: paragraphsOf(sheet.say),
      qr: qrSvg(page).svg,
      address: page.replace(/^https?:\/\//, ''),
      words: {
        situation: m.huddle_paper_situation(),
        ask: m.huddle_paper_ask(),
        hands: m.huddle_paper_hands(),
        qr: m.huddle_paper_qr(),
        scan: m.huddle_paper_scan(),
        back: m.huddle_paper_back(),
        bad: m.huddle_paper_bad(),
        good: m.huddle_paper_good(),
        felt: m.huddle_paper_felt(),
        cost: m.huddle_paper_cost(),
        lesson: m.huddle_paper_lesson(),
        say: m.huddle_paper_say(),
      },
    },
  };
}

const isElement = (node: TreeNode): node is TreeElement => typeof node === 'object';

function childOf(element: TreeElement | undefined, name: string): TreeElement | undefined {
  return element?.children?.filter(isElement).find((child) => child.name === name);
}

/** One a block; text that stands in none is one of its own. */
function paragraphsOf(nodes: TreeNode[]): string[] {
  return nodes.some((node) => isElement(node) && /^(p|ul|ol|[A-Z])/.test(node.name))
    ? nodes.map((node) => plainText([node]).trim()).filter(Boolean)
    : [plainText(nodes).trim()].filter(Boolean);
}

function sideOf(side: TreeElement | undefined) {
  if (!side) return null;
  const text = (name: string) => {
    const found = childOf(side, name);
    return found ? plainText(found.children ?? []) : null;
  };
  const told = (side.children ?? []).filter(
    (child) => !isElement(child) || !['Felt', 'Cost'].includes(child.name),
  );
  return {
    felt: text('Felt'),
    cost: text('Cost'),
    told: told
      .map((child) => {
        const isSaid = isElement(child) && child.name === 'Said';
        const words = plainText([child]).trim();
        // The quotation marks are those of the page's language.
        return isSaid
          ? { who: String(child.props?.who ?? ''), words: m.huddle_paper_said({ words }) }
          : { who: null, words };
      })
      .filter(({ words }) => words !== ''),
  };
}
