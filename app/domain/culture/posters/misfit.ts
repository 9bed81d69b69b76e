import { finding } from '#app/domain/publishing/finding-rules.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';

/** What does not fit on paper, as whoever lays posters out says it. */
type Misfit = { part: string; at: number; over: number; size: string };
/** What stands there in letters that no typeface has. */
type Lack = { part: string; at: number; letters: readonly string[] };

/** Why a poster cannot be printed. */
export type Unprintable = { misfits: readonly Misfit[]; lacks: readonly Lack[] };

const tags: Readonly<Record<string, string>> = {
  headline: 'Headline',
  line: 'Line',
  attribution: 'Attribution',
  bad: 'Bad',
  good: 'Good',
  number: 'Number',
  quote: 'Quote',
  by: 'Quote',
  thanks: 'Thanks',
  to: 'Thanks',
  step: 'Steps',
  ask: 'Ask',
};

/** What is too long, where it is written, and by how many letters; and which letters cannot be printed. */
export function misfitFindings(source: string, { misfits, lacks }: Unprintable): Finding[] {
  const named = (part: string) => tags[part] ?? part;
  return [
    ...misfits.map(({ part, at, over, size }) =>
      finding(placeOf(source, part, at), 'poster-too-long', { part: named(part), size, over }),
    ),
    ...lacks.map(({ part, at, letters }) =>
      finding(placeOf(source, part, at), 'poster-letters', {
        part: named(part),
        letters: letters.slice(0, mostNamed).join(' '),
        count: letters.length,
      }),
    ),
  ];
}

/** A text in a script that we have no typeface for lacks nearly all of its letters: a few say it. */
const mostNamed = 12;

/** Of a tag, where it is opened for the nth time; steps stand below the one tag that there is; all else is in front. */
function placeOf(source: string, part: string, at: number): { line: number; column: number } {
  const tag = tags[part];
  const key = part === 'qr-says' ? /^qrSays:/gm : /^qr:/gm;
  const found = [...source.matchAll(tag ? new RegExp(`<${tag}[\\s>]`, 'g') : key)];
  const index = found[part === 'step' ? 0 : at]?.index ?? 0;
  const before = source.slice(0, index).split('\n');
  const step = part === 'step' ? stepLine(source, before.length, at) : null;
  return step ?? { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function stepLine(source: string, from: number, at: number): { line: number; column: number } | null {
  const lines = source.split('\n').map((text, index) => ({ text, line: index + 1 }));
  const step = lines.filter(({ text, line }) => line > from && /^\s*\d+[.)]\s/.test(text))[at];
  return step ? { line: step.line, column: 1 } : null;
}
