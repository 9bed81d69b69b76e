import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { findCertificate } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { eraseHolder } from '#app/domain/learning/certificates/erase-holder.server.ts';
import { issueCertificate } from '#app/domain/learning/certificates/issue-certificate.server.ts';
import { revokeCertificate } from '#app/domain/learning/certificates/revoke-certificate.server.ts';
import { issueMissingCertificates } from '#app/jobs/issue-missing-certificates.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { certificateOf, certify, publishCourse } from '../../../support/certified.ts';
import type { TestDatabase } from '../../../support/database.ts';
import { openTestDatabase } from '../../../support/database.ts';
import { tableHashes } from '../../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave } from '../../../support/staff.ts';

let database: TestDatabase;
let place: { siteId: string; departmentId: string };
const someone = (name: string, roles: ('hr' | 'admin' | 'editor')[] = []) => hire({ name, roles, ...place });
const on = <T>(day: string, work: () => Promise<T>) => underClock(new Date(`${day}T10:00:00Z`), work);

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await publishCourse(database.folder, 'plain');
  await publishCourse(database.folder, 'dated', 6);
});

afterAll(() => database.close());

function onFile(sql: string): void {
  const db = new Database(join(database.folder, 'everyhand.db'), { timeout: 2000 });
  try {
    db.pragma('foreign_keys = ON');
    db.exec(sql);
  } finally {
    db.close();
  }
}

describe('whoever completes a course has a certificate', () => {
  test('of what they read, with the edition and the day', async () => {
    const personId = await someone('Ada Nowak');
    const certificate = await on('2026-03-10', () => certify(personId, 'plain'));
    expect(certificate).toMatchObject({
      holderName: 'Ada Nowak',
      companyName: 'Oak & Sons',
      courseTitle: 'Course plain',
      courseLanguage: 'en',
      completedOn: '2026-03-10',
      validUntil: null,
    });
    expect(JSON.parse(certificate.modules)).toEqual(
      ['First of plain', 'Second of plain'].map((title) => ({
        title,
        edition: 1,
        language: 'en',
        completedOn: '2026-03-10',
      })),
    );
    const event = await reader.event.findFirstOrThrow({
      where: { name: 'certificate.issued', subjectId: certificate.id },
    });
    expect(event.facts).not.toContain('Ada');
  });

  test('once: asked again for the same completion, it is the same one', async () => {
    const personId = await someone('Once');
    const { id, completionId } = await certify(personId, 'plain');
    const before = tableHashes(database.folder, []);
    const again = await transact((tx) => issueCertificate(tx, system, { completionId }));
    expect(again).toEqual({ ok: true, certificateId: id });
    await issueMissingCertificates();
    expect(tableHashes(database.folder, [])).toEqual(before);
  });

  test('and it stays as it was when course, person and company are called otherwise', async () => {
    const personId = await someone('Before Marriage');
    const before = await certify(personId, 'plain');
    await transact(async (tx) => {
      await tx.person.update({ where: { id: personId }, data: { name: 'After Marriage' } });
      await tx.company.updateMany({ data: { name: 'Elm & Daughters' } });
    });
    expect(await certificateOf(personId)).toEqual(before);
    await transact((tx) => tx.company.updateMany({ data: { name: 'Oak & Sons' } }));
  });

  test('not for a module, not for nothing, and not by somebody else', async () => {
    const personId = await someone('Own');
    const { completionId } = await certify(personId, 'plain');
    const stranger = await actorOf(await someone('Stranger', ['hr', 'admin']));
    const module = await reader.completion.findFirstOrThrow({
      where: { personId, document: { kind: 'module' } },
    });
    const issue = (actor: typeof stranger | typeof system, id: string) =>
      transact((tx) => issueCertificate(tx, actor, { completionId: id }));
    const before = tableHashes(database.folder, []);
    expect(await issue(system, module.id)).toEqual({ refused: 'unknown-completion' });
    expect(await issue(system, 'none')).toEqual({ refused: 'unknown-completion' });
    expect(await issue(stranger, completionId)).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder, [])).toEqual(before);
  });

  test('also for what was completed before there were any: the job issues it, with the days of then', async () => {
    const personId = await someone('From Before');
    const { completionId } = await on('2026-01-15', () => certify(personId, 'dated'));
    onFile(`DROP TRIGGER certificate_is_immutable_delete;
      DELETE FROM "Certificate" WHERE "completionId" = '${completionId}';
      CREATE TRIGGER certificate_is_immutable_delete BEFORE DELETE ON "Certificate"
      BEGIN SELECT RAISE(ABORT, 'a certificate is immutable'); END;`);
    await issueMissingCertificates();
    expect(await certificateOf(personId)).toMatchObject({
      completionId,
      completedOn: '2026-01-15',
      validUntil: '2026-07-15',
    });
    expect(await reader.certificate.count({ where: { personId } })).toBe(1);
  });
});

