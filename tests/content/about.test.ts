import { describe, expect, it } from 'vitest';
import { findAbout } from '#app/domain/learning/quizzes/about.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { compiled, findingsIn, head } from './compiling.ts';

const options = '<Option right why="w">A</Option>\n<Option why="w">B</Option>';
const asking = (...places: string[]) =>
  places
    .map(
      (about, at) =>
        `<Question id="q${at}" kind="one" about="${about}">\nWhich?\n\n${options}\n</Question>\n`,
    )
    .join('\n');
const moment = (id: string, rest: string) => `<Moment id="${id}"${rest}</Moment>\n`;
const story = `<Scenario id="the-story" title="The story">
${moment('a', '>\n\nNow?\n\n<Choice to="b" felt="Fine.">Go</Choice>\n<Choice to="b" felt="Fine.">Stay</Choice>\n')}${moment('b', ' end="good">\n\nDone.\n\n')}</Scenario>

`;
const sides = '<Said who="x">y</Said>\n<Felt>z</Felt>\n<Cost>c</Cost>';
const study = `<CaseStudy id="the-case" title="The case">
<Situation>

Monday.

</Situation>
<Bad>${sides}</Bad>
<Good>${sides}</Good>
<Lesson>Learn.</Lesson>
</CaseStudy>

`;
const text = `Before all.

## What he sees

A bill.

${study}## Quiz

Of a kind.

## Of the story

${story}## Empty

## What he sees

Again.

`;

describe('what a question is about', () => {
  it('is a case, a scenario or a part of the module, found again in its tree', async () => {
    const places = ['the-case', 'the-story', 'what-he-sees', 'quiz-2', 'what-he-sees-2'];
    const { tree } = await compiled(`${head}${text}${asking(...places)}`);
    const found = questionsOf(tree).map((question) => findAbout(tree, question));
    expect(found.map((one) => one && [one.kind, one.title])).toEqual([
      ['text', 'The case'],
      ['scenario', 'Of the story'],
      ['text', 'What he sees'],
      ['text', 'Quiz'],
      ['text', 'What he sees'],
    ]);
    expect(JSON.stringify(found[2]), 'a text that is shown twice has no ids').not.toContain('"the-case"');
  });

  it.each(['nothing', 'the-cases', 'of-the-story', 'empty', 'quiz', 'q0', 'b', 'start'])(
    'is refused where it is %s',
    async (about) => {
      const found = await findingsIn(`${head}${text}${asking('the-case', about)}`);
      expect(found).toMatchObject([{ rule: 'question-about', params: { id: 'q1', given: about } }]);
      const line = `${head}${text}`.split('\n').length + asking('the-case').split('\n').length;
      expect(found[0]?.line).toBe(line);
      expect(found[0]?.params.known).toBe('the-case, the-story, what-he-sees, quiz-2, what-he-sees-2');
    },
  );

  it('may be left out, and not be empty', async () => {
    const without = asking('x').replace(' about="x"', '');
    expect(await findingsIn(`${head}${text}${without}`)).toEqual([]);
    expect(await findingsIn(`${head}${text}${asking(' ')}`)).toMatchObject([{ rule: 'prop-needs-text' }]);
  });
});
