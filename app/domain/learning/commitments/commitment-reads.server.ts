import type { PersonActor } from '#app/domain/actor/actor.ts';
import { coursesFor } from '#app/domain/learning/courses/audience.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { comesBackOn, isAskedOn } from './coming-back.ts';
import type { CommitmentRow } from './commitments.sql.server.ts';
import { listCommitments } from './commitments.sql.server.ts';
import type { Told } from './outcome.ts';

export type MyCommitment = {
  id: string;
  text: string;
  madeOn: string;
  /** Where it was made, as far as one may still open it. */
  module: { title: string; to: string } | null;
  told: Told[];
  /** They said it anew in the same module; the newest counts. */
  replaced: boolean;
  /** Today is a day to ask how it went. Of the commitments of one module only the newest is asked about. */
  isAsked: boolean;
  /** When it will be asked about, if ever. */
  comesBackOn: string | null;
};

/** All of one's own, newest first. They are nobody else's to read. */
export async function readMyCommitments(db: Reader | Tx, actor: PersonActor): Promise<MyCommitment[]> {
  const rows = await listCommitments(db, actor.id);
  if (rows.length === 0) return [];
  const places = placesOf(await readLibrary(db), actor);
  const dayOf = (instant: string) => dateIn(actor.siteTimeZone, new Date(instant));
  const today = dateIn(actor.siteTimeZone);
  const newest = new Set<string>();
  const byId = new Map<string, CommitmentRow[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return [...byId.values()].map((answers): MyCommitment => {
    const { id, documentId, text, madeAt } = answers[0]!;
    const madeOn = dayOf(madeAt);
    const told = answers.flatMap(({ outcome, outcomeText, outcomeAt }): Told[] =>
      outcome && outcomeAt ? [{ outcome, text: outcomeText, on: dayOf(outcomeAt) }] : [],
    );
    const isNewest = !newest.has(documentId);
    newest.add(documentId);
    return {
      id,
      text,
      madeOn,
      module: places.get(documentId) ?? null,
      told,
      replaced: !isNewest,
      isAsked: isNewest && isAskedOn(today, madeOn, told),
      comesBackOn: isNewest ? comesBackOn(madeOn, told) : null,
    };
  });
}

type Library = Awaited<ReturnType<typeof readLibrary>>;

function placesOf(library: Library, actor: PersonActor): Map<string, { title: string; to: string }> {
  return new Map(
    coursesFor(library, actor).flatMap(({ slug, modules }) =>
      modules.map((module) => [
        module.documentId,
        { title: editionFor(module, actor.language).title, to: `/learn/${slug}/${module.slug}` },
      ]),
    ),
  );
}
