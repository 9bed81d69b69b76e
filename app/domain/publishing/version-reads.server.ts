import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { AnswerKey, DocumentTree } from './document-tree.ts';
import { treeFormat } from './document-tree.ts';

/** What people read of a document in a language today, or null. */
export async function publishedVersion(
  db: Reader | Tx,
  documentId: string,
  language: string,
): Promise<string | null> {
  const publication = await db.publication.findFirst({
    where: { documentId, language, withdrawnAt: null },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { versionId: true },
  });
  return publication?.versionId ?? null;
}

export type ReadableVersion<Tree extends DocumentTree = DocumentTree> = {
  id: string;
  documentId: string;
  language: string;
  number: number;
  title: string;
  front: Record<string, unknown>;
  tree: Tree;
};

/** Versions never change, so those read lately are kept parsed. */
const parsed = new Map<string, ReadableVersion>();
const parsedAtMost = 200;

/** One function per format lifts old trees; there has been one format so far. */
function liftTree(format: number, tree: string): DocumentTree {
  if (format !== treeFormat) throw new Error(`A document tree of format ${format} cannot be read.`);
  return JSON.parse(tree) as DocumentTree;
}

/** A version without its answer key. */
export async function readVersion(db: Reader | Tx, versionId: string): Promise<ReadableVersion | null> {
  const kept = parsed.get(versionId);
  if (kept) return kept;
  const row = await db.version.findUnique({
    where: { id: versionId },
    select: {
      id: true,
      documentId: true,
      language: true,
      number: true,
      title: true,
      front: true,
      tree: true,
      treeFormat: true,
    },
  });
  if (!row) return null;
  const { front, tree, treeFormat: format, ...rest } = row;
  const version = {
    ...rest,
    front: JSON.parse(front) as Record<string, unknown>,
    tree: liftTree(format, tree),
  };
  if (parsed.size >= parsedAtMost) parsed.delete(parsed.keys().next().value!);
  parsed.set(versionId, version);
  return version;
}

/** For grading, and for a result page once the try is in; nothing else may ask. */
export async function readAnswerKey(db: Reader | Tx, versionId: string): Promise<AnswerKey> {
  const row = await db.version.findUniqueOrThrow({ where: { id: versionId }, select: { answerKey: true } });
  return JSON.parse(row.answerKey) as AnswerKey;
}
