import { describe, expect, it } from 'vitest';
import type { Question, Scenario, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { AnsweredQuestion } from '#app/ui/document/answered-question.tsx';
import { QuestionField } from '#app/ui/document/question-field.tsx';
import { ScenarioView } from '#app/ui/document/scenario-view.tsx';
import { TextNodes } from '#app/ui/document/text-nodes.tsx';
import { markup } from './markup.tsx';

const link = (href: string): TreeNode => ({ name: 'a', props: { href }, children: ['here'] });
const p = (text: string): TreeNode => ({ name: 'p', children: [text] });

const caseStudy: TreeNode = {
  name: 'CaseStudy',
  props: { id: 'a-call', title: 'A call' },
  children: [
    { name: 'Situation', children: [p('The van is loaded.')] },
    {
      name: 'Good',
      children: [
        { name: 'Said', props: { who: 'Jarek' }, children: ['I will ring you.'] },
        { name: 'Felt', children: ['Heard.'] },
        { name: 'Cost', children: ['Ten minutes.'] },
      ],
    },
    {
      name: 'Bad',
      children: [
        { name: 'Said', props: { who: 'Jarek' }, children: ['Ask sales.'] },
        { name: 'Felt', children: ['Passed round.'] },
        { name: 'Cost', children: ['A refund.'] },
      ],
    },
    { name: 'Lesson', children: ['Own the hour.'] },
  ],
};

describe('TextNodes', () => {
  it('sets a case with its verdicts in words, the bad one first', async () => {
    const html = await markup(<TextNodes nodes={[caseStudy]} />);
    expect(html).toMatch(/<h3[^>]*>A call<\/h3>/);
    expect(html).toMatch(/Bad<\/h4>.*Good<\/h4>/s);
    expect(html).toMatch(/Jarek<\/span><q[^>]*>Ask sales.<\/q>/);
    expect(html).toContain('Own the hour.');
  });

  it('leaves out a title which the page already says', async () => {
    const html = await markup(<TextNodes nodes={[caseStudy]} caseTitles={false} />);
    expect(html).not.toContain('A call');
    expect(html).toMatch(/<h2[^>]*>.*?Good<\/h2>/s);
  });

  const forSales: TreeNode = {
    name: 'For',
    props: { function: 'sales, office' },
    children: [p('Ask the dock.')],
  };

  it.each([
    [undefined, true],
    [[], true],
    [['office'], true],
    [['shipping'], false],
  ])('shows what is meant for one function to %j: %s', async (functions, shown) => {
    const html = await markup(<TextNodes nodes={[forSales]} functions={functions} />);
    expect(html.includes('Ask the dock.')).toBe(shown);
  });

  it('marks links that lead out, and follows no other scheme', async () => {
    expect(await markup(<TextNodes nodes={[link('https://example.com')]} />)).toContain('rel="noopener"');
    expect(await markup(<TextNodes nodes={[link('/cases')]} />)).not.toContain('rel=');
    expect(await markup(<TextNodes nodes={[link('javascript:alert(1)')]} />)).toBe('here');
    expect(await markup(<TextNodes nodes={[link('//example.com')]} />)).toContain('href="//example.com"');
  });

  it('keeps the text of a name it does not know, and asks no prototype', async () => {
    const html = await markup(
      <TextNodes
        nodes={[
          { name: 'constructor', children: ['kept'] },
          { name: 'script', children: ['text'] },
        ]}
      />,
    );
    expect(html).toBe('kepttext');
  });

  it('gives a commitment to the page', async () => {
    const node: TreeNode = { name: 'Commitment', props: { prompt: 'This week I will…' } };
    const html = await markup(
      <TextNodes nodes={[node]} renderCommitment={(prompt) => <form>{prompt}</form>} />,
    );
    expect(html).toBe('<form>This week I will…</form>');
    expect(await markup(<TextNodes nodes={[node]} />)).toContain('This week I will…');
  });
});

describe('ScenarioView', () => {
  const scenario: Scenario = {
    id: 'six',
    title: 'Before six',
    moments: [
      {
        id: 'a',
        end: null,
        nodes: [p('16:55.')],
        choices: [{ to: 'b', felt: 'Heard.', nodes: [p('Ring.')] }],
      },
      { id: 'b', end: 'good', nodes: [p('She waits gladly.')], choices: [] },
    ],
  };
  const view = (path: string) =>
    markup(<ScenarioView scenario={scenario} path={path} hrefFor={(to) => `/six?path=${to}`} />);

  it('offers choices as links and keeps the end to itself', async () => {
    const html = await view('');
    expect(html).toContain('href="/six?path=0#six-here"');
    expect(html).not.toContain('Heard.');
    expect(html).not.toContain('She waits gladly.');
  });

  it('says how it ended, how the customer felt, and the ways back', async () => {
    const html = await view('0');
    expect(html).toContain('Heard.');
    expect(html).toContain('ending-good');
    expect(html).toContain('It ended well');
    expect(html.match(/href="\/six\?path=#six-here"/g)).toHaveLength(2);
  });

  it('says that a part of the way is gone', async () => {
    expect(await view('7')).toContain('no longer in this scenario');
  });
});

const question = (kind: Question['kind']): Question => ({
  id: 'q',
  kind,
  nodes: [p('What first?'), { name: 'ul', children: [{ name: 'li', children: ['a list'] }] }],
  options: ['x', 'y', 'z'].map((id) => ({ id, nodes: [`Option ${id}`] })),
});

describe('questions', () => {
  it('asks one with radios in the order given, blocks outside the legend', async () => {
    const html = await markup(
      <QuestionField question={question('one')} name="q" chosen={['y']} order={['z', 'x', 'y']} />,
    );
    expect([...html.matchAll(/type="radio"[^>]*value="(.)"/g)].map((found) => found[1])).toEqual([
      'z',
      'x',
      'y',
    ]);
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/<legend[^>]*>[^<]*What first\?<\/legend><div[^>]*><ul>/);
  });

  it('asks many with checkboxes and ties the error to the question', async () => {
    const html = await markup(<QuestionField question={question('many')} name="q" errors="Choose one." />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html).toContain('aria-describedby="question-q-hint question-q-error"');
  });

  it('asks an order with a place for each, named by its text', async () => {
    const html = await markup(
      <QuestionField question={question('order')} name="q" chosen={['z', 'x', '']} />,
    );
    expect(html).toMatch(/name="q\.z"[^>]*aria-label="Place of “Option z”".*?value="1" selected=""/s);
    expect(html).toMatch(/name="q\.y".*?value="" selected=""/s);
  });

  it('answers every option with why', async () => {
    const html = await markup(
      <AnsweredQuestion
        question={question('one')}
        answer={{ right: ['x'], why: { x: 'Why x', y: 'Why y', z: 'Why z' } }}
        chosen={['y']}
      />,
    );
    expect(html).toMatch(/answered-right.*Right\..*Why x/s);
    expect(html).toMatch(/answered-wrong.*Your answer\..*Why y/s);
    expect(html).toMatch(/answered-plain.*Why z/s);
    expect(html).toContain('Not this time');
  });

  it('counts many right only when all is right', async () => {
    const answer = { right: ['x', 'y'], why: {} };
    const half = await markup(
      <AnsweredQuestion question={question('many')} answer={answer} chosen={['x']} />,
    );
    expect(half).toContain('Not this time');
    expect(half).toContain('Right, and you left it out.');
    const whole = await markup(
      <AnsweredQuestion question={question('many')} answer={answer} chosen={['y', 'x']} />,
    );
    expect(whole).toContain('You had this right');
  });

  it('shows the right order with the reader’s places', async () => {
    const html = await markup(
      <AnsweredQuestion
        question={question('order')}
        answer={{ right: ['z', 'x', 'y'], why: {} }}
        chosen={['z', 'y', 'x']}
      />,
    );
    expect([...html.matchAll(/Option (.)/g)].map((found) => found[1])).toEqual(['z', 'x', 'y']);
    expect([...html.matchAll(/Your place: (.)/g)].map((found) => found[1])).toEqual(['1', '3', '2']);
  });
});
