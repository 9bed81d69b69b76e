import type { APIRequestContext } from '@playwright/test';
import { send } from './e2e-company.ts';
import { readProgramFile } from './e2e-server.ts';

export type KeyOption = { text: string; right: boolean; why: string; match: string };
export type KeyQuestion = {
  id: string;
  kind: 'one' | 'many' | 'true-false' | 'order' | 'match';
  options: KeyOption[];
};

const folder = 'content/courses/shipping';

/** The course that ships, as its tests walk through it. */
export const course = { title: 'Shipping', home: '/learn/shipping' };
export const firstModule = {
  title: 'The last hands on the box',
  file: `${folder}/01-the-last-hands-on-the-box.mdx`,
  home: `${course.home}/the-last-hands-on-the-box`,
};
export const secondModule = {
  title: 'The last ten metres',
  file: `${folder}/02-the-last-ten-metres.mdx`,
  home: `${course.home}/the-last-ten-metres`,
};
export const thirdModule = {
  title: 'Late, and back again',
  file: `${folder}/03-late-and-back-again.mdx`,
  home: `${course.home}/late-and-back-again`,
};
export const lessons = [firstModule, secondModule, thirdModule];
export type Lesson = typeof firstModule;

/** Questions with their answers, read from the source: the pages do not tell them. */
export function answerKey({ file }: Lesson): KeyQuestion[] {
  const source = readProgramFile(file);
  return [...source.matchAll(/<Question\b([^>]*)>([\s\S]*?)<\/Question>/g)].map(
    ([, head = '', body = '']) => ({
      id: valueOf(head, 'id'),
      kind: valueOf(head, 'kind') as KeyQuestion['kind'],
      options: [...body.matchAll(/<Option\b((?:"[^"]*"|[^">])*)>([^<]+)<\/Option>/g)].map(
        ([, tag = '', text = '']) => ({
          text: text.trim(),
          right: /\bright\b/.test(tag.replace(/"[^"]*"/g, '')),
          why: valueOf(tag, 'why'),
          match: valueOf(tag, 'match'),
        }),
      ),
    }),
  );
}

const valueOf = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

export type Ending = 'good' | 'mixed' | 'bad';

/** What a reader chooses in a lesson's scenario to come to an ending of this kind, and how the customer felt. */
export function wayTo({ file }: Lesson, ending: Ending): { text: string; felt: string }[] {
  const moments = new Map(
    [...readProgramFile(file).matchAll(/<Moment id="([^"]+)"(?: end="([^"]+)")?>([\s\S]*?)<\/Moment>/g)].map(
      ([, id = '', end, body = '']) => [id, { end, choices: [...body.matchAll(choiceTag)] }],
    ),
  );
  const walk = (id: string): { text: string; felt: string }[] | null => {
    const moment = moments.get(id);
    if (!moment || moment.end) return moment?.end === ending ? [] : null;
    for (const [, to = '', felt = '', text = ''] of moment.choices) {
      const rest = walk(to);
      if (rest) return [{ text: text.trim(), felt }, ...rest];
    }
    return null;
  };
  const way = walk([...moments.keys()][0] ?? '');
  if (!way) throw new Error(`No way in ${file} ends ${ending}.`);
  return way;
}

const choiceTag = /<Choice to="([^"]+)" felt="([^"]+)">([^<]+)<\/Choice>/g;

const partLinks = (page: string) => [
  ...new Set([...page.matchAll(/\?part=([\w-]+)(?=")/g)].map(([, slug = '']) => slug)),
];

/** Begins a module and reads all its parts, so that its questions are open. */
export async function readEverything(visit: APIRequestContext, { home }: Lesson): Promise<void> {
  await send(visit, home, {});
  const page = await (await visit.get(home)).text();
  for (const part of partLinks(page)) await send(visit, home, { read: part });
}

/** As `readEverything`, and a try is open. */
export async function openQuiz(visit: APIRequestContext, lesson: Lesson): Promise<void> {
  await readEverything(visit, lesson);
  await send(visit, `${lesson.home}/attempt`, {});
}
