import { describe, expect, test } from 'vitest';
import { makeParts } from '#app/domain/culture/talks/make-plan.ts';
import type { TreeElement } from '#app/domain/publishing/document-tree.ts';
import { renderPdf } from '#app/platform/typst/typeset.server.ts';
import { handoutSheet } from '#app/routes/culture/talks/handout-sheet.server.ts';
import { fontsOf, pdfFacts } from '../../support/pdf-facts.ts';

const p = (text: string): TreeElement => ({ name: 'p', children: [text] });
const side = (name: string, words: string): TreeElement => ({
  name,
  children: [
    { name: 'Said', props: { who: 'Ada' }, children: [p(words)] },
    { name: 'Felt', children: [p('Passed round')] },
    { name: 'Cost', children: [p('An hour')] },
  ],
});
const study: TreeElement = {
  name: 'CaseStudy',
  props: { id: 'one', title: 'A case' },
  children: [
    { name: 'Situation', children: [p('It is Thursday.')] },
    side('Bad', 'I cannot help you'),
    side('Good', 'I will ring you by six'),
    { name: 'Lesson', children: [p('Say until when.')] },
  ],
};
const steps: TreeElement = {
  name: 'Steps',
  children: [
    { name: 'ol', children: ['Take it', 'Ring'].map((text) => ({ name: 'li', children: [p(text)] })) },
  ],
};
const plan = {
  title: 'Who has it now?',
  aim: 'Somebody has said yes.',
  language: 'en',
  handout: [{ name: 'h3', children: ['Giving it'] }, steps, study, p('Zażółć gęślą jaźń')],
  exit: [p('What will you give to whom?')],
};
const company = { name: 'Oak & Sons', accent: null };

test('a slide holds what a wall shows at once: who speaks takes room, too', () => {
  const turn = { name: 'Said', props: { who: 'Ada' }, children: [p('One two three four five six seven.')] };
  const long: TreeElement = {
    name: 'CaseStudy',
    props: { id: 'long', title: 'Long' },
    children: [{ name: 'Bad', children: [turn, turn, turn, turn, turn, turn] }],
  };
  const part = {
    name: 'Part',
    props: { minutes: 5 },
    children: [{ name: 'CaseFrom', props: { case: 'long' } }],
  };
  const { slides } = makeParts([part], { title: 'T', text: 'A' }, () => long);
  expect(slides.map((slide) => (slide.kind === 'case' ? slide.nodes.length : slide.kind))).toEqual([
    'title',
    4,
    2,
  ]);
});

describe('a handout', () => {
  test('is one tagged sheet with all its words, its fonts in it, and the question at the end', async () => {
    const pdf = renderPdf(handoutSheet(plan, company, 'a4'));
    const { pages, title, language, tagged, size, text, roles } = await pdfFacts(pdf);
    expect([pages, title, language, tagged, size]).toEqual([1, 'Who has it now?', 'en', true, [595, 842]]);
    for (const said of [
      'Giving it',
      'Ring',
      'I cannot help you',
      'Bad',
      'Good',
      'Say until when.',
      'Zażółć',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.trim().endsWith('What will you give to whom?')).toBe(true);
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI']));
    const { named, embedded } = fontsOf(pdf);
    expect(embedded).toBe(new Set(named).size);
  });

  test('fits one sheet with four hundred words more, on American paper too', async () => {
    const handout = [
      ...plan.handout,
      ...Array.from({ length: 28 }, (_, index) => p(`${index} ${'word '.repeat(16)}`)),
    ];
    const { pages, size } = await pdfFacts(renderPdf(handoutSheet({ ...plan, handout }, company, 'letter')));
    expect([pages, size]).toEqual([1, [612, 792]]);
  });
});

describe('slides', () => {
  const part = (...children: TreeElement[]): TreeElement => ({
    name: 'Part',
    props: { title: 'One', minutes: '5' },
    children,
  });
  const caseFrom: TreeElement = { name: 'CaseFrom', props: { case: 'one' } };
  const slide: TreeElement = { name: 'Slide', props: { title: 'Wall' }, children: [p('Few')] };
  const opening = { title: 'T', text: 'A' };

  test('begin with the title, give the bad and the good case one each, and end with the question', () => {
    const nodes = [part(slide, caseFrom), part(), { name: 'Exit', children: ['Why?'] }];
    const { slides, parts } = makeParts(nodes, opening, () => study);
    const shown = slides.map((one) => (one.kind === 'case' ? one.verdict : one.kind));
    expect(shown).toEqual(['title', 'words', 'bad', 'good', 'exit']);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [5, 10],
    ]);
    expect(parts[0]!.pieces[0]).toMatchObject({ kind: 'slide', number: 2 });
  });

  test('leave out a case that was withdrawn, and cut a long one into several', () => {
    expect(makeParts([part(caseFrom)], opening, () => null).slides).toHaveLength(1);
    const long = { ...study, children: [side('Bad', 'word '.repeat(54)), side('Good', 'Yes')] };
    const { slides } = makeParts([part(caseFrom)], opening, () => long);
    expect(slides.map((one) => (one.kind === 'case' ? one.verdict : one.kind))).toEqual([
      'title',
      'bad',
      'bad',
      'good',
    ]);
  });
});
