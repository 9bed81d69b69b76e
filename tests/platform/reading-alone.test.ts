import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, databaseFile, openForReading, reader } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { foundTestCompany } from '../support/staff.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await foundTestCompany();
});

afterAll(() => database.close());

const names = () => reader.$queryRaw<{ name: string }[]>(sql`SELECT "name" FROM "Company"`);

test('a database that is read alone answers raw SQL and Prisma, and is closed whichever of them was asked', async () => {
  const file = databaseFile();
  await closeDatabase();
  await openForReading(file);
  expect(await names()).toEqual([{ name: 'Oak & Sons' }]);
  const [cache] = await reader.$queryRaw<{ cache_size: number }[]>(sql`PRAGMA cache_size`);
  expect(cache!.cache_size, 'little is held of what nobody reads twice').toBe(-4000);
  await closeDatabase();
  await expect(names()).rejects.toThrow(/not open/);
  await openForReading(file);
  expect(await reader.company.count()).toBe(1);
  expect(await names(), 'through the one connection').toEqual([{ name: 'Oak & Sons' }]);
  await closeDatabase();
  await expect(names()).rejects.toThrow(/not open/);
});
