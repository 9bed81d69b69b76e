import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Course = {
  slug: string;
  title: string;
  audience: string;
  /** More lines of its own file. */
  front?: string;
  /** Sources by slug, in their order. */
  modules: Record<string, string>;
  /** By language: the course's title in it, and modules by slug. */
  translations?: Record<string, { title?: string; modules: Record<string, string> }>;
};

type Module = { title: string; parts?: string[]; questions?: string; front?: string; language?: string };

/** The source of a module: its parts in order, each with a heading of its own, then its questions. */
export function moduleSource({
  title,
  parts = ['Plain words.'],
  questions = '',
  front = '',
  language = 'en',
}: Module): string {
  const body = parts.map((text, index) => `## Part ${index + 1}\n\n${text}\n`).join('\n');
  return `---\ntitle: ${title}\nlanguage: ${language}\nminutes: 5\npass: 80\n${front}---\n\n${body}\n${questions}`;
}

export type QuestionKind = 'one' | 'many' | 'true-false' | 'order' | 'match';

const optionTexts: Record<QuestionKind, { text: string; right: boolean; match?: string }[]> = {
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
  match: [
    { text: 'Cold', right: false, match: 'Coat' },
    { text: 'Rain', right: false, match: 'Umbrella' },
    { text: 'Frost', right: false, match: 'Coat' },
    { text: 'Sun', right: false, match: 'Hat' },
  ],
};

/** A question of a kind; every `why` begins with `mark`, so that it can be looked for. */
export function question(id: string, kind: QuestionKind, mark = `why-${id}`, about?: string): string {
  const options = optionTexts[kind].map(
    ({ text, right, match }, index) =>
      `<Option${right ? ' right' : ''}${match ? ` match="${match}"` : ''} why="${mark}-${index}">${text}</Option>`,
  );
  const place = about ? ` about="${about}"` : '';
  return `<Question id="${id}" kind="${kind}"${place}>\nWhat of ${id}?\n\n${options.join('\n')}\n</Question>\n`;
}

type CaseWords = { id: string; title: string; lesson?: string; situation?: string; said?: string };

/** The source of a case; `more` are attributes, such as a function. */
export function caseStudy({ id, title, more = '', ...words }: CaseWords & { more?: string }): string {
  const { situation = 'It is late.', said = 'Not my desk.', lesson = 'Begin it yourself.' } = words;
  const side = (name: string, text: string) =>
    `<${name}>\n<Said who="Ola">${text}</Said>\n<Felt>Seen.</Felt>\n<Cost>An hour.</Cost>\n</${name}>`;
  return [
    `<CaseStudy id="${id}" title="${title}" ${more}>`,
    `<Situation>\n\n${situation}\n\n</Situation>`,
    side('Bad', said),
    side('Good', 'I will ask.'),
    `<Lesson>${lesson}</Lesson>`,
    '</CaseStudy>',
  ].join('\n');
}

/** A content folder with these courses, and the names of functions and standards that ship; `more` by file name. */
export function writeContent(folder: string, courses: Course[], more: Record<string, string> = {}): string {
  for (const file of ['functions.yaml', 'standards.yaml']) {
    mkdirSync(folder, { recursive: true });
    cpSync(join('content', file), join(folder, file));
  }
  for (const [file, text] of Object.entries(more)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const { slug, title, audience, front = '', modules, translations = {} } of courses) {
    const home = join(folder, 'courses', slug);
    mkdirSync(home, { recursive: true });
    const list = Object.keys(modules).join(', ');
    const courseIn = (language: string, heading: string) =>
      `title: ${heading}\nlanguage: ${language}\naudience: ${audience}\nmodules: [${list}]\nsummary: What it is.\n${front}`;
    writeFileSync(join(home, 'course.yaml'), courseIn('en', title));
    const numbered = (name: string) => `0${Object.keys(modules).indexOf(name) + 1}-${name}`;
    for (const [name, source] of Object.entries(modules)) {
      writeFileSync(join(home, `${numbered(name)}.mdx`), source);
    }
    for (const [language, translated] of Object.entries(translations)) {
      if (translated.title)
        writeFileSync(join(home, `course.${language}.yaml`), courseIn(language, translated.title));
      for (const [name, source] of Object.entries(translated.modules)) {
        writeFileSync(join(home, `${numbered(name)}.${language}.mdx`), source);
      }
    }
  }
  return folder;
}
