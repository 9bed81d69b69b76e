import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import type { LibraryCourse, LibraryModule } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { coursesFor } from '../courses/audience.ts';
import type { ModuleStand } from './module-stand.sql.server.ts';
import { readModuleStand } from './module-stand.sql.server.ts';

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
  /** What the reader said they will do, last. */
  commitment: string | null;
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
  const stand = await readModuleStand(db, actor.id, place.module.documentId);
  const published = editionFor(place.module, actor.language).versionId;
  const versionId = stand.attemptVersionId ?? stand.readingVersionId ?? published;
  const version = (await readVersion(db, versionId)) as ReadableVersion<ModuleTree> | null;
  if (!version) throw new Error(`The version ${versionId} is missing.`);
  return {
    ...place,
    version,
    round: stand.readingVersionId === versionId ? roundOf(stand) : null,
    newerEdition: versionId !== published,
    completedOn: stand.completedOn,
    commitment: stand.commitment,
    tryOpen: stand.attemptVersionId !== null,
  };
}

function roundOf({ readingVersionId, part, partsRead }: ModuleStand): Round {
  return {
    versionId: readingVersionId ?? '',
    part: part ?? '',
    partsRead: partsRead?.split(' ').filter(Boolean) ?? [],
  };
}
