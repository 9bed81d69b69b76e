import { checkAbout } from './gate/questions/check-about.ts';
import { checkTreeCharacters } from './gate/check-characters.ts';
import { checkComponents } from './gate/check-components.ts';
import { checkIds } from './gate/check-ids.ts';
import { checkMarkdown } from './gate/check-markdown.ts';
import { checkNesting } from './gate/check-nesting.ts';
import { checkNotEmpty, checkParts } from './gate/check-parts.ts';
import { checkQuestions } from './gate/questions/check-questions.ts';
import { checkScenarios } from './gate/check-scenarios.ts';
import { checkSize } from './gate/check-size.ts';
import { checkTalk } from './gate/check-talk.ts';
import type { MdNode } from './gate/md-node.ts';
import type { Finding } from './finding.ts';
import { inSourceOrder } from './finding-rules.ts';
import type { Grammar } from './grammar/grammar.ts';
import { moduleGrammar } from './grammar/module-grammar.ts';
import type { Vocabulary } from './content/vocabulary.ts';

/**
 * All that a module may not hold, at once. It runs first on the parsed text: whatever it lets through is
 * data. Without a vocabulary, names of functions and standards go unchecked.
 */
export function checkModule(tree: MdNode, vocabulary: Vocabulary | null): Finding[] {
  return checkDocument(tree, moduleGrammar, vocabulary, () => [
    ...checkQuestions(tree),
    ...checkAbout(tree),
    ...checkScenarios(tree),
    ...checkParts(tree),
  ]);
}

/** The same for what is read on the wall, in the newsletter or in a talk; `minutes` are those a plan says it takes. */
export function checkCulture(
  tree: MdNode,
  grammar: Grammar,
  vocabulary: Vocabulary | null,
  minutes: number | null,
): Finding[] {
  return checkDocument(tree, grammar, vocabulary, () => checkTalk(tree, minutes));
}

function checkDocument(
  tree: MdNode,
  grammar: Grammar,
  vocabulary: Vocabulary | null,
  checkOwn: () => Finding[],
): Finding[] {
  const size = checkSize(tree);
  if (size.length > 0) return size;
  const found = [
    ...checkMarkdown(tree),
    ...checkTreeCharacters(tree),
    ...checkComponents(tree, grammar, vocabulary),
    ...checkNesting(tree, grammar),
    ...checkIds(tree),
    ...checkOwn(),
  ];
  return inSourceOrder(found.length > 0 ? found : checkNotEmpty(tree));
}
