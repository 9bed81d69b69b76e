import { databaseFile, reader } from '#app/platform/db/database.server.ts';
import { streamFromThread } from '#app/platform/thread/thread.server.ts';
import type { CompletionRow, CompletionsFilters } from '../completions-report.ts';
import { streams } from './readings-reads.server.ts';
import { largeFrom } from './size.ts';
import { measureCompany } from './size.sql.server.ts';

async function* batches(filters: CompletionsFilters): AsyncGenerator<CompletionRow[], void> {
  const { people } = await measureCompany(reader);
  if (people < largeFrom.people) yield* streams.completionsFile(reader, filters);
  else {
    const input = { database: databaseFile(), input: filters };
    yield* streamFromThread<CompletionRow[]>('reading', 'completionsFile', input);
  }
}

/** Every row of the filter, a batch at a time; the next batch is read when the one before has been taken. */
export function streamCompletions(filters: CompletionsFilters): AsyncGenerator<CompletionRow[], void> {
  return batches(filters);
}
