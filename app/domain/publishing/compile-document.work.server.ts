import { createHash } from 'node:crypto';
import type { Vocabulary } from './content/vocabulary.ts';
import { cultureKinds, isCultureKind, treeFormat } from './document-tree.ts';
import type { AnswerKey, CultureKind, DocumentTree, ListTree } from './document-tree.ts';
import type { Finding } from './finding.ts';
import { finding, inSourceOrder } from './finding-rules.ts';
import { checkCulture, checkModule } from './gate.ts';
import { checkFront } from './gate/check-front.ts';
import { guardList, guardSource } from './gate/guard-source.ts';
import { courseFront, cultureFronts, languageTag, moduleFront } from './grammar/front-matter.ts';
import type {
  CourseFront,
  CultureFront,
  IssueFront,
  ListFront,
  ModuleFront,
} from './grammar/front-matter.ts';
import { grammarOf } from './grammar/grammars.ts';
import { moduleGrammar } from './grammar/module-grammar.ts';
import { checkList } from './lists/check-list.ts';
import { isListKind, listKinds, listLanguage, type ListKind } from './lists/list.ts';
import type { Picture, PictureReader } from './pictures/picture.ts';
import { checkLanguage } from './prose/check-language.ts';
import { compileProse, type Written } from './prose/compile-prose.work.server.ts';
import { shown } from './text/plain-text.ts';
import { buildCulture } from './tree/build-culture.ts';
import { buildModule } from './tree/build-tree.ts';

declare const isCompiled: unique symbol;

export const documentKinds = ['module', 'course', ...cultureKinds, ...listKinds] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** Made here alone: whoever holds one holds a document that was let through. */
export type Compiled = {
  readonly [isCompiled]: true;
  kind: DocumentKind;
  /** As it was given: of a module in a course, `<course>/<module>`. */
  slug: string;
  front: ModuleFront | CourseFront | CultureFront | ListFront;
  /** Of a course: the slugs of its modules, without the course. */
  courseModules?: readonly string[];
  language: string;
  title: string;
  source: string;
  sourceHash: string;
  tree: DocumentTree;
  treeFormat: number;
  answerKey: AnswerKey;
  caseIds: readonly string[];
  /** Those that stand beside it; the tree has the addresses that they have once they are stored. */
  pictures: readonly Picture[];
};

export type CompileResult = { ok: true; compiled: Compiled } | { refused: 'findings'; findings: Finding[] };

export type DocumentToCompile = {
  kind: DocumentKind;
  slug: string;
  source: string;
  /** Null where there is none to hold names against. */
  vocabulary: Vocabulary | null;
  expectedLanguage?: string;
  /** Without it, the addresses of pictures stay as they are written. */
  readPicture?: PictureReader;
};

export async function compileDocument(document: DocumentToCompile): Promise<CompileResult> {
  const { kind, source } = document;
  const guarded = isListKind(kind) ? guardList(source) : guardSource(source);
  if (guarded.length > 0) return refuse(guarded);
  if (isListKind(kind)) return compileList(document, kind);
  if (isCultureKind(kind)) return compileCulture(document, kind);
  return kind === 'course' ? compileCourse(document) : compileModule(document);
}

function compileList(document: DocumentToCompile, kind: ListKind): CompileResult {
  const { entries, findings } = checkList(kind, document.source, document.vocabulary);
  const given = document.expectedLanguage ?? listLanguage;
  if (!languageTag.safeParse(given).success)
    findings.push(finding({ line: 1, column: 1 }, 'key-language', { given: shown(given) }));
  if (findings.length > 0) return refuse(findings);
  const front = { title: kind, language: given };
  const tree = { kind, entries } as ListTree;
  return accept(document, { front, tree, answerKey: {}, caseIds: [], pictures: [] });
}

function compileCourse(document: DocumentToCompile): CompileResult {
  const checked = checkFront(courseFront, document.source, 1, document.vocabulary);
  const findings = [...checked.findings, ...checkLanguage(checked, document.expectedLanguage)];
  const { front } = checked;
  if (!front || findings.length > 0) return refuse(findings);
  const tree = { kind: 'course' as const, summary: front.summary };
  return accept(document, {
    front,
    courseModules: front.modules,
    tree,
    answerKey: {},
    caseIds: [],
    pictures: [],
  });
}

async function compileModule(document: DocumentToCompile): Promise<CompileResult> {
  const { vocabulary } = document;
  const made = await compileProse(document, {
    schema: moduleFront,
    grammar: () => moduleGrammar,
    check: (tree) => checkModule(tree, vocabulary),
    build: (nodes) => buildModule(nodes),
  });
  return 'findings' in made ? refuse(made.findings) : accept(document, made);
}

async function compileCulture(document: DocumentToCompile, kind: CultureKind): Promise<CompileResult> {
  const { vocabulary } = document;
  const grammar = ({ template }: Written) => grammarOf(kind, template);
  const made = await compileProse(document, {
    schema: cultureFronts[kind],
    grammar,
    check: (tree, front) => {
      const minutes = kind === 'talk' && typeof front.minutes === 'number' ? front.minutes : null;
      return checkCulture(tree, grammar(front), vocabulary, minutes);
    },
    build: (nodes, front) => {
      const tree = buildCulture(nodes, kind, grammar(front));
      const { cover: src, coverAlt: alt } = front as Partial<IssueFront>;
      if (src && alt) tree.cover = { name: 'Figure', props: { src, alt } };
      return { tree, answerKey: {}, caseIds: [] };
    },
  });
  return 'findings' in made ? refuse(made.findings) : accept(document, made);
}

function refuse(findings: Finding[]): CompileResult {
  return { refused: 'findings', findings: inSourceOrder(findings) };
}

type Made = Pick<Compiled, 'front' | 'tree' | 'answerKey' | 'caseIds' | 'courseModules' | 'pictures'>;

function accept({ kind, slug, source }: DocumentToCompile, made: Made): CompileResult {
  const { front, tree, answerKey, caseIds, courseModules, pictures } = made;
  const { language, title } = front;
  const sourceHash = createHash('sha256').update(source).digest('hex');
  return {
    ok: true,
    compiled: {
      kind,
      slug,
      front,
      courseModules,
      language,
      title,
      source,
      sourceHash,
      tree,
      treeFormat,
      answerKey,
      caseIds,
      pictures,
    } as Compiled,
  };
}
