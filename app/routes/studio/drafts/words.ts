import type { CultureKind } from '#app/domain/publishing/document-tree.ts';
import type { DraftState } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

export const kindWords: Record<CultureKind, { one: () => string; many: () => string }> = {
  issue: { one: m.studio_kind_issue, many: m.studio_kind_issues },
  poster: { one: m.studio_kind_poster, many: m.studio_kind_posters },
  talk: { one: m.studio_kind_talk, many: m.studio_kind_talks },
  sheet: { one: m.studio_kind_sheet, many: m.studio_kind_sheets },
};

export const stateWords: Record<DraftState, { tone: StateTone; word: () => string }> = {
  broken: { tone: 'bad', word: m.studio_state_broken },
  new: { tone: 'due', word: m.studio_state_new },
  changed: { tone: 'due', word: m.studio_state_changed },
  published: { tone: 'good', word: m.studio_state_published },
  withdrawn: { tone: 'plain', word: m.studio_state_withdrawn },
};
