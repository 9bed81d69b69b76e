import type { MyCommitment } from '#app/domain/learning/commitments/commitment-reads.server.ts';
import { daysBetween } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatDay, formatShortDay } from '#app/platform/locale/format.ts';

/** A commitment with its days as its author writes them. */
export function showCommitment(commitment: MyCommitment, locale: string, today: string) {
  const { id, text, module, madeOn, told, replaced, comesBackOn } = commitment;
  const last = told.at(-1);
  const days = daysBetween(madeOn, today);
  return {
    id,
    text,
    module,
    replaced,
    madeOn: formatShortDay(madeOn, locale),
    /** Who said it when: the line above the question. */
    when:
      days >= 14 && days < 21
        ? m.today_said_two_weeks()
        : m.today_said_on({ date: formatDay(madeOn, locale) }),
    said: last ? { outcome: last.outcome, text: last.text, on: formatShortDay(last.on, locale) } : null,
    comesBackOn: comesBackOn !== null && comesBackOn > today ? formatDay(comesBackOn, locale) : null,
  };
}

export type ShownCommitment = ReturnType<typeof showCommitment>;
