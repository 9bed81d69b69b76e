import { ulid } from 'ulid';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Finding } from '../finding.ts';

export type KeepDraft = {
  kind: string;
  slug: string;
  language: string;
  title: string;
  source: string;
  findings: readonly Finding[];
  versionId: string | null;
};

/** The one draft there is of a document in a language; keeping the same again changes nothing. */
export async function keepDraft(tx: Tx, draft: KeepDraft): Promise<void> {
  const { kind, slug, language, ...rest } = draft;
  const content = { ...rest, findings: JSON.stringify(draft.findings) };
  const where = { kind_slug_language: { kind, slug, language } };
  const before = await tx.draft.findUnique({ where });
  const same =
    before?.source === content.source &&
    before.findings === content.findings &&
    before.versionId === content.versionId;
  if (same) return;
  const kept = { ...content, savedAt: now() };
  await tx.draft.upsert({
    where,
    create: { id: ulid(), kind, slug, language, ...kept },
    update: kept,
    select: { id: true },
  });
}
