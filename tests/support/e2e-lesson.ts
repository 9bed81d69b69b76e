import type { APIRequestContext } from '@playwright/test';
import { send } from './e2e-company.ts';
import { readProgramFile } from './e2e-server.ts';

export type KeyOption = { text: string; right: boolean; why: string };
export type KeyQuestion = { id: string; kind: 'one' | 'many' | 'true-false' | 'order'; options: KeyOption[] };

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
export type Lesson = typeof firstModule;

/** Questions with their answers, read from the source: the pages do not tell them. */
export function answerKey({ file }: Lesson): KeyQuestion[] {
  const source = readProgramFile(file);
  return [...source.matchAll(/<Question id="([^"]+)" kind="([^"]+)">([\s\S]*?)<\/Question>/g)].map(
    ([, id = '', kind, body = '']) => ({
      id,
      kind: kind as KeyQuestion['kind'],
      options: [...body.matchAll(/<Option( right)? why="([^"]+)">([^<]+)<\/Option>/g)].map(
        ([, right, why = '', text = '']) => ({ text: text.trim(), right: right !== undefined, why }),
      ),
    }),
  );
}

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
