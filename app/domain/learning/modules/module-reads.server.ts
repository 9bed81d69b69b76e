import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import type { LibraryCourse, LibraryModule } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { coursesFor } from '../courses/audience.ts';
import { openKey } from '../open-key.ts';

export type ModulePlace = {
  course: LibraryCourse;
  module: LibraryModule;
  /** Counts from 1. */
  position: number;
};

export type Round = { versionId: string; part: string; partsRead: string[] };

export type ModuleForReading = ModulePlace & {
  version: ReadableVersion<ModuleTree>;
  /** The open reading; null before the module is begun. */
  round: Round | null;
  /** A newer edition than the one being read is published. */
  newerEdition: boolean;
  completedOn: string | null;
  tryOpen: boolean;
};

/** Where a module stands, if the reader may see it. */
export async function findModule(
  db: Reader | Tx,
  actor: PersonActor,
  courseSlug: string,
  moduleSlug: string,
): Promise<ModulePlace | null> {
  const course = coursesFor(await readLibrary(db), actor).find(({ slug }) => slug === courseSlug);
  const index = course?.modules.findIndex(({ slug }) => slug === moduleSlug) ?? -1;
  const module = course?.modules[index];
  return course && module ? { course, module, position: index + 1 } : null;
}

/** The module on the edition that was begun, else on the one published now. */
export async function readModule(
  db: Reader | Tx,
  actor: PersonActor,
  place: ModulePlace,
): Promise<ModuleForReading> {
  const { documentId } = place.module;
  const key = openKey(actor.id, documentId);
  const [reading, attempt, completion] = await Promise.all([
    db.reading.findUnique({
      where: { openKey: key },
      select: { versionId: true, part: true, partsRead: true },
    }),
    db.attempt.findUnique({ where: { openKey: key }, select: { versionId: true } }),
    db.completion.findFirst({
      where: { personId: actor.id, documentId },
      orderBy: { completedAt: 'desc' },
      select: { completedOn: true },
    }),
  ]);
  const published = editionFor(place.module, actor.language).versionId;
  const versionId = attempt?.versionId ?? reading?.versionId ?? published;
  const version = (await readVersion(db, versionId)) as ReadableVersion<ModuleTree> | null;
  if (!version) throw new Error(`The version ${versionId} is missing.`);
  const round = reading && { ...reading, partsRead: reading.partsRead.split(' ').filter(Boolean) };
  return {
    ...place,
    version,
    round: round?.versionId === versionId ? round : null,
    newerEdition: versionId !== published,
    completedOn: completion?.completedOn ?? null,
    tryOpen: attempt !== null,
  };
}

export async function latestCommitment(
  db: Reader | Tx,
  personId: string,
  documentId: string,
): Promise<string | null> {
  const commitment = await db.commitment.findFirst({
    where: { personId, documentId },
    orderBy: { madeAt: 'desc' },
    select: { text: true },
  });
  return commitment?.text ?? null;
}
