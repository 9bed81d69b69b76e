import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#app/domain/publishing/compile-document.work.server.ts';
import { compileDocument } from '#app/domain/publishing/compile-document.work.server.ts';
import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import { posterTemplates } from '#app/domain/publishing/grammar/poster-grammar.ts';
import { partOf, referencesIn } from '#app/domain/publishing/tree/references-in.ts';
import { cultureFiles } from '../support/culture.ts';
import { findingsIn } from './compiling.ts';

const sourceOf = (kind: string) =>
  Object.entries(cultureFiles).find(([file]) => file.includes(`/${kind}s/`) || file.includes(kind))![1];
const issue = sourceOf('newsletter');
const poster = sourceOf('poster').replace('begin-the-repair', 'set-expectations');
const talk = sourceOf('talk');
const sheet = sourceOf('sheet');

async function rules(source: string, kind: DocumentKind): Promise<string[]> {
  return (await findingsIn(source, kind)).map(({ rule, line }) => `${rule}:${line}`);
}

async function treeOf(source: string, kind: DocumentKind) {
  const result = await compileDocument({ kind, slug: 'one', source, vocabulary: null });
  if ('refused' in result || !isCultureTree(result.compiled.tree)) throw new Error(JSON.stringify(result));
  return result.compiled.tree;
}

describe('an issue of the newsletter', () => {
  it('is made of stories, and keeps what it shows of others in their order', async () => {
    const tree = await treeOf(issue, 'issue');
    expect(tree.nodes.map(({ name }) => name)).toEqual(['Lead', 'Story', 'Story']);
    expect(referencesIn(tree).map(partOf)).toEqual(['case:a-case-for-all', 'poster:a-poster']);
  });

  it('has nothing but stories after its lead, each with an id of its own', async () => {
    expect(await rules(`${issue}\nLoose words.\n`, 'issue')).toEqual(['prose-misplaced:34']);
    expect(await rules(issue.replace('"what-changed"', '"a-story"'), 'issue')).toEqual(['id-twice:28']);
    expect(await rules('---\ntitle: T\nlanguage: en\n---\n\n<Lead>\n\nA\n\n</Lead>\n', 'issue')).toEqual([
      'child-missing:1',
    ]);
  });

  it('says in words what its cover shows, and takes it from nowhere strange', async () => {
    const withCover = (more: string) => issue.replace('language: en\n', `language: en\n${more}`);
    expect(await rules(withCover('cover: ./a.svg\n'), 'issue')).toEqual(['cover-without-alt:4']);
    expect(await rules(withCover('cover: javascript:alert(1)\ncoverAlt: A\n'), 'issue')).toEqual([
      'url-scheme:4',
    ]);
    const tree = await treeOf(withCover('cover: ./a.svg\ncoverAlt: A yard\n'), 'issue');
    expect(tree.cover).toEqual({ name: 'Figure', props: { src: './a.svg', alt: 'A yard' } });
  });

  it('knows no words of other kinds', async () => {
    const quiz = issue.replace('<Changes />', '<Commitment prompt="What?" />');
    expect(await rules(quiz, 'issue')).toEqual(['unknown-component:30']);
  });
});

describe('a poster', () => {
  it('has what its template has a place for, and no more', async () => {
    expect(await rules(poster, 'poster')).toEqual([]);
    for (const template of Object.keys(posterTemplates).filter((one) => one !== 'big-words')) {
      const found = await rules(poster.replace('big-words', template), 'poster');
      // A headline and a line are too little for the others, or a place too much.
      expect(found.length, template).toBeGreaterThan(0);
    }
    expect(await rules(poster.replace('big-words', 'small-words'), 'poster')).toEqual(['key-one-of:4']);
  });

  it('leads to a page of ours or of the web, and to nothing else', async () => {
    const leading = (qr: string) => poster.replace('qr: /cases/a-case-for-all', `qr: ${qr}`);
    for (const fine of ['/learn', 'https://example.com/a?b=c']) {
      expect(await rules(leading(fine), 'poster')).toEqual([]);
    }
    for (const wrong of ['//evil.example', 'javascript:alert(1)', 'http://example.com', 'cases', '"/a b"']) {
      expect(await rules(leading(wrong), 'poster'), wrong).toEqual(['key-address:6']);
    }
  });

  it('says of a line that it is in another language, in a form that is one', async () => {
    const inPolish = (tag: string) => poster.replace('<Line>', `<Line lang="${tag}">`);
    expect(await rules(inPolish('pl'), 'poster')).toEqual([]);
    expect(await rules(inPolish('Polish!'), 'poster')).toEqual(['key-language:12']);
  });
});

describe('a plan for a talk', () => {
  it('takes as long as its parts do', async () => {
    expect(await rules(talk, 'talk')).toEqual([]);
    expect(await rules(talk.replace('minutes="10"', 'minutes="15"'), 'talk')).toEqual(['talk-minutes:8']);
    expect(await rules(talk.replace('minutes="10"', 'minutes="ten"'), 'talk')).toEqual(['prop-number:22']);
  });

  it('ends with one question', async () => {
    expect(await rules(talk.replace(/<Exit>.*<\/Exit>/, ''), 'talk')).toEqual(['child-missing:1']);
  });
});

describe('a Monday sheet', () => {
  it('shows its case, asks, and offers two to four answers, in this order', async () => {
    expect(await rules(sheet, 'sheet')).toEqual([]);
    const answer = '<Answer>It is late.</Answer>\n\n';
    expect(await rules(sheet.replace(answer, ''), 'sheet')).toEqual(['child-missing:1']);
    expect(await rules(sheet.replace(answer, answer.repeat(4)), 'sheet')).toEqual(['child-too-many:19']);
    const moved = sheet.replace(answer, '').replace('<Ask>', `${answer}<Ask>`);
    expect((await rules(moved, 'sheet')).at(-1)).toMatch(/^child-(order|missing)/);
  });

  it('names the module that it refreshes by course and module', async () => {
    expect(await rules(sheet.replace('common/first', 'first'), 'sheet')).toEqual(['key-slug:4']);
  });
});
