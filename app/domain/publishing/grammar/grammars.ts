import type { CultureKind } from '../document-tree.ts';
import type { Grammar } from './grammar.ts';
import { issueGrammar } from './issue-grammar.ts';
import { posterGrammar } from './poster-grammar.ts';
import { sheetGrammar, talkGrammar } from './talk-grammar.ts';

/** Of a poster, what may stand in it depends on its template. */
export function grammarOf(kind: CultureKind, template: unknown): Grammar {
  if (kind === 'poster') return posterGrammar(template);
  return { issue: issueGrammar, talk: talkGrammar, sheet: sheetGrammar }[kind];
}
