import { Prisma, PrismaClient } from './generated/client.ts';
import { SqliteConnection } from './connection.server.ts';

type ReadMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

type ModelKey = Uncapitalize<Prisma.ModelName>;

/** The database as seen by whoever may only read it. SQLite itself refuses a write through it. */
export type Reader = {
  [Model in ModelKey]: Pick<PrismaClient[Model], Extract<keyof PrismaClient[Model], ReadMethod>>;
} & Pick<PrismaClient, '$queryRaw'>;

declare const transacted: unique symbol;

/** A transaction that `transact` opened. There is no other way to come by one, nor any other way to write. */
export type Tx = Prisma.TransactionClient & { readonly [transacted]: true };

/** An expected refusal: `transact` rolls back and hands it on. */
export type Refused<Reason extends string = string> = { refused: Reason };

const patience = { maxWait: 10_000, timeout: 60_000 };
const lockedForAtMost = 5_000;

export let reader: Reader;
let readingClient: PrismaClient | undefined;
let writingClient: PrismaClient | undefined;
let queue: Promise<unknown> = Promise.resolve();
let commits = 0;

/** How often this process has written. While it stands still, what was read here before still holds. */
export function commitCount(): number {
  return commits;
}

/** Opens both clients on a database that `prepareDatabase` has brought up to date. */
export async function openDatabase(file: string): Promise<void> {
  writingClient = new PrismaClient({ adapter: new SqliteConnection(file, 'write') });
  await writingClient.$connect();
  readingClient = new PrismaClient({ adapter: new SqliteConnection(file, 'read') });
  await readingClient.$connect();
  reader = readingClient;
}

export async function closeDatabase(): Promise<void> {
  await queue;
  await readingClient?.$disconnect();
  await writingClient?.$disconnect();
  readingClient = undefined;
  writingClient = undefined;
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('rolled back');
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

function isLocked(error: unknown): boolean {
  const text = `${String(error)} ${JSON.stringify(error)}`;
  return (
    text.includes('database is locked') || text.includes('SQLITE_BUSY') || text.includes('SocketTimeout')
  );
}

async function runOnce<T>(client: PrismaClient, work: (tx: Tx) => Promise<T>, begun: () => void): Promise<T> {
  try {
    const done = await client.$transaction(async (tx) => {
      begun();
      const result = await work(tx as Tx);
      if (isRefusal(result)) throw new RolledBack(result);
      return result;
    }, patience);
    commits += 1;
    return done;
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!writingClient) throw new Error('The database is not open.');
  const giveUpAt = Date.now() + lockedForAtMost;
  for (;;) {
    let begun = false;
    try {
      return await runOnce(writingClient, work, () => (begun = true));
    } catch (error) {
      if (begun || !isLocked(error) || Date.now() > giveUpAt) throw error;
      // Another process writes. Jitter, so that two who wait do not meet again.
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    }
  }
}

/**
 * The only way to write: one at a time, first come first served, all or nothing. A result with `refused`
 * rolls back and is returned; an exception rolls back and is thrown. Never call it from inside itself, and
 * do nothing slow within: no network, no compiling, no hashing of passwords, no mail.
 */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const mine = queue.then(() => run(work));
  queue = mine.catch(() => undefined);
  return mine;
}
