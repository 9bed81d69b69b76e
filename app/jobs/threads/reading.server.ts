import { readings, streams } from '#app/domain/reporting/aside/readings-reads.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { closeDatabase, openForReading, reader } from '#app/platform/db/database.server.ts';

type Asked = { database: string; input: unknown };
type Read = (db: Reader, input: unknown) => Promise<unknown>;
type Stream = (db: Reader, input: unknown) => AsyncGenerator<unknown, void>;

let opened: { database: string; ready: Promise<void> } | undefined;

/** One connection for as long as the thread lives. */
function open(database: string): Promise<void> {
  if (opened?.database !== database) {
    opened = { database, ready: closeDatabase().then(() => openForReading(database)) };
  }
  return opened.ready;
}

const answering = (read: Read) => async (asked: Asked) => {
  await open(asked.database);
  return read(reader, asked.input);
};

const streaming = (stream: Stream) =>
  async function* (asked: Asked) {
    await open(asked.database);
    yield* stream(reader, asked.input);
  };

/** Every reading, by the name that it is asked for by. */
export const readingTasks = {
  ...Object.fromEntries(Object.entries(readings).map(([name, read]) => [name, answering(read as Read)])),
  ...Object.fromEntries(
    Object.entries(streams).map(([name, stream]) => [name, streaming(stream as unknown as Stream)]),
  ),
};
