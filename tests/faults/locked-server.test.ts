import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { otherWriter } from '../support/other-writer.ts';
import { tableHashes } from '../support/rows.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  cookie = await cookieOf(await hire({ name: 'Chidi', roles: ['hr'], ...place }));
  server = await startServer();
  // Whatever has to be loaded once is loaded before anything is counted.
  await server.send({ path: '/hr/departments', headers: { cookie } });
});

afterAll(async () => {
  await server.close();
  await database.close();
});

const file = () => join(database.folder, 'everyhand.db');
const read = () => server.send({ path: '/hr/departments', headers: { cookie } });
const add = (name: string) =>
  server.send({ method: 'POST', path: '/hr/departments/new', headers: { cookie }, body: { name } });
const names = async () => (await reader.department.findMany()).map(({ name }) => name).toSorted();

describe('while another process writes', () => {
  test('pages are read, and a form that is sent waits and goes through', async () => {
    const other = await otherWriter(file(), 'until told');
    const order: string[] = [];
    const sent = ['North', 'South'].map(async (name) => {
      const { status } = await add(name);
      order.push(`${name} ${status}`);
    });
    for (let number = 1; number <= 15; number += 1) {
      const { status } = await read();
      order.push(`read ${status}`);
    }
    expect(order).toEqual(Array.from({ length: 15 }, () => 'read 200'));
    expect(await names()).toEqual(['Office']);
    const exited = once(other, 'exit');
    other.stdin!.write('go\n');
    await Promise.all([...sent, exited]);
    expect(order.slice(15)).toEqual(['North 303', 'South 303']);
    expect(await names()).toEqual(['North', 'Office', 'South']);
  });

  test('for longer than anybody waits: a page says so, nothing is half there, and the form goes the next time', async () => {
    const other = await otherWriter(file(), 'until told');
    const before = tableHashes(database.folder);
    const form = { answered: false };
    let reads = 0;
    const sending = add('West').then((reply) => {
      form.answered = true;
      return reply;
    });
    while (!form.answered) {
      expect((await read()).status).toBe(200);
      reads += 1;
    }
    const refused = await sending;
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(refused.headers['content-type']).toContain('text/html');
    expect(refused.text).toContain('Try again in a minute');
    expect(refused.text).not.toMatch(/SQLITE|Prisma|at .*\.ts/);
    expect(reads).toBeGreaterThan(3);
    expect(tableHashes(database.folder)).toEqual(before);
    const exited = once(other, 'exit');
    other.stdin!.write('go\n');
    await exited;
    expect((await add('West')).status).toBe(303);
    expect(await names()).toContain('West');
  });
});
