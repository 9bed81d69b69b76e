import { daysBetween } from '#app/domain/people/iso-date.ts';
import type { ActionStatus } from './action-item.ts';
import { isOverdue } from './action-item.ts';

/** An action as a page lists it, with dates as its reader writes them. */
export type ShownAction = {
  id: string;
  text: string;
  owner: string;
  /** They no longer work here. */
  ownerGone: boolean;
  due: string;
  /** Whole days since it was due; 0 where it is not late. */
  lateBy: number;
  status: ActionStatus;
  /** The day on which it was done or dropped. */
  settledOn: string | null;
  reason: string | null;
};

type Line = Pick<ShownAction, 'id' | 'text' | 'owner' | 'ownerGone' | 'status' | 'reason'> & {
  dueOn: string;
  ownersToday: string;
  settledAt: Date | null;
};

type Writing = { day: (isoDate: string) => string; dayOf: (at: Date) => string };

export function showAction(line: Line, { day, dayOf }: Writing): ShownAction {
  const { id, text, owner, ownerGone, status, reason, dueOn, ownersToday, settledAt } = line;
  const lateBy = isOverdue(line) ? daysBetween(dueOn, ownersToday) : 0;
  return {
    id,
    text,
    owner,
    ownerGone,
    status,
    reason,
    lateBy,
    due: day(dueOn),
    settledOn: settledAt && dayOf(settledAt),
  };
}
