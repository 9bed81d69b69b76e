import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { compileDocument } from '#app/domain/publishing/compile-document.work.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import { saveVersion } from '#app/domain/publishing/save-version.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { writeContent } from './content.ts';
import { publishDrafts } from './culture.ts';
import { done } from './staff.ts';

type Poster = { front?: string; body: string; language?: string };

export function posterSource(title: string, { front = '', body, language = 'en' }: Poster): string {
  return `---\ntitle: ${title}\nlanguage: ${language}\n${front}---\n\n${body}\n`;
}

export const bigWords = (text: string, more = ''): Poster => ({
  front: `template: big-words\npalette: paper\n${more}`,
  body: `<Headline>${text}</Headline>`,
});

/** Brings posters in by their files' names, and publishes them. */
export async function publishPosters(files: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'posters-'));
  const named = Object.entries(files).map(([name, source]) => [`culture/posters/${name}.mdx`, source]);
  const root = writeContent(folder, [], Object.fromEntries(named) as Record<string, string>);
  const { broken } = await importContent(system, root);
  rmSync(folder, { recursive: true });
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
  await publishDrafts();
}

/** A next edition of a poster, published at once. */
export async function publishEdition(slug: string, source: string): Promise<string> {
  const result = await compileDocument({ kind: 'poster', slug, source, vocabulary: null });
  if (!('ok' in result)) throw new Error(JSON.stringify(result.findings));
  const { versionId } = await transact((tx) => saveVersion(tx, system, { compiled: result.compiled }));
  await done(transact((tx) => publishVersion(tx, system, { versionId, change: 'informative' })));
  return versionId;
}

export async function documentOf(slug: string): Promise<string> {
  const where = { kind_slug: { kind: 'poster', slug } };
  return (await reader.document.findUniqueOrThrow({ where, select: { id: true } })).id;
}
