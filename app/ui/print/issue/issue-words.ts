import * as m from '#app/messages/generated/messages.js';
import type { IssuePiece } from '../../document/issue/issue-parts.ts';

export type { PrintedIssue } from '../../document/issue/issue-parts.ts';

/** Above the title: `Newsletter, 12 March 2026`. */
export const eyebrow = (date: string) => m.ui_issue_sheet_eyebrow({ date });

/** What the sheets of an issue print of their own. */
export const sheetWords = () => ({
  case: m.ui_case_eyebrow(),
  good: m.ui_case_good(),
  bad: m.ui_case_bad(),
  felt: m.ui_case_felt(),
  cost: m.ui_case_cost(),
  poster: m.ui_issue_poster(),
  note: m.ui_callout_note(),
  tip: m.ui_callout_tip(),
  warning: m.ui_callout_warning(),
  more: m.ui_issue_sheet_more(),
  qr: m.ui_issue_sheet_qr(),
  'on-screen': m.ui_issue_sheet_on_screen(),
});

/** A piece with the words that are said of it. */
export function worded(piece: IssuePiece): Record<string, unknown> {
  switch (piece.kind) {
    case 'for':
      return { ...piece, pieces: piece.pieces.map(worded) };
    case 'thanks':
      return {
        ...piece,
        title: piece.name === null ? m.ui_issue_thanks_colleague() : m.ui_issue_thanks({ name: piece.name }),
      };
    case 'changes': {
      const changes = piece.changes.map((one) => ({
        ...one,
        state: one.isNew ? m.ui_issue_change_new() : m.ui_issue_change_changed(),
      }));
      const more = piece.more > 0 ? m.ui_issue_sheet_changes_more({ count: piece.more }) : null;
      return { ...piece, changes, note: changes.length === 0 ? m.ui_issue_sheet_changes_none() : more };
    }
    default:
      return piece;
  }
}
