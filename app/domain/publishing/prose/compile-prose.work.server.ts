import type { z } from 'zod';
import { bundleMdx, type Bundled } from '#app/platform/mdx/bundle-mdx.server.ts';
import { splitFrontMatter } from '#app/platform/mdx/front-matter-block.ts';
import type { RawNode } from '#app/platform/mdx/raw-node.ts';
import type { Vocabulary } from '../content/vocabulary.ts';
import type { AnswerKey, CultureKind, DocumentTree } from '../document-tree.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { checkFront, type CheckedFront } from '../gate/check-front.ts';
import { checkUrl } from '../gate/check-url.ts';
import type { MdNode } from '../gate/md-node.ts';
import { syntaxFinding } from '../gate/syntax-finding.ts';
import { cultureFronts, moduleFront } from '../grammar/front-matter.ts';
import { componentNames, type Grammar } from '../grammar/grammar.ts';
import type { Picture, PictureReader } from '../pictures/picture.ts';
import { placePictures } from '../pictures/place-pictures.ts';
import { shown } from '../text/plain-text.ts';
import { TreeRefused } from '../tree/tree-refused.ts';
import { checkLanguage } from './check-language.ts';

/** The head of a document as it is written, sound or not. */
export type Written = Record<string, unknown>;

type Built = { tree: DocumentTree; answerKey: AnswerKey; caseIds: readonly string[] };

type Schema = (typeof cultureFronts)[CultureKind] | typeof moduleFront;

export type ProseKind = {
  schema: Schema;
  /** What its words are may depend on its head. */
  grammar: (front: Written) => Grammar;
  check: (tree: MdNode, front: Written) => Finding[];
  build: (nodes: readonly RawNode[], front: Written) => Built;
};

type Text = {
  source: string;
  vocabulary: Vocabulary | null;
  expectedLanguage?: string;
  readPicture?: PictureReader;
};

type MadeProse = Built & { front: z.infer<Schema>; pictures: readonly Picture[] };

const start = { line: 1, column: 1 };

/** What is written as Markdown under a head: all that is wrong with both at once, or what was made of them. */
export async function compileProse(
  { source, vocabulary, expectedLanguage, readPicture }: Text,
  { schema, grammar, check, build }: ProseKind,
): Promise<MadeProse | { findings: Finding[] }> {
  const block = splitFrontMatter(source);
  if ('refused' in block && block.refused === 'open')
    return { findings: [finding(start, 'front-matter-open', {})] };
  if ('refused' in block && block.refused === 'language') {
    return { findings: [finding(start, 'front-matter-language', { given: shown(block.given) })] };
  }
  const checked: CheckedFront<z.infer<Schema>> =
    'ok' in block
      ? checkFront(schema as typeof moduleFront, block.yaml, block.firstLine, vocabulary)
      : {
          front: null,
          written: {},
          findings: [finding(start, 'front-matter-none', {})],
          placeOf: () => start,
        };
  const { written } = checked;
  const findings = [...checked.findings, ...checkLanguage(checked, expectedLanguage), ...checkCover(checked)];
  const bundled = await bundleMdx({
    body: 'ok' in block ? block.body : source,
    components: componentNames(grammar(written)),
    inspect: (tree) => {
      const found = check(tree as MdNode, written);
      findings.push(...found);
      return found.length === 0;
    },
  });
  const built = buildOrRefuse(bundled, source, findings, (nodes) => build(nodes, written));
  if (!built || !checked.front || findings.length > 0) return { findings };
  const { front } = checked;
  if (!readPicture) return { front, ...built, pictures: [] };
  const { tree, pictures, findings: unfit } = await placePictures(built.tree, source, readPicture);
  return unfit.length > 0 ? { findings: unfit } : { front, ...built, tree, pictures };
}

/** A picture without words is nothing to whoever does not see it. */
function checkCover({ written: { cover, coverAlt }, placeOf }: CheckedFront<unknown>): Finding[] {
  if (typeof cover !== 'string') return [];
  const place = placeOf(['cover']);
  const bare = coverAlt === undefined ? [finding(place, 'cover-without-alt', {})] : [];
  return [...checkUrl(cover, 'image', place), ...bare];
}

function buildOrRefuse(
  bundled: Bundled,
  source: string,
  findings: Finding[],
  build: (nodes: readonly RawNode[]) => Built,
): Built | null {
  if ('refused' in bundled) {
    if (bundled.refused === 'syntax') findings.push(syntaxFinding(bundled, source));
    return null;
  }
  try {
    return build(bundled.nodes);
  } catch (error) {
    if (!(error instanceof TreeRefused)) throw error;
    findings.push(finding(start, 'tree-refused', { name: shown(error.what) }));
    return null;
  }
}
