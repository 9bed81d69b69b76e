import type { Finding } from '../finding.ts';
import { finding, inSourceOrder } from '../finding-rules.ts';
import { checkSourceCharacters } from './check-characters.ts';

/** Each limit is far above honest writing and far below the shape that takes the parser seconds. */
const limits = {
  bytes: 100 * 1024,
  lines: 2000,
  tags: 1500,
  word: 1000,
  blockLines: 300,
  blockMarks: 500,
  marks: 6000,
  /** Columns of white space before a line. */
  indent: 32,
  /** Quote and list markers at the beginning of a line. */
  markers: 6,
  /** The parser tries the rest of the text once more at each of them: this times the length is its work. */
  retries: 1_000_000,
};

const mark = /[*_~[\]|`]/g;

/** Before the parser sees it: what is no text, and what would keep the parser busy. */
export function guardSource(source: string): Finding[] {
  const tooLarge = guardBytes(source);
  if (tooLarge.length > 0) return tooLarge;
  const lines = source.split('\n');
  return inSourceOrder([
    ...checkSourceCharacters(source),
    ...guardCounts(source, lines),
    ...lines.flatMap(guardWord),
    ...guardDepth(lines),
    ...guardBlocks(lines),
    ...guardImports(source, lines),
  ]);
}

/** A list is no Markdown: many entries without an empty line between them keep nobody busy. */
export function guardList(source: string): Finding[] {
  const tooLarge = guardBytes(source);
  if (tooLarge.length > 0) return tooLarge;
  const lines = source.split('\n');
  return inSourceOrder([...checkSourceCharacters(source), ...guardLines(lines), ...guardDepth(lines)]);
}

function guardBytes(source: string): Finding[] {
  const bytes = Buffer.byteLength(source);
  if (bytes <= limits.bytes) return [];
  return [finding({ line: 1, column: 1 }, 'too-large', { bytes, limit: limits.bytes })];
}

function guardLines({ length }: readonly string[]): Finding[] {
  if (length <= limits.lines) return [];
  return [finding({ line: 1, column: 1 }, 'too-many-lines', { count: length, limit: limits.lines })];
}

function guardCounts(source: string, lines: string[]): Finding[] {
  const found = guardLines(lines);
  const start = { line: 1, column: 1 };
  const tags = count(source, /</g);
  if (tags > limits.tags) found.push(finding(start, 'too-many-tags', { count: tags, limit: limits.tags }));
  const marks = count(source, mark);
  if (marks > limits.marks)
    found.push(finding(start, 'text-too-dense', { count: marks, limit: limits.marks }));
  const braces = count(source, /\}/g);
  if (braces * source.length > limits.retries) {
    const line = lines.findIndex((text) => /[{}]/.test(text));
    found.push(finding({ line: line + 1, column: 1 }, 'too-many-braces', { count: braces }));
  }
  return found;
}

function guardWord(line: string, index: number): Finding[] {
  const word = new RegExp(`[!-~]{${limits.word},}`).exec(line);
  if (!word) return [];
  const place = { line: index + 1, column: word.index + 1 };
  return [finding(place, 'word-too-long', { length: word[0].length, limit: limits.word })];
}

function guardDepth(lines: string[]): Finding[] {
  const index = lines.findIndex((line) => {
    const indent = (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length;
    const lead = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|\r?$)))*/.exec(line)?.[0] ?? '';
    return count(lead, />|[-+*]|\d+[.)]/g) > limits.markers || (indent > limits.indent && line.trim() !== '');
  });
  if (index === -1) return [];
  return [finding({ line: index + 1, column: 1 }, 'nested-too-deep', { limit: limits.markers })];
}

/** Within one block the parser's work grows with the square of the marks in it. */
function guardBlocks(lines: string[]): Finding[] {
  const found: Finding[] = [];
  let first = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && (lines[index] ?? '').trim() !== '') continue;
    const block = lines.slice(first, index);
    const place = { line: first + 1, column: 1 };
    const marks = count(block.join('\n'), mark);
    if (block.length > limits.blockLines) {
      found.push(finding(place, 'block-too-long', { lines: block.length, limit: limits.blockLines }));
    }
    if (marks > limits.blockMarks) {
      found.push(finding(place, 'block-too-dense', { count: marks, limit: limits.blockMarks }));
    }
    first = index + 1;
  }
  return found;
}

/** The gate refuses these as well; here only where they would have the parser begin again at each blank line. */
function guardImports(source: string, lines: string[]): Finding[] {
  const blank = lines.filter((line) => line.trim() === '').length;
  if (blank * source.length <= limits.retries) return [];
  return lines.flatMap((line, index) =>
    /^(?:import|export) /.test(line) ? [finding({ line: index + 1, column: 1 }, 'import-export', {})] : [],
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
