import { databaseFile, reader } from '#app/platform/db/database.server.ts';
import { streamFromThread } from '#app/platform/thread/thread.server.ts';
import type { CompletionsFileWanted } from '../files/completions-file.ts';
import { streams } from './readings-reads.server.ts';
import { largeFrom } from './size.ts';
import { measureCompany } from './size.sql.server.ts';

async function* pieces(wanted: CompletionsFileWanted): AsyncGenerator<Uint8Array, void> {
  const { people } = await measureCompany(reader);
  if (people < largeFrom.people) yield* streams.completionsFile(reader, wanted);
  else {
    const input = { database: databaseFile(), input: wanted };
    yield* streamFromThread<Uint8Array>('reading', 'completionsFile', input);
  }
}

/** The file of the filter, a piece at a time; the next one is made when the one before has been taken. */
export function streamCompletionsFile(wanted: CompletionsFileWanted): AsyncGenerator<Uint8Array, void> {
  return pieces(wanted);
}
