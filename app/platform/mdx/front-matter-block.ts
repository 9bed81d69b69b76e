export type FrontMatterBlock =
  | { ok: true; yaml: string; firstLine: number; body: string }
  | { refused: 'none' | 'open' }
  | { refused: 'language'; given: string };

/** Splits the block between the `---` lines off; its lines stay in the body as blank ones, so that places stay true. */
export function splitFrontMatter(source: string): FrontMatterBlock {
  const lines = source.split('\n');
  const first = (lines[0] ?? '').replace(/\r$/, '');
  if (!first.startsWith('---')) return { refused: 'none' };
  const given = first.slice(3).trim();
  if (given !== '') return { refused: 'language', given: given.slice(0, 40) };
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?$/.test(line));
  if (end === -1) return { refused: 'open' };
  return {
    ok: true,
    yaml: lines
      .slice(1, end)
      .map((line) => line.replace(/\r$/, ''))
      .join('\n'),
    firstLine: 2,
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
  };
}
