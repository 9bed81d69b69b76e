import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { backUp } from '#app/domain/safekeeping/back-up.work.server.ts';
import { closeDatabase, openForReading, reader } from '#app/platform/db/database.server.ts';

/** What is done in a thread that ends with it. */
export const safekeepingTasks = {
  backUp,
  checkChain: async ({ database }: { database: string }) => {
    await openForReading(database);
    try {
      return await checkChain(reader);
    } finally {
      await closeDatabase();
    }
  },
};
