import { describe, expect, test } from 'vitest';
import { openingOf } from '#app/domain/culture/newsletters/issue-text.ts';
import type { ShownIssue, ShownStory } from '#app/domain/culture/newsletters/shown-issue.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { renderPdf } from '#app/platform/typst/typeset.server.ts';
import { columnsSheet, wallOf, type SheetWanted } from '#app/ui/print/issue/issue-sheet.server.ts';
import { issueFacts, makeColumns, type SheetFacts } from '#app/ui/print/issue/make-issue.server.ts';
import { fontsOf, pdfFacts } from '../../support/pdf-facts.ts';

const company = { name: 'Oak & Sons', accent: null };

const paragraph = (text: string) => ({ name: 'p', children: [text] });
const storyOf = (n: number, more: ShownStory['pieces'] = []): ShownStory => ({
  id: `s-${n}`,
  title: `Story ${n} of the yard`,
  kicker: 'From the yard',
  minutes: 1,
  pieces: [{ kind: 'text', nodes: [paragraph(`Opening number ${n} has some words.`)] }, ...more],
});

const said = (who: string, text: string) => ({ name: 'Said', props: { who }, children: [text] });
const side = (name: string, text: string) => ({
  name,
  children: [
    said('Ola', text),
    { name: 'Felt', children: ['Seen.'] },
    { name: 'Cost', children: ['An hour.'] },
  ],
});
const everything: ShownStory['pieces'] = [
  {
    kind: 'text',
    nodes: [
      paragraph('#panic("no") *not bold* $x$ <label> @ref'),
      { name: 'h3', children: ['A heading'] },
      { name: 'ul', children: [{ name: 'li', children: ['one'] }] },
      { name: 'ol', props: { start: 3 }, children: [{ name: 'li', children: [paragraph('three')] }] },
      { name: 'blockquote', children: [paragraph('Said before.')] },
      {
        name: 'table',
        children: [
          { name: 'thead', children: [{ name: 'tr', children: [{ name: 'th', children: ['Town'] }] }] },
          { name: 'tbody', children: [{ name: 'tr', children: [{ name: 'td', children: ['Łódź'] }] }] },
        ],
      },
      { name: 'p', children: [{ name: 'a', props: { href: '/cases/x' }, children: ['A link'] }] },
      { name: 'Callout', props: { kind: 'tip' }, children: [paragraph('Try it.')] },
      { name: 'Quote', props: { by: 'Mara' }, children: [paragraph('Well done.')] },
      { name: 'Steps', children: [{ name: 'ol', children: [{ name: 'li', children: ['Ask.'] }] }] },
      { name: 'Figure', props: { src: '/pictures/none.svg', alt: 'Gone' } },
      { name: 'hr' },
    ],
  },
  {
    kind: 'case',
    id: 'a-case',
    title: 'A case',
    language: 'en',
    element: {
      name: 'CaseStudy',
      props: { id: 'a-case', title: 'A case' },
      children: [
        { name: 'Situation', children: [paragraph('It is late.')] },
        side('Bad', 'Not my desk.'),
        side('Good', 'I will ask.'),
        { name: 'Lesson', children: ['Begin it yourself.'] },
      ],
    },
  },
  { kind: 'poster', slug: 'a-poster', title: 'Ask twice', language: 'en', says: [] },
  { kind: 'thanks', name: null, nodes: [paragraph('For the call.')] },
  {
    kind: 'changes',
    changes: [{ slug: 'c/m', title: 'The hour', language: 'en', isNew: false, lines: ['Named now.'] }],
    more: 2,
  },
];

const issue = (stories: ShownStory[], more: Partial<ShownIssue> = {}): ShownIssue => ({
  documentId: 'd',
  versionId: 'v',
  slug: 'spring',
  language: 'en',
  title: 'The yard & the sea',
  subject: 'The yard',
  preheader: null,
  cover: null,
  lead: [paragraph('What happened, in Wrocław.')],
  minutes: 3,
  stories,
  ...more,
});

const wanted = (of: ShownIssue, paper: SheetWanted['paper'] = 'a4'): SheetWanted => ({
  printed: {
    issue: of,
    lead: plainText(of.lead),
    openings: of.stories.map(openingOf),
    images: {},
    names: {},
  },
  company,
  logo: null,
  paper,
  cameOut: '12 March 2026',
  origin: 'https://learn.example.com',
});

