import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readMyCommitments } from '#app/domain/learning/commitments/commitment-reads.server.ts';
import type { Outcome } from '#app/domain/learning/commitments/outcome.ts';
import { tellHowItWent } from '#app/domain/learning/commitments/tell-how-it-went.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound } from '../../guards.server.ts';
import type { ShownCommitment } from './shown-commitment.server.ts';
import { showCommitment } from './shown-commitment.server.ts';

type Args = { request: Request; params: Record<string, string | undefined> };

/** The commitment that the address names, if it is the reader's own; 404 for everybody else, whatever they may do. */
export async function findCommitment(actor: PersonActor, args: Args): Promise<ShownCommitment> {
  const all = await readMyCommitments(reader, actor);
  const found = all.find(({ id }) => id === args.params.commitment) ?? notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  return showCommitment(found, locale, dateIn(actor.siteTimeZone));
}

/** Keeps an answer to it; 404 like above. */
export async function answerCommitment(
  actor: PersonActor,
  { params }: Args,
  answer: { outcome: Outcome; text: string },
): Promise<void> {
  const commitmentId = params.commitment ?? '';
  const told = await transact((tx) => tellHowItWent(tx, actor, { commitmentId, ...answer }));
  if ('refused' in told) notFound();
}
