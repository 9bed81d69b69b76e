import type { ChooseSheetRefusal } from '#app/domain/culture/huddles/choose-sheet.server.ts';
import type { HoldHuddleRefusal } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import type { HuddleState } from '#app/domain/culture/huddles/huddle.ts';
import type { SheetReason } from '#app/domain/culture/huddles/rank-sheets.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

export const stateTones: Record<HuddleState, StateTone> = {
  coming: 'plain',
  open: 'due',
  told: 'good',
  held: 'good',
  missed: 'plain',
};

/** `date` is the day on which it was held. */
export const stateWords: Record<HuddleState, (date: string) => string> = {
  coming: () => m.huddle_state_coming(),
  open: () => m.huddle_state_open(),
  told: (date) => m.huddle_state_held({ date }),
  held: (date) => m.huddle_state_held({ date }),
  missed: () => m.huddle_state_missed(),
};

/** `week` says when they had it last. */
export const reasonWords: Record<SheetReason, (week: string) => string> = {
  'wrong-lately': () => m.huddle_reason_wrong(),
  'own-new': () => m.huddle_reason_own_new(),
  'own-again': (week) => m.huddle_reason_own_again({ week }),
  'all-new': () => m.huddle_reason_all_new(),
  'all-again': (week) => m.huddle_reason_all_again({ week }),
  'had-lately': (week) => m.huddle_reason_had({ week }),
};

/** What is wrong with what was said; `not-allowed` never comes so far. */
export const heldRefusals: Record<HoldHuddleRefusal, () => string> = {
  'not-allowed': m.huddle_refused_over,
  'too-early': m.huddle_refused_early,
  over: m.huddle_refused_over,
  'other-week': m.huddle_refused_other_week,
  'day-to-come': m.huddle_refused_to_come,
  nobody: m.huddle_refused_nobody,
  'not-there': m.huddle_refused_not_there,
};

export const chooseRefusals: Record<ChooseSheetRefusal, () => string> = {
  'not-allowed': m.huddle_refused_choice,
  'held-already': m.huddle_refused_held,
  over: m.huddle_refused_over,
  'unknown-sheet': m.huddle_refused_choice,
};
