import { z } from 'zod';
import { isoDate } from '#app/domain/people/iso-date.ts';

/** One line: it is read on walls, on phones and in lists. */
const actionText = z
  .string({ error: 'missing' })
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'missing').max(300, 'too-long'));

export const newAction = z
  .object({
    text: actionText,
    ownerId: z.string({ error: 'missing' }).min(1, 'missing').max(40),
    dueOn: isoDate,
  })
  .strict();

export type NewAction = z.infer<typeof newAction>;

/** How far away the date of what is agreed may lie. */
export const dueAheadAtMost = 730;

export const dropReason = z.string({ error: 'missing' }).trim().min(1, 'missing').max(500, 'too-long');

/** What becomes of an action that is no longer open. */
export type ActionOutcome = 'done' | 'dropped';

export type ActionStatus = 'open' | ActionOutcome;

/** The newest thing that was said about an action; one that was opened again is open. */
export function statusOf(newest: { outcome: string } | undefined): ActionStatus {
  return newest?.outcome === 'done' || newest?.outcome === 'dropped' ? newest.outcome : 'open';
}

/** Where its owner works, its day is over. */
export function isOverdue(item: { status: ActionStatus; dueOn: string; ownersToday: string }): boolean {
  return item.status === 'open' && item.dueOn < item.ownersToday;
}

/** Open ones first, what is due first before the rest; then what was settled, newest first. */
export function inOrder<
  Item extends { status: ActionStatus; dueOn: string; settledAt: Date | null; id: string },
>(items: readonly Item[]): Item[] {
  const at = ({ settledAt }: Item) => settledAt?.getTime() ?? 0;
  return items.toSorted((a, b) => {
    if ((a.status === 'open') !== (b.status === 'open')) return a.status === 'open' ? -1 : 1;
    if (a.status !== 'open') return at(b) - at(a) || (a.id < b.id ? 1 : -1);
    return a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1;
  });
}
