import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditQuery } from '#app/domain/reporting/audit/audit-trail.ts';
import { auditPageSize, auditQuery, readAuditFilters } from '#app/domain/reporting/audit/audit-trail.ts';
import { readAuditTrail } from '#app/domain/reporting/audit/audit-trail-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { canary } from '../../support/canaries.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { departmentOf } from '../../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
});

afterAll(() => database.close());

const filtersOf = (query: string) => readAuditFilters(new URLSearchParams(query));
const read = (query = '', timeZone = 'UTC') => readAuditTrail(reader, { ...filtersOf(query), timeZone });

async function readAll(query: string) {
  const rows = [];
  let page = await read(query);
  for (;;) {
    rows.push(...page.rows);
    if (page.older === null) return rows;
    page = await read(`${query}&before=${page.older}`);
  }
}

describe('the audit trail', () => {
  test('goes from page to page and back, and leaves nothing out', async () => {
    const seqs = (await readAll('')).map(({ seq }) => seq);
    const count = await reader.event.count();
    expect(seqs).toEqual(Array.from({ length: count }, (_, index) => count - index));
    const second = await read(`before=${count - auditPageSize + 1}`);
    expect(second.newer).toBe(count - auditPageSize);
    const first = await read(`after=${second.newer}`);
    expect(first.rows.map(({ seq }) => seq)).toEqual(seqs.slice(0, auditPageSize));
    expect(first.newer).toBeNull();
    expect((await read()).newer).toBeNull();
  });

  test('by whoever did it, told by address, number or id', async () => {
    const personId = company.canaryIds.shipping!;
    const by = [`${canary('shipping', 'email')}@example.com`, canary('shipping', 'number'), personId];
    const expected = await reader.event.count({ where: { actorId: personId } });
    expect(expected).toBeGreaterThan(0);
    for (const one of by) {
      const rows = await readAll(`by=${encodeURIComponent(one)}`);
      expect(rows).toHaveLength(expected);
      expect(new Set(rows.map(({ actor }) => actor?.id))).toEqual(new Set([personId]));
    }
  });

  test('about somebody: what was done to them, and with what is theirs', async () => {
    const rows = await readAll(`about=${company.canaryIds.sales}`);
    const names = new Set(rows.map(({ name }) => name));
    for (const name of [
      'person.added',
      'session.opened',
      'module.completed',
      'commitment.made',
      'notice.given',
    ])
      expect(names, name).toContain(name);
    expect(new Set(rows.map(({ about }) => about.personId))).toEqual(new Set([company.canaryIds.sales]));
    const heads = await readAll(`about=${company.people.head}&event=department.placed`);
    expect(heads).toHaveLength(1);
  });

  test('nobody of that name', async () => {
    expect(await read('by=nobody@example.com')).toMatchObject({ rows: [], unknownPerson: true });
    expect((await read('event=tablet.revoked')).unknownPerson).toBe(false);
  });

  test('by name, subject and day, where the reader is', async () => {
    const at = new Date('2031-05-31T23:30:00Z');
    await underClock(at, () => departmentOf('Late'));
    const found = async (query: string, zone?: string) =>
      (await read(query, zone)).rows.map(({ about }) => about.thing);
    expect(await found('from=2031-05-31&to=2031-05-31')).toEqual(['Late']);
    expect(await found('from=2031-06-01', 'Europe/Warsaw')).toEqual(['Late']);
    expect(await found('to=2031-05-31&from=2031-05-31', 'Europe/Warsaw')).toEqual([]);
    expect(await found('event=department.added&subject=site')).toEqual([]);
    const { id } = await reader.department.findFirstOrThrow({ where: { name: 'Late' } });
    expect(await found(`subject=department&id=${id}`)).toEqual(['Late']);
  });

  test('does not say which module somebody took, nor how well', async () => {
    const rows = await readAll(`about=${company.canaryIds.shipping}`);
    const text = JSON.stringify(rows);
    for (const kind of ['module', 'course', 'text', 'promise', 'why'] as const)
      expect(text).not.toContain(canary('shipping', kind));
    expect(rows.flatMap(({ facts }) => facts.map(({ key }) => key))).not.toContain('score');
  });

  test('an event whose facts were erased says so, and is still there', async () => {
    const [row] = (await read('event=role.granted')).rows;
    await transact((tx) => tx.event.update({ where: { seq: row!.seq }, data: { facts: null, salt: null } }));
    const after = (await read('event=role.granted')).rows[0];
    expect(after).toMatchObject({ seq: row!.seq, erased: true, facts: [] });
  });
});

test('an address that asks for nonsense asks for everything', () => {
  const nonsense = filtersOf(
    "event=drop table&subject=x&from=yesterday&before=-1&after=x&id=' OR 1=1 --&by=",
  );
  expect(nonsense).toMatchObject({ event: '', subject: '', from: '', before: undefined, after: undefined });
  const said: AuditQuery = filtersOf('by=a&event=role.granted&from=2025-01-01&before=9');
  expect(readAuditFilters(new URLSearchParams(auditQuery(said)))).toEqual({ ...said, before: undefined });
});
