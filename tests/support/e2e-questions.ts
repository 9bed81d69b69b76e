import { join } from 'node:path';
import { writeContent } from './content.ts';
import { runCommand } from './e2e-server.ts';
import type { Server } from './e2e-server.ts';

/** Steps in their right order, and what goes with what. */
export const steps = ['Listen to the end', 'Say what you can do', 'Do it today', 'Ring and ask'];
export const pairs = [
  ['The lamp is broken', 'Send a new one'],
  ['The lamp is late', 'Say the new day'],
  ['The shade is torn', 'Send a new one'],
] as const;

const source = `---
title: Three kinds of questions
language: en
minutes: 3
pass: 100
attempts: 1
---

## What she sees

She opens the box, and the lamp is in two pieces.

<CaseStudy id="two-pieces" title="Two pieces">
<Situation>

Monday, nine o'clock. She rings before work.

</Situation>
<Bad>
<Said who="Clerk">Fill in the form.</Said>
<Felt>Sent away.</Felt>
<Cost>Two more calls.</Cost>
</Bad>
<Good>
<Said who="Clerk">A new one leaves at four today.</Said>
<Felt>Helped.</Felt>
<Cost>One lamp.</Cost>
</Good>
<Lesson>Say what happens next.</Lesson>
</CaseStudy>

<Question id="first" kind="one" about="two-pieces">
What do you say first?

<Option why="Secret of one: a form answers nobody.">Fill in the form.</Option>
<Option right why="Secret of one: she waits for a day.">A new one leaves today.</Option>
</Question>

<Question id="steps" kind="order" about="what-she-sees">
In which order?

${steps.map((text, at) => `<Option why="Secret of order ${at}.">${text}</Option>`).join('\n')}
</Question>

<Question id="pairs" kind="match">
What do you do for whom?

${pairs.map(([text, match], at) => `<Option match="${match}" why="Secret of match ${at}.">${text}</Option>`).join('\n')}
</Question>
`;

export const questionsTitle = 'Three kinds of questions';
export const questionsHome = '/learn/questions/kinds';

export const questionsLesson = { title: questionsTitle, file: '', home: questionsHome };

const published = new Set<string>();

/** Publishes, beside the running server, a module whose questions are to be put in order and to be paired. */
export async function publishQuestions({ dataFolder }: Server): Promise<void> {
  if (published.has(dataFolder)) return;
  published.add(dataFolder);
  const folder = join(dataFolder, '..', 'questions');
  const course = { slug: 'questions', title: 'Questions', audience: 'everyone', modules: { kinds: source } };
  const { exitCode, printed } = await runCommand(
    ['import-content', writeContent(folder, [course])],
    dataFolder,
  );
  if (exitCode !== 0) throw new Error(printed);
}
