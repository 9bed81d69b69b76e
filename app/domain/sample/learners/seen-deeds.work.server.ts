import { keepSeen } from '#app/domain/notifications/keep-seen.server.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { Deed } from '../deed.ts';

type Seeing = { keys: string[]; known: KnownIds; at: Date };

/** They have looked at their notices; only what came after is new to them. */
export function seenDeeds({ keys, known, at }: Seeing): Deed[] {
  return keys.map((key) => ({
    at,
    act: async (tx) => {
      const personId = idOf(known.people, key);
      const newest = await tx.notice.findFirst({
        where: { personId },
        orderBy: { id: 'desc' },
        select: { id: true },
      });
      if (newest) await keepSeen(tx, { personId, upTo: newest.id });
    },
  }));
}
