import { daysBetween } from '#app/domain/people/iso-date.ts';
import type { ActionStatus } from './action-item.ts';
import { isOverdue } from './action-item.ts';

/** An action as a page lists it, with dates as its reader writes them. */
export type ShownAction = {
  id: string;
  text: string;
  owner: string;
  due: string;
  /** Whole days since it was due; 0 where it is not late. */
  lateBy: number;
  status: ActionStatus;
  /** The day on which it was done or dropped. */
  settledOn: string | null;
  reason: string | null;
};

type Line = Pick<ShownAction, 'id' | 'text' | 'owner' | 'status' | 'reason'> & {
  dueOn: string;
  settledAt: Date | null;
};

type Writing = { today: string; day: (isoDate: string) => string; dayOf: (at: Date) => string };

export function showAction(line: Line, { today, day, dayOf }: Writing): ShownAction {
  const { id, text, owner, status, reason, dueOn, settledAt } = line;
  const lateBy = isOverdue({ status, dueOn }, today) ? daysBetween(dueOn, today) : 0;
  return {
    id,
    text,
    owner,
    status,
    reason,
    lateBy,
    due: day(dueOn),
    settledOn: settledAt && dayOf(settledAt),
  };
}
