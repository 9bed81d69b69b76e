import Database from 'better-sqlite3';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';
import { PlainError } from '../operator/plain-error.ts';

type Connection = Database.Database;

/** SQLite before this one could lose commits when the write-ahead log was reset. */
const oldestSafeSqlite = '3.51.3';

/** A row of pragmas that both clients must show; anything else and the program does not run. */
const requiredPragmas = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const;

function olderThan(version: string, bound: string): boolean {
  const [a, b] = [version, bound].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const [left, right] = [a?.[i] ?? 0, b?.[i] ?? 0];
    if (left !== right) return left < right;
  }
  return false;
}

export function checkConnection(connection: Connection): void {
  const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (olderThan(version, oldestSafeSqlite)) {
    throw new PlainError(`SQLite ${version} is too old: Everyhand needs ${oldestSafeSqlite} or newer.`);
  }
  for (const [pragma, wanted] of Object.entries(requiredPragmas)) {
    const found = connection.pragma(pragma, { simple: true });
    if (String(found) !== String(wanted)) {
      throw new PlainError(
        `The database answers ${pragma}=${String(found)} where Everyhand needs ${wanted}. ` +
          'Is it on a network drive? It has to be on a local disk.',
      );
    }
  }
}

/** What keeps a database from being opened as it has to be; null where nothing does. */
export function settingsTroubleOf(
  file: string,
): { what: 'sqlite-too-old' | 'journal'; detail: string } | null {
  const connection = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
    if (olderThan(version, oldestSafeSqlite)) return { what: 'sqlite-too-old', detail: version };
    const journal = String(connection.pragma('journal_mode', { simple: true }));
    return journal === requiredPragmas.journal_mode ? null : { what: 'journal', detail: journal };
  } finally {
    connection.close();
  }
}

/** `aside` reads what nobody reads twice: a large cache of pages would only be held. */
type Mode = 'read' | 'aside' | 'write';

const smallCacheKb = 4000;

function configure(connection: Connection, mode: Mode): void {
  // Zero, because waiting inside SQLite stops every request; whoever writes tries again by itself.
  connection.pragma('busy_timeout = 0');
  if (mode === 'aside') connection.pragma(`cache_size = -${smallCacheKb}`);
  if (mode === 'write') {
    connection.pragma('journal_mode = WAL');
    connection.pragma('journal_size_limit = 67108864');
  }
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY');
}

type OpenAdapter = SqlDriverAdapter & { client: Connection };

type KeptStatement = { statement: Database.Statement; columns: Database.ColumnDefinition[] };

type StatementFor = (sql: string) => KeptStatement;

/** Prisma's adapter prepares each statement anew; a page asks the same few, so they are kept. */
function keepStatements(connection: Connection): StatementFor {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, KeptStatement>();
  const statementFor = (sql: string) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = prepare(sql);
    const fresh = { statement, columns: statement.reader ? statement.columns() : [] };
    if (kept.size >= 500) kept.clear();
    kept.set(sql, fresh);
    return fresh;
  };
  const bound = (sql: string) => ({
    bind(args: unknown[]) {
      const { statement, columns } = statementFor(sql);
      return {
        reader: statement.reader,
        run: () => statement.run(...args),
        columns: () => columns,
        raw: () => ({ all: () => statement.raw().all(...args) }),
      };
    },
  });
  Object.assign(connection, { prepare: bound });
  return statementFor;
}

/** As Prisma hands out what a column of that kind holds. */
function valueOf(value: unknown, declared: string | null): unknown {
  if (value === null) return null;
  if (declared === 'DATETIME') return new Date(value as string);
  if (declared === 'BOOLEAN') return Number(value) === 1;
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** `BEGIN IMMEDIATE` and a COMMIT and ROLLBACK of our own: a failed one leaves the next transaction working. */
function ownTransactions(adapter: OpenAdapter): void {
  const connection = adapter.client;
  const rollback = () => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  };
  const transaction: Transaction = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    async commit() {
      try {
        connection.exec('COMMIT');
      } catch (error) {
        rollback();
        throw error;
      }
    },
    async rollback() {
      rollback();
    },
  } as Transaction;
  adapter.startTransaction = async () => {
    rollback();
    connection.exec('BEGIN IMMEDIATE');
    return transaction;
  };
}

/** The adapter factory of one of the two clients. Each opens a single connection and proves its settings. */
export class SqliteConnection extends PrismaBetterSqlite3 {
  readonly #mode: Mode;
  #opened: Promise<OpenAdapter> | undefined;
  #statementFor: StatementFor | undefined;

  constructor(file: string, mode: Mode) {
    super({ url: `file:${file}`, readonly: mode !== 'write' });
    this.#mode = mode;
  }

  /** Opens it the first time; whoever comes later has the same. */
  override connect(): Promise<SqlDriverAdapter> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<OpenAdapter> {
    const adapter = (await super.connect()) as OpenAdapter;
    configure(adapter.client, this.#mode);
    checkConnection(adapter.client);
    this.#statementFor = keepStatements(adapter.client);
    if (this.#mode === 'write') ownTransactions(adapter);
    return adapter;
  }

  /** Prisma closes it, too, but only where it has come to use it. */
  async close(): Promise<void> {
    (await this.#opened)?.client.close();
  }

  /**
   * Rows of a SELECT, as `$queryRaw` gives them, straight from the connection: what Prisma does around a statement
   * takes many times as long as one that an index answers.
   */
  read(query: { sql: string; values: unknown[] }): Record<string, unknown>[] {
    if (!this.#statementFor) throw new Error('The database is not open.');
    const { statement, columns } = this.#statementFor(query.sql);
    const rows = statement.raw().all(...query.values) as unknown[][];
    return rows.map((row) =>
      Object.fromEntries(columns.map(({ name, type }, place) => [name, valueOf(row[place], type)])),
    );
  }
}
