import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Opinion } from './opinion.ts';

type OpinionToKeep = Opinion & { issueId: string; personId: string };

/** The one thing somebody has to say of an issue; said again, it takes the place of what they said before. */
export async function keepOpinion(tx: Tx, { issueId, personId, ...said }: OpinionToKeep): Promise<void> {
  // A name alone is nothing to send.
  const opinion = { ...said, signed: said.signed && said.words !== null, saidAt: now() };
  await tx.issueOpinion.upsert({
    where: { issueId_personId: { issueId, personId } },
    create: { issueId, personId, ...opinion },
    update: opinion,
    select: { useful: true },
  });
}
