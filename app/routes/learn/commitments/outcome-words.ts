import type { Outcome } from '#app/domain/learning/commitments/outcome.ts';
import * as m from '#app/messages/generated/messages.js';

export const outcomeWords: Record<Outcome, () => string> = {
  done: m.today_outcome_done,
  partly: m.today_outcome_partly,
  'not-yet': m.today_outcome_not_yet,
  later: m.today_outcome_later,
  dropped: m.today_outcome_dropped,
};
