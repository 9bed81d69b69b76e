import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { Outcome } from './outcome.ts';

export type TellHowItWentRefusal = 'no-such-commitment';

type HowItWent = { commitmentId: string; outcome: Outcome; text: string };

/** One's own commitment only; the newest answer counts. The same said twice on a day is said once. */
export async function tellHowItWent(
  tx: Tx,
  actor: PersonActor,
  input: HowItWent,
): Promise<{ ok: true } | Refused<TellHowItWentRefusal>> {
  const { commitmentId, outcome } = input;
  const commitment = await tx.commitment.findFirst({
    where: { id: commitmentId, personId: actor.id },
    select: {
      documentId: true,
      outcomes: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
    },
  });
  if (!commitment) return { refused: 'no-such-commitment' };
  const text = input.text === '' ? null : input.text;
  const day = (at: Date) => dateIn(actor.siteTimeZone, at);
  const last = commitment.outcomes[0];
  if (last?.outcome === outcome && last.text === text && day(last.at) === day(now())) return { ok: true };
  await tx.commitmentOutcome.create({
    data: { id: ulid(), commitmentId, outcome, text, at: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'commitment.answered',
    subject: { type: 'commitment', id: commitmentId },
    facts: { documentId: commitment.documentId },
  });
  return { ok: true };
}
