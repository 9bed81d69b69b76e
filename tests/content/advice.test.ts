import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseContent } from '#app/domain/publishing/advice/advise-content.ts';
import { paragraphsOf, placeOfWords, sentencesOf, wordsOf } from '#app/domain/publishing/advice/prose.ts';
import { readContent, type ContentDocument } from '#app/domain/publishing/read-content.work.server.ts';
import { compiled } from './compiling.ts';

type Told = { minutes?: number; body?: string; questions?: string };

const study = (
  lesson = 'Ask before the lorry leaves, not after it has gone.',
) => `<CaseStudy id="gate" title="C">
<Situation>

A lorry waits at the gate.

</Situation>
<Bad>
<Said who="A">Load it.</Said>
<Felt>Forgotten.</Felt>
<Cost>A day.</Cost>
</Bad>
<Good>
<Said who="B">Wait.</Said>
<Felt>Seen.</Felt>
<Cost>An hour.</Cost>
</Good>
<Lesson>${lesson}</Lesson>
</CaseStudy>
`;

const question = (id: string, right: string, wrong: string) =>
  `<Question id="${id}" kind="one">\nWhich of them, and why?\n\n<Option right why="a">${right}</Option>\n<Option why="b">${wrong}</Option>\n</Question>\n`;

const fair = ['a', 'b', 'c', 'd']
  .map((id) => question(id, `Ask ${id}`, `Do not ask anybody ${id}`))
  .join('\n');

/** Short sentences, none like another. */
function prose(words: number, seed = 'word'): string {
  const sentences = Array.from({ length: Math.ceil(words / 8) }, (_, at) =>
    Array.from({ length: 8 }, (_unused, place) => `${seed}${at}x${place}`).join(' '),
  );
  return `${sentences.map((one) => `${one[0]!.toUpperCase()}${one.slice(1)}.`).join(' ')}\n`;
}

const source = ({ minutes = 6, body = `${prose(400)}\n${study()}`, questions = fair }: Told) =>
  `---\ntitle: T\nlanguage: en\nminutes: ${minutes}\npass: 80\n---\n\n${body}\n${questions}`;

async function read(file: string, text: string): Promise<ContentDocument> {
  return {
    file,
    kind: 'module',
    source: text,
    slug: file,
    result: { ok: true, compiled: await compiled(text) },
  };
}

async function advice(told: Told): Promise<string[]> {
  const document = await read('one.mdx', source(told));
  const findings = adviseContent([document]).get('one.mdx') ?? [];
  return findings.map(({ rule, line }) => `${rule}:${line}`);
}

describe('advice on a module', () => {
  it('has none where there is nothing to say', async () => {
    expect(await advice({})).toEqual([]);
  });

  it('holds the words against the minutes', async () => {
    expect(await advice({ minutes: 3 })).toEqual(['minutes-too-few:4']);
    expect(await advice({ minutes: 20 })).toEqual(['minutes-too-many:4']);
  });

  it('misses a case and questions in a module that takes its time', async () => {
    expect(await advice({ body: prose(400), questions: question('a', 'Ask', 'Do not ask') })).toEqual([
      'case-none:2',
      'questions-too-few:5',
    ]);
    expect(await advice({ minutes: 2, body: prose(100), questions: '' })).toEqual([]);
  });

  it('sees that the longest option is right too often', async () => {
    const given = (count: number) =>
      ['a', 'b', 'c', 'd', 'e', 'f']
        .map((id, at) =>
          question(id, at < count ? `Ask somebody who knows ${id}` : `Ask ${id}`, `Wait for ${id}`),
        )
        .join('\n');
    expect(await advice({ questions: given(2) })).toEqual([]);
    expect(await advice({ questions: given(3) })).toEqual([expect.stringMatching(/^longest-is-right:\d+$/)]);
  });

  it('measures sentences, one by one and on average', async () => {
    const long = `${Array.from({ length: 35 }, (_, at) => `w${at}`).join(' ')}.\n`;
    expect(await advice({ body: `${prose(400)}\n${study()}\n${long}` })).toEqual(['sentence-too-long:29']);
    let stop = 0;
    const stretched = prose(480).replaceAll(/\. (?=\w)/g, () => (stop++ % 3 === 2 ? '. ' : ', '));
    expect(await advice({ body: `${stretched}\n${study()}` })).toContain('sentences-too-long:1');
  });

  it('hears a lesson that is said twice', async () => {
    const again = 'Whoever drives should ask before the lorry leaves, not after lunch.\n';
    expect(await advice({ body: `${prose(400)}\n${study()}\n${again}` })).toEqual(['moral-twice:26']);
  });

  it('hears a phrase that another module has, in the same language', async () => {
    const shared = 'We always tell her on the same day what happens next.\n';
    const one = await read('one.mdx', source({ body: `${prose(400, 'one')}\n${study()}\n${shared}` }));
    const other = source({ body: `${prose(400, 'two')}\n${shared}` }).replace('minutes: 6', 'minutes: 4');
    const two = await read('two.mdx', other);
    const three = await read('three.mdx', other.replace('language: en', 'language: pl'));
    const found = adviseContent([one, two, three]);
    expect(found.get('one.mdx')).toEqual([]);
    expect(found.get('two.mdx')).toMatchObject([{ rule: 'phrase-repeated', params: { file: 'one.mdx' } }]);
    expect(found.get('three.mdx')).toEqual([]);
  });
});

it('is not needed by anything that ships', async () => {
  const { documents } = await readContent({ paths: ['content'] });
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.flatMap(({ result }) => ('refused' in result ? result.findings : []))).toEqual([]);
  expect([...adviseContent(documents).values()].flat()).toEqual([]);
});

describe('prose', () => {
  it('finds every sequence of words where it stands', () => {
    const word = fc.stringMatching(/^[a-zł]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), (words, from) => {
        const text = words.join('*, “');
        const run = words.slice(from % words.length);
        const { line, column } = placeOfWords(`\n${text}`, run);
        expect(line).toBe(2);
        expect(wordsOf(text.slice(column - 1)).slice(0, run.length)).toEqual(run);
      }),
    );
  });

  it('cuts sentences as the language does', () => {
    expect(sentencesOf('It is 16:00. “Load it.” Fine?', 'en')).toHaveLength(3);
  });

  it('reads choices and cases, and no headings', async () => {
    const { tree } = await compiled(source({ body: `## A heading\n\nText here.\n\n${study()}` }));
    const paragraphs = paragraphsOf(tree);
    expect(paragraphs).toContain('Text here.');
    expect(paragraphs).toContain('Load it.');
    expect(paragraphs).not.toContain('A heading');
  });
});
