import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { caseStudy, moduleSource, question, writeContent } from './content.ts';
import { publishDrafts } from './culture.ts';

type Issue = { title?: string; front?: string; lead?: string; stories: string };

/** The source of an issue. */
export function issueSource({
  title = 'An issue',
  front = '',
  lead = 'What happened.',
  stories,
}: Issue): string {
  return `---\ntitle: ${title}\nlanguage: en\n${front}---\n\n<Lead>\n\n${lead}\n\n</Lead>\n\n${stories}\n`;
}

export function story(id: string, title: string, body: string, kicker = 'From the yard'): string {
  return `<Story id="${id}" title="${title}" kicker="${kicker}">\n\n${body}\n\n</Story>\n`;
}

const poster =
  '---\ntitle: A poster\nlanguage: en\ntemplate: big-words\npalette: ink\n---\n\n<Headline>Ask twice</Headline>\n';

type Module = { title?: string; text?: string; changed?: string };

/** The modules of the course for everyone, and of the one for sales. */
export type Training = { common?: Record<string, Module>; sales?: Record<string, Module> };

const sourceOf = ([slug, { title = `Module ${slug}`, text = 'Plain words.', changed }]: [string, Module]) =>
  [
    slug,
    moduleSource({
      title,
      parts: [text, caseStudy({ id: `case-${slug}`, title: `Case of ${slug}` })],
      questions: question(`q-${slug}`, 'one'),
      front: changed ? `changed: ${changed}\n` : '',
    }),
  ] as const;

/** Publishes training and issues as they stand on a day; files beside the issues by their names. */
export async function publishOn(
  day: string,
  folder: string,
  { common, sales }: Training,
  issues: Record<string, string> = {},
): Promise<void> {
  const root = join(folder, 'content');
  rmSync(root, { recursive: true, force: true });
  const course = (slug: string, audience: string, modules: Record<string, Module>) => ({
    slug,
    title: `Course ${slug}`,
    audience,
    modules: Object.fromEntries(Object.entries(modules).map(sourceOf)) as Record<string, string>,
  });
  const files = Object.entries(issues).map(([name, text]) => {
    const file = name.includes('.') ? name : `${name}.mdx`;
    return [`culture/newsletters/${file}`, text];
  });
  const courses = [
    ...(common ? [course('common', 'everyone', common)] : []),
    ...(sales ? [course('selling', '[sales]', sales)] : []),
  ];
  const more = { 'culture/posters/a-poster.mdx': poster, ...(Object.fromEntries(files) as object) };
  await underClock(new Date(`${day}T09:00:00Z`), async () => {
    const report = await importContent(system, writeContent(root, courses, more));
    if (report.broken.length > 0) throw new Error(JSON.stringify(report.broken));
    await publishDrafts();
  });
}