const issueSheet = (one: SheetWanted) => makeColumns(columnsSheet(one));
const wallSheet = (one: SheetWanted) => renderPdf(wallOf(one));
const sheetFacts = (one: SheetWanted) =>
  JSON.parse(String(issueFacts({ columns: columnsSheet(one), wall: wallOf(one) }))) as SheetFacts;

describe('an issue on paper', () => {
  test('is tagged, has its title and its letters, and every kind of piece', async () => {
    const pdf = issueSheet(wanted(issue([storyOf(1, everything)])));
    const { title, tagged, language, size, roles, text } = await pdfFacts(pdf);
    expect([title, tagged, language]).toEqual(['The yard & the sea', true, 'en']);
    expect(size).toEqual([595, 842]);
    expect(roles).toContain('H2');
    for (const part of [
      '#panic("no") *not bold* $x$ <label> @ref',
      'Łódź',
      'Not my desk.',
      'Begin it yourself.',
      'learn.example.com/cases/a-case',
      'Thank you, colleague',
      'The hour',
      'And 2 more modules.',
      'learn.example.com/newsletter/spring',
    ])
      expect(text).toContain(part);
    const fonts = fontsOf(pdf);
    expect(fonts.embedded).toBe(fonts.named.length);
    expect(fonts.named.some((name) => name.includes('Fraunces'))).toBe(true);
  });

  test('is as large as the paper of the site', async () => {
    const letter = await pdfFacts(issueSheet(wanted(issue([storyOf(1)]), 'letter')));
    expect(letter.size).toEqual([612, 792]);
  });
});

describe('the sheet for the wall', () => {
  const long = (n: number): ShownStory => ({
    ...storyOf(n),
    pieces: [{ kind: 'text', nodes: [paragraph(`Opening ${n}. ${'A long way to say it. '.repeat(20)}`)] }],
  });
  const many = Array.from({ length: 12 }, (_, n) => long(n + 1));

  test.each([
    ['a4', [842, 1191]],
    ['letter', [792, 1224]],
  ] as const)('is one page of the large paper (%s), whatever there is to tell', async (paper, size) => {
    const title = 'A title that goes on for a long time before it comes to anything, as they do';
    for (const of of [issue([storyOf(1)]), issue(many), issue(many, { title: title.repeat(2) })]) {
      const facts = await pdfFacts(wallSheet(wanted(of, paper)));
      expect([facts.pages, facts.size, facts.tagged]).toEqual([1, size, true]);
      expect(facts.text).toContain('learn.example.com/newsletter/spring');
      expect(facts.alternatives).toContain('QR code: opens this issue');
    }
  });

  test('names at its end what it has no room to begin; without need it says nothing', async () => {
    const some = await pdfFacts(wallSheet(wanted(issue(many))));
    expect(some.text).toContain('Opening 1.');
    expect(some.text).not.toContain('Opening 12.');
    expect(some.text).toContain('Also in this issue');
    expect(some.text).toContain('Story 12 of the yard');
    const all = await pdfFacts(wallSheet(wanted(issue([storyOf(1), storyOf(2)]))));
    expect(all.text).toContain('Opening number 2');
    expect(all.text).not.toContain('Also in');
  });

  test('tells the editor what is begun and what is named, and what cannot be on one page', () => {
    expect(sheetFacts(wanted(issue([storyOf(1), storyOf(2)])))).toEqual({
      pages: 1,
      begun: 2,
      named: 0,
      misfits: [],
    });
    const { begun, named, misfits } = sheetFacts(wanted(issue(many)));
    expect(begun + named).toBe(12);
    expect([begun > 0, named > 0, misfits]).toEqual([true, true, []]);
  });

  test.each([
    ['lead', (text: string) => issue([storyOf(1)], { lead: [paragraph(text)] })],
    [
      'opening',
      (text: string) => issue([{ ...long(1), pieces: [{ kind: 'text', nodes: [paragraph(text)] }] }]),
    ],
  ] as const)('says how many letters the %s has to lose, and without them it fits', (part, of) => {
    const text = 'It goes on and on. '.repeat(220).trim();
    const [misfit] = sheetFacts(wanted(of(text))).misfits;
    expect(misfit).toMatchObject({ part });
    const over = misfit?.over ?? 0;
    expect(sheetFacts(wanted(of(text.slice(0, -over)))).misfits).toEqual([]);
    expect(sheetFacts(wanted(of(text.slice(0, 40 - over)))).misfits).toHaveLength(1);
  });
});
