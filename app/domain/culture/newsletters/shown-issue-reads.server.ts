import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import type { CultureTree, TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { referencesFrom } from '#app/domain/publishing/references/target-reads.server.ts';
import { minutesFor } from '#app/domain/publishing/text/reading-time.ts';
import { caseIn } from '#app/domain/publishing/tree/case-in.ts';
import { partOf, referencesIn } from '#app/domain/publishing/tree/references-in.ts';
import { elementsIn, wordsToRead } from '#app/domain/publishing/tree/tree-text.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { loudWords } from '../posters/loud-words.ts';
import { isPosterTree } from '../posters/poster.ts';
import { textInTree } from '../posters/text-in-tree.ts';
import { nodesOf, propOf, thankedIn } from './issue-text.ts';
import type { IssuePiece, IssueReader, ShownIssue, ShownStory, TrainingChange } from './shown-issue.ts';
import { changesAtMost } from './shown-issue.ts';
import { readThanked } from './thanked-reads.server.ts';
import { readIssueSpan, readTrainingChanges } from './training-change-reads.server.ts';

/** What an edition's text only names, by the name. */
type LookedUp = {
  cases: Map<string, Extract<IssuePiece, { kind: 'case' }>>;
  posters: Map<string, Extract<IssuePiece, { kind: 'poster' }>>;
  names: ReadonlyMap<string, string>;
  changes: TrainingChange[];
};

/** An edition of an issue, published or not, as this reader finds it; null where it is none. */
export async function readShownIssue(
  db: Reader | Tx,
  versionId: string,
  reader: IssueReader,
): Promise<ShownIssue | null> {
  const version = await readVersion(db, versionId);
  if (!version || !isCultureTree(version.tree) || version.tree.kind !== 'issue') return null;
  const { tree, front, documentId, language, title } = version;
  const document = await db.document.findUnique({ where: { id: documentId }, select: { slug: true } });
  const found = await lookUp(db, { versionId, documentId, language, tree });
  const lead = tree.nodes.find(({ name }) => name === 'Lead')?.children ?? [];
  const stories = tree.nodes
    .filter(({ name }) => name === 'Story')
    .map((story) => showStory(story, reader, found));
  const words = stories.flatMap(({ pieces }) => pieces.flatMap(nodesOf));
  const text = (name: string) => (typeof front[name] === 'string' ? front[name] : null);
  return {
    documentId,
    versionId,
    slug: document?.slug ?? '',
    language,
    title,
    subject: text('subject') ?? title,
    preheader: text('preheader'),
    cover: tree.cover ? { src: propOf(tree.cover, 'src') ?? '', alt: propOf(tree.cover, 'alt') ?? '' } : null,
    lead,
    minutes: minutesFor(wordsToRead([...lead, ...words])),
    stories,
  };
}

type Edition = { versionId: string; documentId: string; language: string; tree: CultureTree };

async function lookUp(db: Reader | Tx, edition: Edition): Promise<LookedUp> {
  const { versionId, documentId, language, tree } = edition;
  const pinned = new Map((await referencesFrom(db, versionId)).map((one) => [one.part, one]));
  const cases: LookedUp['cases'] = new Map();
  const posters: LookedUp['posters'] = new Map();
  for (const reference of referencesIn(tree)) {
    const { kind, name } = reference;
    // Pinned at publication, or for a draft as it would be; what nobody may read any more is left out.
    const target = pinned.get(partOf(reference));
    const shown = target?.toVersionId && !target.isGone ? await readVersion(db, target.toVersionId) : null;
    if (!shown) continue;
    if (kind === 'poster') {
      const says = isPosterTree(shown.tree) ? loudWords(textInTree(shown.front, shown.tree)) : [];
      posters.set(name, { kind, slug: name, title: shown.title, language: shown.language, says });
      continue;
    }
    const element = caseIn(shown.tree, name);
    if (!element) continue;
    const title = propOf(element, 'title') ?? '';
    cases.set(name, { kind, id: name, title, language: shown.language, element });
  }
  const wantsChanges = [...elementsIn(tree.nodes)].some(({ name }) => name === 'Changes');
  return {
    cases,
    posters,
    names: await readThanked(db, thankedIn(tree.nodes)),
    changes: wantsChanges ? await readTrainingChanges(db, await readIssueSpan(db, documentId), language) : [],
  };
}

function showStory(story: TreeElement, reader: IssueReader, found: LookedUp): ShownStory {
  const pieces = piecesOf(story.children ?? [], reader, found);
  return {
    id: propOf(story, 'id') ?? '',
    title: propOf(story, 'title') ?? '',
    kicker: propOf(story, 'kicker'),
    minutes: minutesFor(wordsToRead(pieces.flatMap(nodesOf))),
    pieces,
  };
}

/** Text that stands together is one piece. */
function piecesOf(nodes: readonly TreeNode[], reader: IssueReader, found: LookedUp): IssuePiece[] {
  const pieces: IssuePiece[] = [];
  for (const node of nodes) {
    const piece = typeof node === 'string' ? null : pieceOf(node, reader, found);
    if (piece === 'nothing') continue;
    const last = pieces.at(-1);
    if (piece) pieces.push(piece);
    else if (last?.kind === 'text') last.nodes.push(node);
    else pieces.push({ kind: 'text', nodes: [node] });
  }
  return pieces;
}

function pieceOf(element: TreeElement, reader: IssueReader, found: LookedUp): IssuePiece | 'nothing' | null {
  const named = (name: string) => propOf(element, name) ?? '';
  switch (element.name) {
    case 'For': {
      const functionId = named('function');
      if (!reader.functions.includes(functionId)) return 'nothing';
      return { kind: 'for', functionId, pieces: piecesOf(element.children ?? [], reader, found) };
    }
    case 'CaseFrom':
      return found.cases.get(named('case')) ?? 'nothing';
    case 'PosterFrom':
      return found.posters.get(named('poster')) ?? 'nothing';
    case 'Thanks':
      return {
        kind: 'thanks',
        name: found.names.get(named('to')) ?? null,
        nodes: element.children ?? [],
      };
    case 'Changes': {
      const mine = found.changes.filter(({ slug }) => reader.courses.includes(slug.split('/', 1)[0]!));
      return {
        kind: 'changes',
        changes: mine.slice(0, changesAtMost),
        more: Math.max(0, mine.length - changesAtMost),
      };
    }
    default:
      return null;
  }
}
