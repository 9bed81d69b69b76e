import type { RawElement, RawNode } from '#app/platform/mdx/raw-node.ts';
import type { AnswerKey, ModuleTree, Part, TreeNode } from '../document-tree.ts';
import { moduleGrammar } from '../grammar/module-grammar.ts';
import { minutesFor, minutesForQuestions } from '../text/reading-time.ts';
import { slugOf } from '../text/slug.ts';
import { buildBlocks } from './build-nodes.ts';
import { buildQuestion } from './build-question.ts';
import { buildScenario, longestWay } from './build-scenario.ts';
import { cutParts, type RawPart } from './cut-parts.ts';
import { elementsIn, wordsToRead } from './tree-text.ts';

export type BuiltModule = { tree: ModuleTree; answerKey: AnswerKey; caseIds: string[] };

/** From what the document's code gave to the tree, with the answer key lifted out of it. */
export function buildModule(nodes: readonly RawNode[]): BuiltModule {
  const cut = cutParts(nodes);
  const slugs = new Set(['quiz']);
  const parts: Part[] = [];
  for (const part of cut.parts) {
    const built = buildPart(part, parts.at(-1)?.slug ?? null);
    const slug = unused(built.slug, slugs);
    slugs.add(slug);
    parts.push({ ...built, slug });
  }
  const quiz = buildQuiz(cut.questions);
  const caseIds = parts.flatMap((part) => (part.kind === 'text' ? casesIn(part.nodes) : []));
  return {
    tree: { kind: 'module', parts: [...parts, ...quiz.parts] },
    answerKey: quiz.answerKey,
    caseIds,
  };
}

function buildPart(part: RawPart, before: string | null): Exclude<Part, { kind: 'quiz' }> {
  const { title } = part;
  if (part.kind === 'scenario') {
    const scenario = buildScenario(part.node);
    return {
      kind: 'scenario',
      slug: scenario.id,
      title,
      minutes: minutesFor(longestWay(scenario)),
      scenario,
    };
  }
  const nodes = buildBlocks(part.nodes, moduleGrammar);
  const untitled = before === null ? 'start' : `after-${before}`;
  const slug = title === null ? untitled : slugOf(title) || 'part';
  return { kind: 'text', slug, title, minutes: minutesFor(wordsToRead(nodes)), nodes };
}

function buildQuiz(raw: readonly RawElement[]): { parts: Part[]; answerKey: AnswerKey } {
  const keyed = raw.map(buildQuestion);
  const questions = keyed.map(({ question }) => question);
  const minutes = minutesForQuestions(questions.length);
  return {
    parts: questions.length > 0 ? [{ kind: 'quiz', slug: 'quiz', title: null, minutes, questions }] : [],
    answerKey: Object.fromEntries(keyed.map(({ question, key }) => [question.id, key])),
  };
}

function casesIn(nodes: readonly TreeNode[]): string[] {
  return [...elementsIn(nodes)]
    .filter(({ name }) => name === 'CaseStudy')
    .map(({ props }) => String(props?.id));
}

function unused(slug: string, taken: ReadonlySet<string>): string {
  let number = 2;
  let free = slug;
  while (taken.has(free)) free = `${slug}-${number++}`;
  return free;
}
