import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkConnection } from '#app/platform/db/connection.server.ts';
import { parseEnv } from '#app/platform/env/env.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { bundle } from '../support/bundle.ts';

let program: { file: string; remove: () => void };
let folder: string;
let sound: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  program = await bundle('tests/faults/serving-child.ts');
  sound = mkdtempSync(join(tmpdir(), 'everyhand-sound-'));
  prepareDatabase(join(sound, 'everyhand.db'), 'prisma', join(sound, 'backups'));
});

afterAll(() => {
  program.remove();
  rmSync(sound, { recursive: true, force: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-start-'));
});

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  rmSync(folder, { recursive: true, force: true });
});

type Env = Record<string, string>;
type Server = { child: ChildProcess; out: () => string; err: () => string };

function launch(env: Env = {}): Server {
  const own = { DATA_DIR: folder, PORT: '0', HOST: '', APP_URL: '', LOG_LEVEL: 'silent', ...env };
  const child = spawn(process.execPath, [program.file], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return { child, out: () => out, err: () => err };
}

async function started(env: Env = {}): Promise<Server> {
  const server = launch(env);
  while (!server.out().includes('http://')) {
    const [ended] = await Promise.race([
      once(server.child.stdout!, 'data').then(() => [false]),
      once(server.child, 'close').then(() => [true]),
    ]);
    if (ended) throw new Error(server.err());
  }
  return server;
}

/** What it says when it does not start: the words alone, after the exit code has been looked at. */
async function refusal(env: Env = {}): Promise<string> {
  const server = launch(env);
  const [code] = (await once(server.child, 'close')) as [number];
  expect(code, server.err()).toBe(1);
  expect(server.err().trim().split('\n'), 'one line, no stack').toHaveLength(1);
  return server.err();
}

const file = () => join(folder, 'everyhand.db');
const takeSound = () => copyFileSync(join(sound, 'everyhand.db'), file());

function onFile(sql: string): void {
  takeSound();
  const db = new Database(file());
  db.exec(sql);
  db.close();
}

describe('the server says in a sentence why it does not start', () => {
  test('when the port is taken, and has touched no data', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toContain(String(port));
    expect(readdirSync(folder)).toEqual([]);
    other.close();
  });

  test('when the file is no database', async () => {
    writeFileSync(file(), 'This is a letter, and a long one. '.repeat(500));
    expect(await refusal()).toMatch(/no database/);
  });

  test('when a folder stands where the file should', async () => {
    mkdirSync(file());
    expect(await refusal()).toMatch(/cannot open/);
  });

  test('when the file is damaged', async () => {
    takeSound();
    const handle = openSync(file(), 'r+');
    for (let page = 2; page < 12; page += 1)
      writeSync(handle, Buffer.alloc(2000, 0xa5), 0, 2000, page * 4096);
    expect(await refusal()).toMatch(/damaged/);
  });

  test('when the database comes from a newer program', async () => {
    onFile(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '29990101000000_later')`,
    );
    expect(await refusal()).toMatch(/newer Everyhand .*29990101000000_later/);
  });

  test('when a migration is not what was applied', async () => {
    onFile(`UPDATE "_prisma_migrations" SET checksum = 'another'`);
    expect(await refusal()).toMatch(/was changed after it was applied/);
  });

  test.each(['below a file', '/proc'])('when the data folder cannot be written to: %s', async (place) => {
    writeFileSync(join(folder, 'a-file'), '');
    const dir = place.startsWith('/') ? place : join(folder, 'a-file', 'data');
    expect(await refusal({ DATA_DIR: dir })).toMatch(/cannot write to .*DATA_DIR/);
  });

  test('when a setting is not understood', async () => {
    expect(await refusal({ PORT: 'eighty' })).toContain('PORT must be a number');
  });

  test.each([
    ['PORT', '70000'],
    ['APP_URL', 'everyhand.example'],
    ['APP_URL', 'ftp://everyhand.example'],
    ['SESSION_SECRET', 'short'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['MAIL_FROM', 'nobody'],
    ['SMTP_URL', 'http://mail.example'],
    ['SAMPLE_PASSWORD', 'short'],
  ])('such as %s=%s', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^${name} must .*\\.$`));
  });

  test('when the host is none of its own', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toContain('192.0.2.1');
  });
});

describe('a server that runs', () => {
  const tokenOf = ({ out }: Server) => /first-run\?token=([\w-]{43})/.exec(out())![1];

  test('stops at a signal with the work done, and the next one names a new address to begin at', async () => {
    const server = await started();
    const closed = once(server.child, 'close');
    server.child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    expect(existsSync(`${file()}-wal`), 'everything is in the one file').toBe(false);
    expect(tokenOf(await started())).not.toBe(tokenOf(server));
  });

  test('keeps a second one off its data, and when it is killed leaves no lock behind', async () => {
    const server = await started();
    expect(await refusal()).toMatch(/already runs/);
    const closed = once(server.child, 'close');
    server.child.kill('SIGKILL');
    await closed;
    await started();
  });
});

describe('a connection is refused', () => {
  function connection(pragmas: string[]): Database.Database {
    const db = new Database(join(folder, 'own.db'));
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', ...pragmas])
      db.pragma(pragma);
    return db;
  }

  test.each(['journal_mode = DELETE', 'synchronous = NORMAL', 'synchronous = OFF', 'foreign_keys = OFF'])(
    'with %s',
    (pragma) => {
      const db = connection([pragma]);
      expect(() => checkConnection(db)).toThrow(pragma.split(' ')[0]);
      db.close();
    },
  );

  test.each(['3.51.2', '3.50.99', '3.9.0', '2.99.99'])('on SQLite %s', (version) => {
    const db = connection([]);
    db.function('sqlite_version', () => version);
    expect(() => checkConnection(db)).toThrow(`SQLite ${version} is too old`);
    db.close();
  });

  test.each(['3.51.3', '3.60.0', '4.0.0'])('but not on SQLite %s', (version) => {
    const db = connection([]);
    db.function('sqlite_version', () => version);
    expect(() => checkConnection(db)).not.toThrow();
    db.close();
  });
});
