import { dueMails } from '#app/domain/outbox/mail-reads.server.ts';
import { commitCount, reader } from '#app/platform/db/database.server.ts';

/** In milliseconds: so often the outbox is asked for what was put off, and so long a turn may last. */
export const lookEvery = 250;

/** What everybody else does meanwhile: writes, and mail that somebody waits for. */
export function watchOthers() {
  let known = NaN;
  let askedAt = 0;
  const wrote = () => commitCount() !== known;
  return {
    /** Whether anybody has written anything since. */
    wrote,
    /** Whether other mail waits. Where nobody has written there is none that is new, and what was put off may wait. */
    wait: async () => {
      if (!wrote() && performance.now() - askedAt < lookEvery) return false;
      known = commitCount();
      askedAt = performance.now();
      return (await dueMails(reader, 1)).length > 0;
    },
    mine: async <T>(write: () => Promise<T>): Promise<T> => {
      const before = commitCount();
      const written = await write();
      if (before === known && commitCount() === before + 1) known += 1;
      return written;
    },
  };
}

export type Others = ReturnType<typeof watchOthers>;
