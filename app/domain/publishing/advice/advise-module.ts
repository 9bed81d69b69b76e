import type { Compiled } from '../compile-document.work.server.ts';
import type { AnswerKey, ModuleTree, Question } from '../document-tree.ts';
import { questionsOf } from '../document-tree.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { countWords, shown } from '../text/plain-text.ts';
import { wordsAMinute } from '../text/reading-time.ts';
import { elementsIn, plainText, wordsToRead } from '../tree/tree-text.ts';
import { longestWay } from '../tree/build-scenario.ts';
import { paragraphsOf, placeOfWords, sentencesOf, wordsOf } from './prose.ts';

export type CompiledModule = Compiled & { kind: 'module'; tree: ModuleTree };

/** Below these a share or a mean says nothing. */
const enoughSentences = 20;
const enoughQuestions = 3;

const longestSentence = 34;
const meanSentence = 15;

/** So much of the time that is named should at least be needed. */
const leastOfMinutes = 0.4;

/** A module that takes this long shows a case, and asks enough for a pass mark to mean something. */
const longModule = 5;
const fewestQuestions = 4;

/** So many words in the same sequence, and a reader hears the sentence again. */
const echo = 6;

/**
 * What a program can say about how a module is written. It keeps nothing from being published: a company may have its
 * reasons.
 */
export function adviseModule(module: CompiledModule): Finding[] {
  return [
    ...adviseMinutes(module),
    ...adviseCounts(module),
    ...adviseOptions(module),
    ...adviseSentences(module),
    ...adviseMorals(module),
  ];
}

function placeOfKey({ source }: Compiled, key: string): { line: number; column: number } {
  const line = source.split('\n').findIndex((one) => one.startsWith(`${key}:`));
  return { line: Math.max(line, 0) + 1, column: 1 };
}

function wordsOfModule({ parts }: ModuleTree): number {
  return parts.reduce((sum, part) => {
    if (part.kind === 'text') return sum + wordsToRead(part.nodes);
    if (part.kind === 'scenario') return sum + longestWay(part.scenario);
    return sum + part.questions.reduce((all, question) => all + wordsOfQuestion(question), 0);
  }, 0);
}

function wordsOfQuestion({ nodes, options }: Question): number {
  return countWords([nodes, ...options.map((option) => option.nodes)].map(plainText).join(' '));
}

function adviseMinutes(module: CompiledModule): Finding[] {
  const { minutes } = module.front as { minutes: number };
  const words = wordsOfModule(module.tree);
  const limit = minutes * wordsAMinute;
  const place = placeOfKey(module, 'minutes');
  if (words > limit) return [finding(place, 'minutes-too-few', { words, minutes, limit })];
  if (minutes < longModule || words >= limit * leastOfMinutes) return [];
  return [finding(place, 'minutes-too-many', { words, minutes })];
}

function adviseCounts(module: CompiledModule): Finding[] {
  const { minutes } = module.front as { minutes: number };
  if (minutes < longModule) return [];
  const questions = questionsOf(module.tree).length;
  const findings: Finding[] = [];
  if (module.caseIds.length === 0) findings.push(finding(placeOfKey(module, 'title'), 'case-none', {}));
  if (questions < fewestQuestions) {
    const numbers = { count: questions, least: fewestQuestions };
    findings.push(finding(placeOfKey(module, 'pass'), 'questions-too-few', numbers));
  }
  return findings;
}

/** Whether somebody who reads nothing and takes the longest option is right. Between two that are longest one cannot tell. */
function longestIsRight({ options }: Question, right: string[]): boolean {
  const lengths = options.map(({ nodes }) => plainText(nodes).length);
  const most = Math.max(...lengths);
  const longest = options.filter((_, index) => lengths[index] === most);
  return longest.length === 1 && right.includes(longest[0]!.id);
}

function adviseOptions({ tree, source, answerKey }: CompiledModule): Finding[] {
  const choosing = questionsOf(tree).filter(({ kind }) => kind === 'one' || kind === 'many');
  const given = choosing.filter((question) => longestIsRight(question, rightOf(answerKey, question)));
  if (choosing.length < enoughQuestions || given.length * 3 <= choosing.length) return [];
  const line = source.split('\n').findIndex((one) => one.includes(`<Question id="${given[0]?.id}"`)) + 1;
  const numbers = { count: given.length, total: choosing.length };
  const ids = given.map(({ id }) => id).join(', ');
  return [finding({ line: Math.max(line, 1), column: 1 }, 'longest-is-right', { ...numbers, ids })];
}

function rightOf(key: AnswerKey, { id }: Question): string[] {
  return key[id]?.right ?? [];
}

function adviseSentences({ tree, source, language }: CompiledModule): Finding[] {
  const sentences = paragraphsOf(tree).flatMap((text) => sentencesOf(text, language));
  const long = sentences.filter((one) => countWords(one) > longestSentence);
  const findings = long.map((one) =>
    finding(placeOfWords(source, wordsOf(one).slice(0, echo)), 'sentence-too-long', {
      words: countWords(one),
      limit: longestSentence,
      begin: shown(one),
    }),
  );
  const mean = sentences.reduce((sum, one) => sum + countWords(one), 0) / Math.max(1, sentences.length);
  if (sentences.length < enoughSentences || mean <= meanSentence) return findings;
  const numbers = { mean: mean.toFixed(1), limit: meanSentence };
  return [...findings, finding({ line: 1, column: 1 }, 'sentences-too-long', numbers)];
}

/** What a case teaches is said in its lesson, and nowhere else in the module. */
function adviseMorals({ tree, source }: CompiledModule): Finding[] {
  const lessons = tree.parts
    .flatMap((part) => (part.kind === 'text' ? [...elementsIn(part.nodes)] : []))
    .filter(({ name }) => name === 'Lesson')
    .map(({ children }) => plainText(children ?? []));
  const texts = paragraphsOf(tree).map((text) => ` ${wordsOf(text).join(' ')} `);
  return lessons.flatMap((lesson) => {
    const words = wordsOf(lesson);
    const runs = words.slice(echo - 1).map((_, index) => words.slice(index, index + echo));
    const again = runs.find((run) => texts.filter((text) => text.includes(` ${run.join(' ')} `)).length > 1);
    if (!again) return [];
    return [finding(placeOfWords(source, again), 'moral-twice', { words: shown(again.join(' ')) })];
  });
}
