import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  questionsOf,
  type Option,
  type Part,
  type TreeElement,
  type TreeNode,
} from '#app/domain/publishing/document-tree.ts';
import { moduleGrammar } from '#app/domain/publishing/grammar/module-grammar.ts';
import { buildModule } from '#app/domain/publishing/tree/build-tree.ts';
import { compiled, head, richSource } from './compiling.ts';

function textPart(part: Part | undefined): Extract<Part, { kind: 'text' }> {
  if (part?.kind !== 'text') throw new Error('not a text part');
  return part;
}

function elements(nodes: readonly TreeNode[]): TreeElement[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children ?? [])]));
}

const words = (count: number) => 'word '.repeat(count).trim();

describe('parts', () => {
  it('cuts a rich module where its headings, its story and its questions stand', async () => {
    const { tree } = await compiled(richSource);
    expect(tree.parts.map(({ kind, slug, title }) => [kind, slug, title])).toEqual([
      ['text', 'what-he-sees', 'What he sees'],
      ['scenario', 'page-three', 'Your turn'],
      ['text', 'after-page-three', null],
      ['text', 'and-afterwards', 'And afterwards'],
      ['quiz', 'quiz', null],
    ]);
    expect(questionsOf(tree).map(({ id }) => id)).toEqual([
      'first-word',
      'which-help',
      'is-it-true',
      'what-order',
      'what-goes-with',
    ]);
  });

  it('counts reading time', async () => {
    const { tree } = await compiled(`${head}## A\n\n${words(130)}\n\n## B\n\n${words(131)}\n`);
    expect(tree.parts.map(({ minutes }) => minutes)).toEqual([1, 2]);
  });

  it('counts what is for one function as one reader reads it', async () => {
    const aside = (name: string) => `<For function="${name}">\n\n${words(200)}\n\n</For>\n\n`;
    const { tree } = await compiled(`${head}${aside('sales')}${aside('finance')}${aside('shipping')}`);
    expect(tree.parts[0]?.minutes).toBe(2);
  });

  it('counts the longest way of a story', async () => {
    const moment = (id: string, count: number, ...to: string[]) =>
      `<Moment id="${id}"${to.length > 0 ? '' : ' end="good"'}>\n\n${words(count)}\n\n` +
      `${to.map((one) => `<Choice to="${one}" felt="Fine.">Go</Choice>`).join('\n')}\n</Moment>\n`;
    const story =
      moment('a', 100, 'b', 'c') + moment('b', 10) + moment('c', 200, 'b', 'd') + moment('d', 300);
    const { tree } = await compiled(`${head}<Scenario id="s" title="T">\n${story}</Scenario>\n`);
    expect(tree.parts).toMatchObject([{ kind: 'scenario', minutes: Math.ceil((100 + 200 + 300 + 4) / 130) }]);
  });

  it('gives every part a slug of its own', async () => {
    const { tree } = await compiled(
      `${head}## Quiz\n\na\n\n## Quiz\n\nb\n\n## …\n\nc\n\n## Żółta łódź\n\nd\n`,
    );
    expect(tree.parts.map(({ slug }) => slug)).toEqual(['quiz-2', 'quiz-3', 'part', 'zolta-lodz']);
  });

  it('puts words among blocks into paragraphs, and leaves one line bare', async () => {
    const { tree } = await compiled(richSource);
    const all = elements(textPart(tree.parts[0]).nodes);
    const children = (name: string) => all.find((node) => node.name === name)?.children;
    expect(children('Callout')).toEqual([
      { name: 'p', children: ['Say the sum first & the reason after it.'] },
    ]);
    expect(children('Felt')).toEqual(['Stupid.']);
    expect(children('Bad')?.[1]).toEqual({ name: 'p', children: ['He hears paper.'] });
    expect(all.filter(({ props }) => props?.align).map(({ props }) => props?.align)).toContain('right');
  });
});

