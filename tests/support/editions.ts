import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { moduleSource, question, writeContent } from './content.ts';

export type Text = { title?: string; parts?: string[]; front?: string };

/**
 * Publishes the course `common` for everyone with these modules, `front` being more lines of the course's own; a text that
 * differs from the last is a new edition.
 */
export async function publishCommon(
  folder: string,
  modules: Record<string, Text>,
  front = '',
): Promise<void> {
  const root = join(folder, 'content');
  rmSync(root, { recursive: true, force: true });
  const sources = Object.entries(modules).map(([slug, { title = `Module ${slug}`, ...text }]) => [
    slug,
    moduleSource({ title, questions: question(`q-${slug}`, 'one'), ...text }),
  ]);
  const course = { slug: 'common', title: 'Common', audience: 'everyone', front };
  const report = await importContent(
    system,
    writeContent(root, [{ ...course, modules: Object.fromEntries(sources) as Record<string, string> }]),
  );
  if (report.broken.length > 0) throw new Error(JSON.stringify(report.broken));
}
