import { createHash } from 'node:crypto';
import { bundleMdx, type Bundled } from '#app/platform/mdx/bundle-mdx.server.ts';
import { splitFrontMatter } from '#app/platform/mdx/front-matter-block.ts';
import type { RawNode } from '#app/platform/mdx/raw-node.ts';
import { buildModule, type BuiltModule } from './tree/build-tree.ts';
import { treeFormat, type AnswerKey, type DocumentTree } from './document-tree.ts';
import type { Finding } from './finding.ts';
import { finding, inSourceOrder } from './finding-rules.ts';
import { courseFront, moduleFront, type CourseFront, type ModuleFront } from './front-matter.ts';
import { checkModule } from './gate.ts';
import { checkFront, type CheckedFront } from './gate/check-front.ts';
import { guardSource } from './gate/guard-source.ts';
import type { MdNode } from './gate/md-node.ts';
import { shown } from './text/plain-text.ts';
import { syntaxFinding } from './gate/syntax-finding.ts';
import { componentNames } from './registry.ts';
import { TreeRefused } from './tree/tree-refused.ts';
import type { Vocabulary } from './content/vocabulary.ts';

declare const isCompiled: unique symbol;

export type DocumentKind = 'module' | 'course';

/** Made here alone: whoever holds one holds a document that was let through. */
export type Compiled = {
  readonly [isCompiled]: true;
  kind: DocumentKind;
  /** As it was given: of a module in a course, `<course>/<module>`. */
  slug: string;
  front: ModuleFront | CourseFront;
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
};

export type CompileResult = { ok: true; compiled: Compiled } | { refused: 'findings'; findings: Finding[] };

export type DocumentToCompile = {
  kind: DocumentKind;
  slug: string;
  source: string;
  /** Null where there is none to hold names against. */
  vocabulary: Vocabulary | null;
  expectedLanguage?: string;
};

export async function compileDocument(document: DocumentToCompile): Promise<CompileResult> {
  const guarded = guardSource(document.source);
  if (guarded.length > 0) return refuse(guarded);
  return document.kind === 'course' ? compileCourse(document) : compileModule(document);
}

function compileCourse(document: DocumentToCompile): CompileResult {
  const checked = checkFront(courseFront, document.source, 1, document.vocabulary);
  const findings = [...checked.findings, ...checkLanguage(checked, document.expectedLanguage)];
  const { front } = checked;
  if (!front || findings.length > 0) return refuse(findings);
  const tree = { kind: 'course' as const, summary: front.summary };
  return accept(document, { front, courseModules: front.modules, tree, answerKey: {}, caseIds: [] });
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
  return accept(document, { front: checked.front, ...built });
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

type Made = Pick<Compiled, 'front' | 'tree' | 'answerKey' | 'caseIds' | 'courseModules'>;

function accept({ kind, slug, source }: DocumentToCompile, made: Made): CompileResult {
  const { language, title } = made.front;
  const sourceHash = createHash('sha256').update(source).digest('hex');
  return {
    ok: true,
    compiled: { kind, slug, language, title, source, sourceHash, treeFormat, ...made } as Compiled,
  };
}
