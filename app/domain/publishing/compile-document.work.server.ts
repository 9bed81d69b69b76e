import { createHash } from 'node:crypto';
import { bundleMdx, type Bundled } from '#app/platform/mdx/bundle-mdx.server.ts';
import { splitFrontMatter } from '#app/platform/mdx/front-matter-block.ts';
import type { RawNode } from '#app/platform/mdx/raw-node.ts';
import { buildModule, type BuiltModule } from './tree/build-tree.ts';
import { treeFormat, type AnswerKey, type DocumentTree, type ListTree } from './document-tree.ts';
import type { Finding } from './finding.ts';
import { finding, inSourceOrder } from './finding-rules.ts';
import { courseFront, languageTag, moduleFront } from './front-matter.ts';
import type { CourseFront, ListFront, ModuleFront } from './front-matter.ts';
import { checkModule } from './gate.ts';
import { checkFront, type CheckedFront } from './gate/check-front.ts';
import { guardList, guardSource } from './gate/guard-source.ts';
import type { MdNode } from './gate/md-node.ts';
import { checkList } from './lists/check-list.ts';
import { isListKind, listKinds, listLanguage, type ListKind } from './lists/list.ts';
import { shown } from './text/plain-text.ts';
import { syntaxFinding } from './gate/syntax-finding.ts';
import type { Picture, PictureReader } from './pictures/picture.ts';
import { placePictures } from './pictures/place-pictures.ts';
import { componentNames } from './registry.ts';
import { TreeRefused } from './tree/tree-refused.ts';
import type { Vocabulary } from './content/vocabulary.ts';

declare const isCompiled: unique symbol;

export const documentKinds = ['module', 'course', ...listKinds] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** Made here alone: whoever holds one holds a document that was let through. */
export type Compiled = {
  readonly [isCompiled]: true;
  kind: DocumentKind;
  /** As it was given: of a module in a course, `<course>/<module>`. */
  slug: string;
  front: ModuleFront | CourseFront | ListFront;
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
  const start = { line: 1, column: 1 };
  const block = splitFrontMatter(document.source);
  if ('refused' in block && block.refused === 'open')
    return refuse([finding(start, 'front-matter-open', {})]);
  if ('refused' in block && block.refused === 'language') {
    return refuse([finding(start, 'front-matter-language', { given: shown(block.given) })]);
  }
  const checked =
    'ok' in block
      ? checkFront(moduleFront, block.yaml, block.firstLine, document.vocabulary)
      : { front: null, findings: [finding(start, 'front-matter-none', {})], placeOf: () => start };
  const findings = [...checked.findings, ...checkLanguage(checked, document.expectedLanguage)];
  const bundled = await bundleMdx({
    body: 'ok' in block ? block.body : document.source,
    components: componentNames,
    inspect: (tree) => {
      const found = checkModule(tree as MdNode, document.vocabulary);
      findings.push(...found);
      return found.length === 0;
    },
  });
  const built = build(bundled, document.source, findings);
  if (!built || !checked.front || findings.length > 0) return refuse(findings);
  const { readPicture, source } = document;
  const placed = readPicture
    ? await placePictures(built.tree, source, readPicture)
    : { pictures: [], findings };
  if (placed.findings.length > 0) return refuse(placed.findings);
  return accept(document, { front: checked.front, ...built, ...placed });
}

function build(bundled: Bundled, source: string, findings: Finding[]): BuiltModule | null {
  if ('refused' in bundled) {
    if (bundled.refused === 'syntax') findings.push(syntaxFinding(bundled, source));
    return null;
  }
  return buildOrRefuse(bundled.nodes, findings);
}

function buildOrRefuse(nodes: readonly RawNode[], findings: Finding[]): BuiltModule | null {
  try {
    return buildModule(nodes);
  } catch (error) {
    if (!(error instanceof TreeRefused)) throw error;
    findings.push(finding({ line: 1, column: 1 }, 'tree-refused', { name: shown(error.what) }));
    return null;
  }
}

function checkLanguage({ front, placeOf }: CheckedFront<{ language: string }>, expected?: string): Finding[] {
  if (!front || !expected || front.language === expected) return [];
  return [finding(placeOf(['language']), 'language-disagrees', { expected, given: front.language })];
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
