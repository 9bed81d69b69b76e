import type { AnswerKey, Question } from '#app/domain/publishing/document-tree.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';

/** From so many first tries up a share is told: below that it says more about the people than about the question. */
export const fewestTries = 10;

/** How often each whole answer was given to each question, in first tries alone: by question id, then by the answer. */
export type Tally = Map<string, Map<string, number>>;

export type AskedEdition = {
  number: number;
  language: string;
  questions: Question[];
  key: AnswerKey;
  tally: Tally;
};

export type QuestionShare = {
  id: string;
  text: string;
  language: string;
  /** Numbers of the editions that asked this with the same options, the newest first. */
  editions: number[];
  tries: number;
  /** How many were right; null while there are too few tries. */
  right: number | null;
  /** The wrong answer that was given most often, and how often; null where none was, or there are too few tries. */
  favourite: { options: string[]; times: number } | null;
};

/** An answer in one form: the sequence counts for `order` alone. */
export function answerText(kind: Question['kind'], chosen: string[]): string {
  return JSON.stringify(kind === 'order' ? chosen : chosen.toSorted());
}

type Group = { question: Question; right: string; share: QuestionShare; given: Map<string, number> };

/** The text of what was chosen; an option that pairs with something else stands before what it was paired with. */
function optionTexts({ options }: Question, answer: string): string[] {
  const texts = new Map(options.map(({ id, nodes }) => [id, plainText(nodes)]));
  return (JSON.parse(answer) as string[]).map((id) => texts.get(id) ?? '');
}

function favouriteOf({ question, right, given }: Group): QuestionShare['favourite'] {
  // What an option was paired with stands nowhere by its id.
  if (question.kind === 'match') return null;
  const wrong = [...given].filter(([answer]) => answer !== right);
  const [most] = wrong.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most ? { options: optionTexts(question, most[0]), times: most[1] } : null;
}

/**
 * The questions of a module with how they were answered. Editions come newest first; a question that one of them asks
 * with other options, or with another right answer, is another question. Those of an old edition are told only where
 * somebody has answered them.
 */
export function questionShares(editions: AskedEdition[]): QuestionShare[] {
  const groups = new Map<string, Group>();
  const newest = new Set<string>();
  for (const { number, language, questions, key, tally } of editions) {
    for (const question of questions) {
      const { id, kind, options, nodes } = question;
      const right = answerText(kind, key[id]?.right ?? []);
      const name = JSON.stringify([id, kind, options.map((option) => option.id).toSorted(), right]);
      const share = {
        id,
        text: plainText(nodes),
        language,
        editions: [],
        tries: 0,
        right: 0,
        favourite: null,
      };
      const group = groups.get(name) ?? { question, right, share, given: new Map<string, number>() };
      groups.set(name, group);
      if (!newest.has(language)) group.share.editions.push(number);
      else if (tally.has(id)) group.share.editions.push(number);
      for (const [answer, times] of tally.get(id) ?? []) {
        group.share.tries += times;
        group.given.set(answer, (group.given.get(answer) ?? 0) + times);
      }
    }
    newest.add(language);
  }
  return [...groups.values()]
    .filter(({ share }) => share.editions.length > 0)
    .map((group) => {
      const { share, given, right } = group;
      const enough = share.tries >= fewestTries;
      return {
        ...share,
        right: enough ? (given.get(right) ?? 0) : null,
        favourite: enough ? favouriteOf(group) : null,
      };
    });
}
