import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { CultureKind } from '../document-tree.ts';
import { cultureKinds } from '../document-tree.ts';
import type { Finding } from '../finding.ts';
import { publishedDocument } from '../published-reads.server.ts';

/** `broken` has findings; `changed` is published in an earlier edition; `withdrawn` once was. */
export type DraftState = 'broken' | 'new' | 'changed' | 'published' | 'withdrawn';

export type Draft = {
  kind: CultureKind;
  slug: string;
  language: string;
  title: string;
  savedAt: Date;
  versionId: string | null;
  findings: Finding[];
  state: DraftState;
  /** Of what people read now. */
  publishedAt: Date | null;
  /** A translation whose original was changed after it. */
  isBehind: boolean;
};

export type DraftFilter = { kind?: CultureKind; slug?: string };

/** Of the newsletter, posters, talks and sheets; by kind and slug, the original of each first. */
export async function readDrafts(db: Reader | Tx, { kind, slug }: DraftFilter): Promise<Draft[]> {
  const rows = await db.draft.findMany({
    where: { kind: kind ?? { in: [...cultureKinds] }, slug },
    orderBy: [{ kind: 'asc' }, { slug: 'asc' }, { savedAt: 'asc' }],
    omit: { source: true, id: true },
    include: { version: { select: { front: true } } },
    take: 500,
  });
  const drafts: Draft[] = [];
  for (const { original, version: _, ...row } of originalsFirst(rows)) {
    const published = await publishedDocument(db, row.kind, row.slug);
    const edition = published?.editions.find(({ language }) => language === row.language);
    const findings = JSON.parse(row.findings) as Finding[];
    const publishedAt = edition?.publishedAt ?? null;
    const state = await stateOf(db, row, {
      isBroken: findings.length > 0,
      edition: edition?.versionId ?? null,
    });
    const isBehind = original.savedAt > row.savedAt;
    drafts.push({ ...row, kind: row.kind as CultureKind, findings, state, publishedAt, isBehind });
  }
  return drafts;
}

type Row = {
  kind: string;
  slug: string;
  language: string;
  savedAt: Date;
  version: { front: string } | null;
};

/** Each with its original, which is told by what the translations say of themselves: the first one where none does. */
function originalsFirst<One extends Row>(rows: readonly One[]): (One & { original: Row })[] {
  const documents = new Map<string, One[]>();
  for (const row of rows) {
    const key = `${row.kind}/${row.slug}`;
    documents.set(key, [...(documents.get(key) ?? []), row]);
  }
  return [...documents.values()].flatMap((all) => {
    const fronts = all.map(({ version }) => JSON.parse(version?.front ?? '{}') as { translationOf?: string });
    const language = fronts.find(({ translationOf }) => translationOf !== undefined)?.translationOf;
    const original = all.find((one) => one.language === language) ?? all[0]!;
    return [original, ...all.filter((one) => one !== original)].map((one) => ({ ...one, original }));
  });
}

async function stateOf(
  db: Reader | Tx,
  draft: { kind: string; slug: string; language: string; versionId: string | null },
  { isBroken, edition }: { isBroken: boolean; edition: string | null },
): Promise<DraftState> {
  if (isBroken) return 'broken';
  if (edition !== null) return edition === draft.versionId ? 'published' : 'changed';
  const { kind, slug, language } = draft;
  const before = await db.publication.findFirst({
    where: { document: { kind, slug }, language, withdrawnAt: { not: null } },
    select: { id: true },
  });
  return before ? 'withdrawn' : 'new';
}

/** The text itself, for whoever mends it. */
export async function readDraftSource(
  db: Reader | Tx,
  { kind, slug, language }: { kind: string; slug: string; language: string },
): Promise<string | null> {
  const where = { kind_slug_language: { kind, slug, language } };
  const row = await db.draft.findUnique({ where, select: { source: true } });
  return row?.source ?? null;
}
