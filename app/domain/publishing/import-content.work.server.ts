import type { Actor } from '#app/domain/actor/actor.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { stopBundler } from '#app/platform/mdx/bundle-mdx.server.ts';
import type { Compiled } from './compile-document.work.server.ts';
import { isCultureKind } from './document-tree.ts';
import { importDraft } from './drafts/import-draft.work.server.ts';
import type { Finding } from './finding.ts';
import type { ChangeKind } from './publication.ts';
import { storePictures } from './pictures/store-pictures.work.server.ts';
import { publishVersion } from './publish-version.server.ts';
import { readContent } from './read-content.work.server.ts';
import { saveVersion } from './save-version.server.ts';

export type ImportReport = {
  published: string[];
  unchanged: number;
  broken: { file: string; findings: Finding[] }[];
  /** Courses that wait because a module of theirs has never been published. */
  waiting: string[];
  /** Of the newsletter, posters and talks, what is new here: an editor publishes it. */
  drafts: string[];
};

type Sound = { file: string; compiled: Compiled; translationOf?: string };

/**
 * Publishes the courses of a content folder; newsletter, posters and talks become drafts. A broken document is reported and leaves what was published of it as it was; the
 * others go on. A course and its modules change together or not at all; translations go by their original.
 */
export async function importContent(actor: Actor, root: string): Promise<ImportReport> {
  const { documents } = await readContent({ paths: [root] });
  await stopBundler();
  const report: ImportReport = { published: [], unchanged: 0, broken: [], waiting: [], drafts: [] };
  const courses = new Map<string, Sound[]>();
  // What comes in together is not older than its original.
  const inOrder = documents.toSorted((a, b) => Number(!!a.original) - Number(!!b.original));
  for (const { file, kind, slug, courseSlug, original, result, ...given } of inOrder) {
    if (isCultureKind(kind)) {
      const draft = { file, kind, slug, result, ...given, translationOf: original?.language ?? undefined };
      if (await importDraft(actor, draft)) report.drafts.push(file);
      else if ('ok' in result) report.unchanged += 1;
      if ('refused' in result) report.broken.push({ file, findings: result.findings });
      continue;
    }
    if ('refused' in result) {
      report.broken.push({ file, findings: result.findings });
      continue;
    }
    if (original?.language === null) continue;
    const { compiled } = result;
    const together = courseSlug ?? (compiled.kind === 'course' ? slug : file);
    const sound = { file, compiled, translationOf: original?.language };
    courses.set(together, [...(courses.get(together) ?? []), sound]);
  }
  for (const sound of courses.values()) await importCourse(actor, sound, report);
  return report;
}

async function importCourse(actor: Actor, sound: Sound[], report: ImportReport): Promise<void> {
  const rank = ({ compiled, translationOf }: Sound) =>
    Number(compiled.kind === 'course') * 2 + Number(translationOf !== undefined);
  const modulesFirst = sound.toSorted((a, b) => rank(a) - rank(b));
  for (const { compiled } of sound) await storePictures(compiled.pictures);
  const outcomes = await transact(async (tx) => {
    const done: { file: string; outcome: 'published' | 'unchanged' | 'waiting' }[] = [];
    for (const { file, compiled, translationOf } of modulesFirst) {
      const saved = await saveVersion(tx, actor, { compiled, translationOf });
      const published = await publishVersion(tx, actor, {
        versionId: saved.versionId,
        change: (compiled.front.change as ChangeKind | undefined) ?? 'informative',
        modules: compiled.courseModules?.map((module) => `${compiled.slug}/${module}`),
      });
      const outcome = 'refused' in published ? 'waiting' : published.unchanged ? 'unchanged' : 'published';
      done.push({ file, outcome });
    }
    return done;
  });
  for (const { file, outcome } of outcomes) {
    if (outcome === 'unchanged') report.unchanged += 1;
    else report[outcome].push(file);
  }
}
