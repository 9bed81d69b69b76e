import type { DocumentTree, TreeElement, TreeNode } from '../document-tree.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { shown } from '../text/plain-text.ts';
import { isBeside, pictureName, type Picture, type PictureReader } from './picture.ts';

type Placed<Tree> = { tree: Tree; pictures: Picture[]; findings: Finding[] };

/** The tree with the addresses that pictures have here, in place of those they have beside the document. */
export async function placePictures<Tree extends DocumentTree>(
  tree: Tree,
  source: string,
  readPicture: PictureReader,
): Promise<Placed<Tree>> {
  const wanted = new Set([...everyElement(tree)].flatMap(({ props }) => besideOf(props?.src)));
  const pictures: Picture[] = [];
  const findings: Finding[] = [];
  for (const src of wanted) {
    const read = await readPicture(src);
    if ('fault' in read) findings.push(finding(placeOf(source, src), read.fault, { src: shown(src) }));
    else pictures.push(read);
  }
  const addresses = new Map(pictures.map((picture) => [picture.src, `/pictures/${pictureName(picture)}`]));
  return { tree: addresses.size > 0 ? withAddresses(tree, addresses) : tree, pictures, findings };
}

function besideOf(src: unknown): string[] {
  return typeof src === 'string' && isBeside(src) ? [src] : [];
}

/** Everything in a tree that has a name, wherever it stands. */
function* everyElement(value: unknown): Generator<TreeElement> {
  if (typeof value !== 'object' || value === null) return;
  if ('name' in value) yield value as TreeElement;
  for (const one of Object.values(value)) yield* everyElement(one);
}

function withAddresses<Tree extends DocumentTree>(tree: Tree, addresses: ReadonlyMap<string, string>): Tree {
  const replaced = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(replaced) as T;
    if (typeof value !== 'object' || value === null) return value;
    const { src } = value as { src?: unknown };
    const address = typeof src === 'string' ? addresses.get(src) : undefined;
    const entries = Object.entries(value).map(([key, one]: [string, TreeNode]) => [key, replaced(one)]);
    return { ...Object.fromEntries(entries), ...(address ? { src: address } : {}) } as T;
  };
  return replaced(tree);
}

function placeOf(source: string, src: string): { line: number; column: number } {
  const at = Math.max(0, source.search(new RegExp(`["(]${src.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)));
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