test.each([
  ['2026-03-10', '2026-09-10', 'Marching'],
  ['2025-08-31', '2026-02-28', 'Augusta'],
])('completed on %s, it counts until %s, that day included', async (completedOn, validUntil, name) => {
  const personId = await someone(name);
  const { code, validUntil: until } = await on(completedOn, () => certify(personId, 'dated'));
  expect(until).toBe(validUntil);
  expect((await on(validUntil, () => findCertificate(reader, code)))?.state).toBe('valid');
  const dayAfter = new Date(Date.parse(`${validUntil}T10:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  expect((await on(dayAfter, () => findCertificate(reader, code)))?.state).toBe('expired');
});

describe('a certificate is revoked', () => {
  test.each(['hr', 'admin'] as const)('by %s, once and for good, and the completion stays', async (role) => {
    const personId = await someone(`Revoked by ${role}`);
    const { id, code, completionId } = await certify(personId, 'plain');
    const actor = await actorOf(await someone(`Who is ${role}`, [role]));
    const input = { certificateId: id, reason: 'It was somebody else.' };
    await done(transact((tx) => revokeCertificate(tx, actor, input)));
    expect(await findCertificate(reader, code)).toMatchObject({
      state: 'revoked',
      revoked: { reason: input.reason },
    });
    expect(await reader.completion.count({ where: { id: completionId } })).toBe(1);
    const before = tableHashes(database.folder, []);
    expect(await transact((tx) => revokeCertificate(tx, actor, input))).toEqual({
      refused: 'revoked-already',
    });
    expect(tableHashes(database.folder, [])).toEqual(before);
    const events = await reader.event.findMany({ where: { name: 'certificate.revoked', subjectId: id } });
    expect(events.map(({ facts }) => facts)).toEqual(['{}']);
  });

  test('by nobody else, its holder included, and none that is not there', async () => {
    const personId = await someone('Holder');
    const { id } = await certify(personId, 'plain');
    const revoke = (actor: Parameters<typeof revokeCertificate>[1], certificateId: string) =>
      transact((tx) => revokeCertificate(tx, actor, { certificateId, reason: 'x' }));
    const editor = await actorOf(await someone('Just Editor', ['editor']));
    const holder = await actorOf(personId);
    const before = tableHashes(database.folder, []);
    expect(await revoke(holder, id)).toEqual({ refused: 'not-allowed' });
    expect(await revoke(editor, id)).toEqual({ refused: 'not-allowed' });
    expect(await revoke(system, 'none')).toEqual({ refused: 'unknown-certificate' });
    expect(tableHashes(database.folder, [])).toEqual(before);
  });
});

describe('the name of somebody who has left', () => {
  test('goes off all their certificates, and what was written of them with it', async () => {
    const personId = await someone('Gone Away');
    const first = await certify(personId, 'plain');
    await certify(personId, 'dated');
    const revocation = { certificateId: first.id, reason: 'Gone Away cheated.' };
    await done(transact((tx) => revokeCertificate(tx, system, revocation)));
    await leave(personId);
    const hr = await actorOf(await someone('Erasing', ['hr']));
    expect(await transact((tx) => eraseHolder(tx, hr, { personId }))).toEqual({ ok: true, count: 2 });
    const left = await reader.certificate.findMany({ where: { personId }, include: { revocation: true } });
    expect(JSON.stringify(left)).not.toMatch(/gone|away/i);
    expect(left.map(({ code, courseTitle }) => [code, courseTitle])).toContainEqual([
      first.code,
      'Course plain',
    ]);
    expect((await findCertificate(reader, first.code))?.state).toBe('revoked');
    const event = await reader.event.findFirstOrThrow({ where: { name: 'certificates.erased' } });
    expect(event.facts).toBe('{"count":2}');
    const before = tableHashes(database.folder, []);
    expect(await transact((tx) => eraseHolder(tx, hr, { personId }))).toEqual({
      refused: 'nothing-to-erase',
    });
    expect(tableHashes(database.folder, [])).toEqual(before);
  });

  test('stays while they work here, and for whoever may not take it off', async () => {
    const personId = await someone('Still Here');
    await certify(personId, 'plain');
    const plain = await actorOf(await someone('No Role'));
    const before = tableHashes(database.folder, []);
    const erase = (actor: Parameters<typeof eraseHolder>[1], id: string) =>
      transact((tx) => eraseHolder(tx, actor, { personId: id }));
    expect(await erase(system, personId)).toEqual({ refused: 'works-here' });
    expect(await erase(system, 'none')).toEqual({ refused: 'unknown-person' });
    expect(await erase(plain, personId)).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder, [])).toEqual(before);
  });
});

describe('the database itself refuses it when', () => {
  test.each([
    ['a certificate is dated back', `UPDATE "Certificate" SET "completedOn" = '2020-01-01'`],
    ['one is given to somebody else', `UPDATE "Certificate" SET "personId" = "personId" || 'x'`],
    ['a name is written in', `UPDATE "Certificate" SET "holderName" = 'Somebody Else', "holderKey" = NULL`],
    ['one counts for longer', `UPDATE "Certificate" SET "validUntil" = '2999-01-01'`],
    ['a module is added', `UPDATE "Certificate" SET "modules" = '[]'`],
    [
      'one is deleted',
      `DELETE FROM "Certificate" WHERE "id" NOT IN (SELECT "certificateId" FROM "CertificateRevocation")`,
    ],
    ['one is replaced', `INSERT OR REPLACE INTO "Certificate" SELECT * FROM "Certificate"`],
    ['a revocation is taken back', `DELETE FROM "CertificateRevocation"`],
    ['its day is changed', `UPDATE "CertificateRevocation" SET "revokedAt" = '2020-01-01'`],
    ['its reason is changed', `UPDATE "CertificateRevocation" SET "reason" = 'another'`],
    [
      'one is replaced by another',
      `INSERT OR REPLACE INTO "CertificateRevocation" SELECT * FROM "CertificateRevocation"`,
    ],
  ])('%s', (_, sql) => {
    expect(() => onFile(sql)).toThrow(/immutable|append-only/);
  });
});

test('the chain of events is whole after all of it', async () => {
  expect(await checkChain(reader)).toMatchObject({ intact: true });
});
