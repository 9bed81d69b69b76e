import type { SyntaxFault } from '#app/platform/mdx/syntax-fault.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';

/** Where the parser gave up. Code that it could not even parse is refused as code, not as a slip. */
export function syntaxFinding({ line, column, reason }: SyntaxFault, source: string): Finding {
  const place = { line, column };
  if (/import\/exports/.test(reason)) return finding(beginning(line, source), 'import-export', {});
  if (/acorn|in code|expression/.test(reason)) return finding(place, 'expression', {});
  if (/call stack/.test(reason)) return finding(place, 'nested-too-deep', { limit: 24 });
  return finding(place, 'syntax', { reason: reason.slice(0, 200) });
}

/** The parser stops where such code breaks off, which may be far below. */
function beginning(line: number, source: string): { line: number; column: number } {
  const above = source.split('\n').slice(0, line);
  const index = above.findLastIndex((text) => /^(?:import|export) /.test(text));
  return { line: index === -1 ? line : index + 1, column: 1 };
}
