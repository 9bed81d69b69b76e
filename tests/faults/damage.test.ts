import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { checkRecords } from '#app/domain/safekeeping/check-records.work.server.ts';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { closeDatabase, openForReading, reader } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { markOpen, unmarkClosed } from '#app/platform/db/open-mark.server.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import { openTestDatabase } from '../support/database.ts';
import { tableHashes } from '../support/rows.ts';
import { departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const flips = 50;

let root: string;
let sound: string;
let folder: string;
const file = () => join(folder, 'everyhand.db');
const prepare = () => prepareDatabase(file(), 'prisma', join(folder, 'backups'));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'everyhand-damage-'));
  const database = await openTestDatabase();
  const siteId = await foundTestCompany();
  for (let number = 0; number < 40; number += 1) {
    await hire({
      name: `Person ${number}`,
      email: `p${number}@example.com`,
      departmentId: await departmentOf(`D ${number}`),
      siteId,
    });
  }
  const only = moduleSource({
    title: 'One',
    parts: ['Plain words. '.repeat(200)],
    questions: question('one', 'one', 'why'),
  });
  await importContent(
    system,
    writeContent(join(root, 'content'), [
      { slug: 'all', title: 'All', audience: 'everyone', modules: { only } },
    ]),
  );
  await closeDatabase();
  sound = join(root, 'sound.db');
  copyFileSync(join(database.folder, 'everyhand.db'), sound);
  await database.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function flip(at: number, bit: number): void {
  const handle = openSync(file(), 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.from([byte[0]! ^ (1 << bit)]), 0, 1, at);
  closeSync(handle);
}

/** Whether a server would say no, or a check of the hashes does. */
async function isNoticed(): Promise<string | null> {
  try {
    prepare();
  } catch (error) {
    expect(String(error)).toMatch(
      /restore the last backup|Start that version|Take the program's own files back/i,
    );
    return 'refused';
  }
  await openForReading(file());
  try {
    const check = await checkRecords(reader);
    return 'refused' in check ? 'seen by the hashes' : null;
  } catch {
    return 'fails aloud';
  } finally {
    await closeDatabase();
  }
}

test(`of ${flips} flipped bits, each is refused or seen, or has changed neither an event nor a text nor how many rows there are`, async () => {
  copyFileSync(sound, file());
  const whole = tableHashes(folder);
  const size = statSync(sound).size;
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: size - 1 }),
      fc.integer({ min: 0, max: 7 }),
      async (at, bit) => {
        for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix, { force: true });
        copyFileSync(sound, file());
        flip(at, bit);
        const noticed = await isNoticed();
        outcomes.set(noticed ?? 'harmless', (outcomes.get(noticed ?? 'harmless') ?? 0) + 1);
        if (noticed) return;
        const now = tableHashes(folder);
        expect(now.Event).toBe(whole.Event);
        expect(Object.keys(now)).toEqual(Object.keys(whole));
      },
    ),
    { numRuns: flips },
  );
  expect(outcomes.get('refused') ?? 0).toBeGreaterThan(0);
});

describe('a server that was killed', () => {
  test('does not start without the log that belongs to its file, and says where to look', () => {
    copyFileSync(sound, file());
    markOpen(file());
    expect(prepare).toThrow(/everyhand\.db-wal.*is missing.*Put it back.*restore the last backup/s);
    expect(prepare, 'nor the second time').toThrow(/is missing/);
  });

  test('starts with it, and then needs it no longer', () => {
    copyFileSync(sound, file());
    writeFileSync(`${file()}-wal`, '');
    markOpen(file());
    prepare();
    expect(existsSync(join(folder, 'everyhand.open'))).toBe(false);
    unmarkClosed(file());
    prepare();
  });
});

describe('the lock', () => {
  const lock = () => lockDataFolder(openDataFolder(folder));

  test('that is held is told from one that is damaged, and from one that cannot be', () => {
    const letGo = lock();
    expect(lock).toThrow(/already runs/);
    letGo();
    writeFileSync(join(folder, 'everyhand.lock'), 'This is a letter, and a long one. '.repeat(100));
    expect(lock).toThrow(/delete it and start again/);
    rmSync(join(folder, 'everyhand.lock'));
    mkdirSync(join(folder, 'everyhand.lock'));
    expect(lock).toThrow(/cannot use the lock/);
  });

  test('does not hang where no folder can be made', () => {
    expect(() => openDataFolder('/proc/deep/down')).toThrow(/cannot write to/);
  });
});
