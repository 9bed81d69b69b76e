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
} & { $queryRaw: <Rows>(query: Prisma.Sql) => Promise<Rows> };

declare const transacted: unique symbol;

/** A transaction that `transact` opened. There is no other way to come by one, nor any other way to write. */
export type Tx = Prisma.TransactionClient & { readonly [transacted]: true };

/** An expected refusal: `transact` rolls back and hands it on. */
export type Refused<Reason extends string = string> = { refused: Reason };

const patience = { maxWait: 10_000, timeout: 60_000 };
const lockedForAtMost = 5_000;
const lockedAtLeast = 500;
/** How long writers go on, in milliseconds, before everybody else has a turn. */
const atAStretch = 40;

export let reader: Reader;
let readingClient: PrismaClient | undefined;
let readingConnection: SqliteConnection | undefined;
let writingClient: PrismaClient | undefined;
let openedFile: string | null = null;
let queue: Promise<unknown> = Promise.resolve();
let commits = 0;
let gaveWayAt = 0;

/** How often this process has written. While it stands still, what was read here before still holds. */
export function commitCount(): number {
  // A thread that only reads never sees its own process write, so nothing it has read may be taken to hold.
  return writingClient ? commits : NaN;
}

/** Where the open database lies: a thread opens the same one for itself. */
export function databaseFile(): string {
  if (openedFile === null) throw new Error('The database is not open.');
  return openedFile;
}

async function openReader(file: string, mode: 'read' | 'aside'): Promise<PrismaClient> {
  const connection = new SqliteConnection(file, mode);
  await connection.connect();
  readingConnection = connection;
  const client = new PrismaClient({ adapter: connection, errorFormat: 'minimal' });
  readingClient = client;
  reader = Object.assign(Object.create(client) as Reader, {
    $queryRaw: async <Rows>(query: Prisma.Sql) => connection.read(query) as Rows,
  });
  openedFile = file;
  return client;
}

/**
 * Opens a database for reading alone, as threads do. What Prisma makes its statements with takes thirty megabytes, and
 * comes with the first question that is not raw SQL.
 */
export async function openForReading(file: string): Promise<void> {
  await openReader(file, 'aside');
}

/** Opens both clients on a database that `prepareDatabase` has brought up to date. */
export async function openDatabase(file: string): Promise<void> {
  // Said in full, an error would repeat what was to be written, names and all.
  writingClient = new PrismaClient({ adapter: new SqliteConnection(file, 'write'), errorFormat: 'minimal' });
  await writingClient.$connect();
  await (await openReader(file, 'read')).$connect();
}

/** Names of the migrations that the open database has had. */
export async function appliedMigrations(): Promise<string[]> {
  const rows = await reader.$queryRaw<{ name: string }[]>(
    Prisma.sql`SELECT migration_name AS name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return rows.map(({ name }) => name);
}

export async function closeDatabase(): Promise<void> {
  await queue;
  await readingClient?.$disconnect();
  await readingConnection?.close();
  await writingClient?.$disconnect();
  readingClient = undefined;
  readingConnection = undefined;
  writingClient = undefined;
  openedFile = null;
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

async function run<T>(work: (tx: Tx) => Promise<T>, askedAt: number): Promise<T> {
  if (!writingClient) throw new Error('The database is not open.');
  // From when it was asked for: those who waited their turn do not wait as long again, one after the other.
  const giveUpAt = Math.max(askedAt + lockedForAtMost, Date.now() + lockedAtLeast);
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
 * Nothing in a transaction waits for the event loop, so a row of them would stop every page that is read; on a slow
 * disk for seconds. A turn after each would do the same to the writers while the machine is busy.
 */
async function giveWay(): Promise<void> {
  if (performance.now() - gaveWayAt < atAStretch) return;
  await new Promise((resolve) => setImmediate(resolve));
  gaveWayAt = performance.now();
}

/**
 * The only way to write: one at a time, first come first served, all or nothing. A result with `refused`
 * rolls back and is returned; an exception rolls back and is thrown. Never call it from inside itself, and
 * do nothing slow within: no network, no compiling, no hashing of passwords, no mail.
 */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const askedAt = Date.now();
  const mine = queue.then(() => run(work, askedAt));
  queue = mine.catch(() => undefined).then(giveWay);
  return mine;
}
