import type { Actor } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { splitFrontMatter } from '#app/platform/mdx/front-matter-block.ts';
import { readYaml } from '#app/platform/mdx/yaml-data.ts';
import type { CompileResult } from '../compile-document.work.server.ts';
import type { CultureKind } from '../document-tree.ts';
import { languageTag } from '../grammar/front-matter.ts';
import { storePictures } from '../pictures/store-pictures.work.server.ts';
import { saveVersion } from '../save-version.server.ts';
import { shown } from '../text/plain-text.ts';
import { keepDraft } from './keep-draft.server.ts';

type DraftFile = {
  kind: CultureKind;
  slug: string;
  /** Of a translation. */
  language?: string;
  source: string;
  translationOf?: string;
  result: CompileResult;
};

/** Keeps a file as a draft, and makes a version of it where nothing is wrong with it. False where nothing was new. */
export async function importDraft(actor: Actor, file: DraftFile): Promise<boolean> {
  const { kind, slug, source, translationOf, result } = file;
  const head = 'ok' in result ? result.compiled : writtenHead(source);
  const language = file.language ?? head.language ?? 'en';
  const title = head.title ?? slug;
  const findings = 'ok' in result ? [] : result.findings;
  const where = { kind_slug_language: { kind, slug, language } };
  const before = await reader.draft.findUnique({ where, select: { source: true, findings: true } });
  const isSame = before?.source === source && before.findings === JSON.stringify(findings);
  if (isSame && !('ok' in result && result.compiled.pictures.length > 0)) return false;
  if ('ok' in result) await storePictures(result.compiled.pictures);
  return transact(async (tx) => {
    const saved =
      'ok' in result ? await saveVersion(tx, actor, { compiled: result.compiled, translationOf }) : null;
    const versionId = saved?.versionId ?? null;
    await keepDraft(tx, { kind, slug, language, title, source, findings, versionId });
    return !isSame || saved?.unchanged === false;
  });
}

/** What a broken document says of itself, as far as that can be read. */
function writtenHead(source: string): { title?: string; language?: string } {
  const block = splitFrontMatter(source);
  const read = 'ok' in block ? readYaml(block.yaml, block.firstLine) : null;
  const data =
    read && 'ok' in read && typeof read.data === 'object' ? (read.data as Record<string, unknown>) : {};
  const language = languageTag.safeParse(data?.language).data;
  return {
    ...(typeof data?.title === 'string' && { title: shown(data.title) }),
    ...(language && { language }),
  };
}
