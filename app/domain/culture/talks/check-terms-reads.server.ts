import type { PersonActor } from '#app/domain/actor/actor.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { publishedDocument } from '#app/domain/publishing/published-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { whoIsOutOfReach } from './invitee-reads.server.ts';
import type { MeetingTerms } from './meeting.ts';
import { plannedAheadAtMost, plannedBackAtMost } from './meeting.ts';
import { beginning } from './meeting-time.ts';

export type TermsRefusal =
  | 'too-long-ago'
  | 'too-far-ahead'
  | 'no-such-hour'
  | 'unknown-plan'
  | 'out-of-reach'
  | 'facilitator-not-invited';

type Known = { timeZone: string; invited: readonly string[]; documentId: string | null };

/** The plan that was chosen; or what speaks against what was asked for. */
export async function checkTerms(
  db: Reader | Tx,
  actor: PersonActor,
  terms: MeetingTerms,
  known: Known,
): Promise<{ documentId: string | null } | { refused: TermsRefusal }> {
  const today = dateIn(known.timeZone);
  if (terms.day < daysAfter(today, -plannedBackAtMost)) return { refused: 'too-long-ago' };
  if (terms.day > daysAfter(today, plannedAheadAtMost)) return { refused: 'too-far-ahead' };
  if (!beginning({ ...terms, timeZone: known.timeZone })) return { refused: 'no-such-hour' };
  const plan = terms.plan ? await publishedDocument(db, 'talk', terms.plan) : null;
  if (terms.plan && !plan) return { refused: 'unknown-plan' };
  if ((await whoIsOutOfReach(db, actor, terms.people, known.invited)).length > 0)
    return { refused: 'out-of-reach' };
  if (!terms.people.includes(terms.facilitatorId)) return { refused: 'facilitator-not-invited' };
  return { documentId: plan?.documentId ?? null };
}