describe('the answer key', () => {
  it('holds right and why by option id', async () => {
    const { tree, answerKey } = await compiled(richSource);
    const id = createHash('sha256').update('first-word\0The sum.').digest('hex').slice(0, 12);
    expect(answerKey['first-word']?.right).toEqual([id]);
    expect(answerKey['first-word']?.why[id]).toBe('WHY-one-b');
    for (const question of questionsOf(tree)) {
      const key = answerKey[question.id];
      const ids = question.options.map((option) => option.id).toSorted();
      expect(Object.keys(key?.why ?? {}).toSorted()).toEqual(ids);
      expect(key?.right.every((one) => ids.includes(one.split('=', 1)[0]!))).toBe(true);
    }
  });

  it('keeps the order, which the tree does not tell', async () => {
    const { tree, answerKey } = await compiled(richSource);
    const options = questionsOf(tree).find(({ id }) => id === 'what-order')?.options ?? [];
    expect(options.map(({ id }) => id)).toEqual(options.map(({ id }) => id).toSorted());
    const right = answerKey['what-order']?.right.map(
      (id) => options.find((option) => option.id === id)?.nodes,
    );
    expect(right).toEqual([['Say the sum.'], ['Say the day.'], ['Ask whether it is clear.']]);
  });

  it('keeps the pairs, of which the tree tells neither the sequence nor the number', async () => {
    const { tree, answerKey } = await compiled(richSource);
    const asked = questionsOf(tree).find(({ id }) => id === 'what-goes-with')!;
    const matches = asked.matches ?? [];
    expect(asked.about).toBe('four-pages');
    expect(matches.map(({ id }) => id)).toEqual(matches.map(({ id }) => id).toSorted());
    expect(matches.map(({ nodes }) => nodes).toSorted()).toEqual([['Say the day.'], ['Say the sum.']]);
    const ids = [...asked.options, ...matches].map(({ id }) => id);
    expect(new Set(ids).size, 'an option and a match of the same words are known apart').toBe(ids.length);
    const wordsOf = (list: Option[], id: string | undefined) => list.find((one) => one.id === id)?.nodes[0];
    const told = answerKey['what-goes-with']!.right.map((pair) => {
      const [option, match] = pair.split('=');
      return [wordsOf(asked.options, option), wordsOf(matches, match)];
    });
    expect(told).toEqual([
      ['How much?', 'Say the sum.'],
      ['By when?', 'Say the day.'],
      ['Is it more than last time?', 'Say the sum.'],
    ]);
  });

  it('leaves nothing of itself in the tree', async () => {
    const { tree, answerKey } = await compiled(richSource);
    const printed = JSON.stringify(tree);
    expect(printed).not.toMatch(/WHY-|"why"|"right":true|"right":\[/);
    for (const { why } of Object.values(answerKey)) {
      for (const text of Object.values(why)) expect(printed).not.toContain(text);
    }
  });
});

describe('what a tree may hold', () => {
  it('has no element and no prop outside the lists', async () => {
    const { tree } = await compiled(richSource);
    const nodes = tree.parts.flatMap((part) => (part.kind === 'text' ? part.nodes : []));
    const html = 'p h3 h4 ul ol li strong em del a blockquote code pre br hr img table thead tbody tr th td';
    for (const { name, props } of elements(nodes)) {
      expect(html.split(' ').includes(name) || Object.hasOwn(moduleGrammar.components, name)).toBe(true);
      expect(Object.keys(props ?? {})).not.toContain('className');
    }
  });

  it.each([
    [{ name: 'script', props: {}, children: ['x'] }],
    [{ name: 'p', props: { style: 'x' }, children: ['x'] }],
    [{ name: 'p', props: { onClick: 'x' }, children: ['x'] }],
    [{ name: 'a', props: { href: 'javascript:x' }, children: ['x'] }],
    [{ name: 'input', props: { type: 'checkbox', disabled: true }, children: [] }],
    [{ name: 'Lead', props: { dangerouslySetInnerHTML: { __html: 'x' } }, children: ['x'] }],
    [{ name: 'constructor', props: {}, children: ['x'] }],
    [{ name: 'Figure', props: { src: 'data:x', alt: 'x' }, children: [] }],
  ])('refuses %j even if the gate did not', (node) => {
    expect(() => buildModule([node])).toThrow('A document may not hold');
  });

  it('is the same for a file with the line ends of Windows', async () => {
    const [unix, windows] = [await compiled(richSource), await compiled(richSource.replaceAll('\n', '\r\n'))];
    expect(windows.tree).toEqual(unix.tree);
    expect(windows.answerKey).toEqual(unix.answerKey);
  });

  it('keeps plain prose as it was written', async () => {
    const letter = fc.constantFrom(...'abc ABC żółw, Ελλ. 你好 0127!?;:%/'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letter, minLength: 1, maxLength: 200 }), async (text) => {
        const prose = `A${text.replace(/\s+/g, ' ').trim()}z`.replace(/:\/\/|www\./g, '');
        const { tree } = await compiled(`${head}${prose}\n`);
        expect(textPart(tree.parts[0]).nodes).toEqual([{ name: 'p', children: [prose] }]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
