import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Course = {
  slug: string;
  title: string;
  audience: string;
  /** Sources by slug, in their order. */
  modules: Record<string, string>;
};

type Module = { title: string; parts?: string[]; questions?: string; front?: string };

/** The source of a module: its parts in order, each with a heading of its own, then its questions. */
export function moduleSource({
  title,
  parts = ['Plain words.'],
  questions = '',
  front = '',
}: Module): string {
  const body = parts.map((text, index) => `## Part ${index + 1}\n\n${text}\n`).join('\n');
  return `---\ntitle: ${title}\nlanguage: en\nminutes: 5\npass: 80\n${front}---\n\n${body}\n${questions}`;
}

export type QuestionKind = 'one' | 'many' | 'true-false' | 'order';

const optionTexts: Record<QuestionKind, { text: string; right: boolean }[]> = {
  one: [
    { text: 'Blue', right: false },
    { text: 'Green', right: true },
    { text: 'Red', right: false },
  ],
  many: [
    { text: 'Bread', right: true },
    { text: 'Stones', right: false },
    { text: 'Water', right: true },
  ],
  'true-false': [
    { text: 'True', right: false },
    { text: 'False', right: true },
  ],
  order: [
    { text: 'Listen', right: false },
    { text: 'Answer', right: false },
    { text: 'Repeat', right: false },
    { text: 'Thank', right: false },
  ],
};

/** A question of a kind; every `why` begins with `mark`, so that it can be looked for. */
export function question(id: string, kind: QuestionKind, mark = `why-${id}`): string {
  const options = optionTexts[kind].map(
    ({ text, right }, index) => `<Option${right ? ' right' : ''} why="${mark}-${index}">${text}</Option>`,
  );
  return `<Question id="${id}" kind="${kind}">\nWhat of ${id}?\n\n${options.join('\n')}\n</Question>\n`;
}

/** A content folder with these courses, and the names of functions and standards that ship. */
export function writeContent(folder: string, courses: Course[]): string {
  for (const file of ['functions.yaml', 'standards.yaml']) {
    mkdirSync(folder, { recursive: true });
    cpSync(join('content', file), join(folder, file));
  }
  for (const { slug, title, audience, modules } of courses) {
    const home = join(folder, 'courses', slug);
    mkdirSync(home, { recursive: true });
    const list = Object.keys(modules).join(', ');
    const lines = [
      `title: ${title}`,
      'language: en',
      `audience: ${audience}`,
      `modules: [${list}]`,
      'summary: What it is.',
    ];
    writeFileSync(join(home, 'course.yaml'), `${lines.join('\n')}\n`);
    for (const [index, [name, source]] of Object.entries(modules).entries()) {
      writeFileSync(join(home, `0${index + 1}-${name}.mdx`), source);
    }
  }
  return folder;
}
