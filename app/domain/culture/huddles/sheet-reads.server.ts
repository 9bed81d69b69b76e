import type { CultureTree, TreeElement } from '#app/domain/publishing/document-tree.ts';
import { inLanguage } from '#app/domain/publishing/library.ts';
import { publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import { referencesFrom } from '#app/domain/publishing/references/target-reads.server.ts';
import { caseIn } from '#app/domain/publishing/tree/case-in.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sheet, SheetView } from './sheet.ts';

const casePart = 'case:';

const wordOf = (front: Record<string, unknown>, name: string) =>
  typeof front[name] === 'string' ? front[name] : null;

/** Every sheet that can be held today, by its slug: one whose case is gone cannot. */
export async function publishedSheets(db: Reader | Tx): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { documentId, slug, editions } of await publishedDocuments(db, 'sheet')) {
    const original = editions[0];
    if (!original) continue;
    const { versionId, title, language, front } = original;
    const reference = (await referencesFrom(db, versionId)).find(({ part }) => part.startsWith(casePart));
    if (!reference || reference.isGone) continue;
    sheets.push({
      documentId,
      versionId,
      slug,
      title,
      language,
      function: wordOf(front, 'function'),
      standard: wordOf(front, 'standard'),
      caseId: reference.part.slice(casePart.length),
      moduleId: reference.toDocumentId,
    });
  }
  return sheets;
}

/**
 * A sheet as it was pinned; where the reader's language is another one and the sheet came out in it, that edition. One
 * that is not published shows its case as it would be pinned now, for whoever looks at it before.
 */
export async function readSheet(
  db: Reader | Tx,
  versionId: string,
  reader: { language: string },
): Promise<SheetView | null> {
  const pinned = await readVersion(db, versionId);
  if (!pinned || pinned.tree.kind !== 'sheet') return null;
  const theirs = await editionIn(db, pinned.documentId, pinned.language, reader.language);
  const version = (theirs ? await readVersion(db, theirs) : null) ?? pinned;
  const { id, documentId, title, language, front } = version;
  const elements = (version.tree as CultureTree).nodes;
  const named = (name: string) => elements.filter((element) => element.name === name);
  return {
    versionId: id,
    documentId,
    title,
    language,
    function: wordOf(front, 'function'),
    standard: wordOf(front, 'standard'),
    refreshes: wordOf(front, 'refreshes'),
    case: await readCase(db, id, named('CaseFrom')[0]),
    ask: named('Ask')[0]?.children ?? [],
    answers: named('Answer').map(({ children }) => children ?? []),
    say: named('Say')[0]?.children ?? [],
  };
}

async function editionIn(
  db: Reader | Tx,
  documentId: string,
  pinned: string,
  wanted: string,
): Promise<string | null> {
  if (inLanguage([{ language: pinned }], wanted)) return null;
  const document = (await publishedDocuments(db, 'sheet')).find((one) => one.documentId === documentId);
  return inLanguage(document?.editions ?? [], wanted)?.versionId ?? null;
}

async function readCase(
  db: Reader | Tx,
  versionId: string,
  from: TreeElement | undefined,
): Promise<SheetView['case']> {
  const id = String(from?.props?.case ?? '');
  const reference = (await referencesFrom(db, versionId)).find(({ part }) => part === `${casePart}${id}`);
  if (reference?.isGone) return null;
  const toVersionId = reference?.toVersionId;
  const module = toVersionId ? await readVersion(db, toVersionId) : null;
  const element = module && caseIn(module.tree, id);
  if (!element) return null;
  return { id, title: String(element.props?.title ?? ''), language: module.language, element };
}
