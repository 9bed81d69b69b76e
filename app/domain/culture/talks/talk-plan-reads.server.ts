import type { TreeElement } from '#app/domain/publishing/document-tree.ts';
import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import { inLanguage } from '#app/domain/publishing/library.ts';
import type { PublishedDocument, PublishedEdition } from '#app/domain/publishing/published-reads.server.ts';
import { publishedDocument, publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import { referencesFrom } from '#app/domain/publishing/references/target-reads.server.ts';
import { caseIn } from '#app/domain/publishing/tree/case-in.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { FindCase } from './make-plan.ts';
import { exitOf, makeParts, withCases } from './make-plan.ts';
import type { TalkLine, TalkPlan } from './talk-plan.ts';

const editionFor = ({ editions }: PublishedDocument, language: string): PublishedEdition =>
  inLanguage(editions, language) ?? editions[0]!;

function frontOf(front: Record<string, unknown>): Pick<TalkLine, 'aim' | 'minutes' | 'with'> {
  return {
    aim: String(front.aim ?? ''),
    minutes: Number(front.minutes),
    with: front.with === 'guests' ? 'guests' : 'team',
  };
}

/** All plans that are published, in the reader's language where there is one, the short ones first. */
export async function readTalkLines(db: Reader | Tx, language: string): Promise<TalkLine[]> {
  const documents = await publishedDocuments(db, 'talk');
  return documents
    .map((document) => {
      const edition = editionFor(document, language);
      const { title, front } = edition;
      return { slug: document.slug, language: edition.language, title, ...frontOf(front) };
    })
    .toSorted((a, b) => a.minutes - b.minutes || a.title.localeCompare(b.title));
}

async function casesOf(db: Reader | Tx, versionId: string): Promise<FindCase> {
  const found = new Map<string, TreeElement>();
  for (const { part, toVersionId, isGone } of await referencesFrom(db, versionId)) {
    const id = part.startsWith('case:') ? part.slice(5) : null;
    const target = id !== null && toVersionId && !isGone ? await readVersion(db, toVersionId) : null;
    const study = target && caseIn(target.tree, id!);
    if (study) found.set(id!, study);
  }
  return (id) => found.get(id) ?? null;
}

/** A plan as its pages show it, of one version; null where that is no plan. */
export async function readTalkVersion(
  db: Reader | Tx,
  slug: string,
  versionId: string,
): Promise<TalkPlan | null> {
  const version = await readVersion(db, versionId);
  if (!version || !isCultureTree(version.tree) || version.tree.kind !== 'talk') return null;
  const findCase = await casesOf(db, versionId);
  const { nodes } = version.tree;
  const { title, language } = version;
  const front = frontOf(version.front);
  const handout = nodes.find(({ name }) => name === 'Handout')?.children ?? [];
  return {
    slug,
    language,
    title,
    ...front,
    ...makeParts(nodes, { title, text: front.aim }, findCase),
    handout: withCases(handout, findCase),
    exit: exitOf(nodes),
  };
}

/** The published plan of that name, best in the reader's language. */
export async function readTalkPlan(
  db: Reader | Tx,
  slug: string,
  language: string,
): Promise<TalkPlan | null> {
  const document = await publishedDocument(db, 'talk', slug);
  return document && readTalkVersion(db, slug, editionFor(document, language).versionId);
}
