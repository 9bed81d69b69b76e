import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import type { LibraryCourse, LibraryModule } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { newsOf } from '../changes/news.ts';
import { askedAgain, standingOf } from '../completions/currency.ts';
import { readDone } from '../completions/done.sql.server.ts';
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
  /** A newer edition than the one being read is published in its language. */
  newerEdition: boolean;
  /** The languages it is published in beside the one being read, the original's first. */
  otherLanguages: string[];
  completedOn: string | null;
  /** The day from which it is to be read again, though it was completed; null where that still counts. */
  againFrom: string | null;
  /** Something has changed since it was completed. */
  hasChanged: boolean;
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

/**
 * The module on the edition that was begun, else on the one published now: in the language wished for, in the
 * reader's, or the original.
 */
export async function readModule(
  db: Reader | Tx,
  actor: PersonActor,
  place: ModulePlace,
  wished?: string,
): Promise<ModuleForReading> {
  const stand = await readModuleStand(db, actor.id, place.module.documentId);
  const { editions } = place.module;
  const wish = editions.find(({ language }) => language === wished);
  const published = (wish ?? editionFor(place.module, actor.language)).versionId;
  const versionId = stand.attemptVersionId ?? stand.readingVersionId ?? published;
  const version = (await readVersion(db, versionId)) as ReadableVersion<ModuleTree> | null;
  if (!version) throw new Error(`The version ${versionId} is missing.`);
  return {
    ...place,
    version,
    round: stand.readingVersionId === versionId ? roundOf(stand) : null,
    newerEdition: editions.some((one) => one.language === version.language && one.versionId !== versionId),
    otherLanguages: editions
      .map(({ language }) => language)
      .filter((language) => language !== version.language),
    completedOn: stand.completedOn,
    ...(await readSince(db, actor, place, stand)),
    commitment: stand.commitment,
    tryOpen: stand.attemptVersionId !== null,
  };
}

type Since = Pick<ModuleForReading, 'againFrom' | 'hasChanged'>;

/** What was published since it was completed. Of a module with one edition there is nothing to ask. */
async function readSince(
  db: Reader | Tx,
  actor: PersonActor,
  { module }: ModulePlace,
  stand: ModuleStand,
): Promise<Since> {
  const { documentId, history } = module;
  if (stand.completedOn === null || history.length < 2) return { againFrom: null, hasChanged: false };
  const done = (await readDone(db, actor.id, documentId)).get(documentId) ?? [];
  const today = dateIn(actor.siteTimeZone);
  const isAgain = standingOf(history, done, today) === 'again';
  return {
    againFrom: isAgain ? (askedAgain(history, today)?.from ?? null) : null,
    hasChanged: newsOf(history, editionFor(module, actor.language), { done }) !== null,
  };
}

function roundOf({ readingVersionId, part, partsRead }: ModuleStand): Round {
  return {
    versionId: readingVersionId ?? '',
    part: part ?? '',
    partsRead: partsRead?.split(' ').filter(Boolean) ?? [],
  };
}
