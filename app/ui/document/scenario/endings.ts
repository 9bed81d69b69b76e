import type { Moment } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import type { IconName } from '../../page/icon.tsx';

export type End = NonNullable<Moment['end']>;

export const endings: Record<End, { icon: IconName; word: () => string }> = {
  good: { icon: 'tick', word: m.ui_scenario_end_good },
  mixed: { icon: 'between', word: m.ui_scenario_end_mixed },
  bad: { icon: 'cross', word: m.ui_scenario_end_bad },
};
