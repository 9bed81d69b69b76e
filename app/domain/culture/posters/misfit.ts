import { finding } from '#app/domain/publishing/finding-rules.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';

/** What does not fit on paper, as whoever lays posters out says it. */
export type Misfit = { part: string; at: number; over: number; size: string };

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

/** What is too long, where it is written, and by how many letters. */
export function misfitFindings(source: string, misfits: readonly Misfit[]): Finding[] {
  return misfits.map(({ part, at, over, size }) =>
    finding(placeOf(source, part, at), 'poster-too-long', { part: tags[part] ?? part, size, over }),
  );
}

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
