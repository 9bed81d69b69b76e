import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { cancelMailing } from '#app/domain/culture/mailings/cancel-mailing.server.ts';
import {
  countAudience,
  readAudience,
  readSamples,
} from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { editMailing } from '#app/domain/culture/mailings/planning/edit-mailing.server.ts';
import { planMailing } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import { testMailing } from '#app/domain/culture/mailings/planning/test-mailing.server.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import { retryFailed } from '#app/domain/culture/mailings/readers/retry-failed.server.ts';
import { settleUncertain } from '#app/domain/culture/mailings/readers/settle-uncertain.server.ts';
import { resumeMailing } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { noteRestore } from '#app/domain/safekeeping/note-restore.server.ts';
import { unsubscribe } from '#app/domain/outbox/preferences/unsubscribe.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { mailingOf, plan, planned, publishIssue, readersOf, started } from '../../support/mailings.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let siteId: string;
let issueId: string;
let shipping: string;
let night: string;
let editor: PersonActor;
const ids: Record<string, string> = {};

beforeEach(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  shipping = await departmentOf('Shipping', 'shipping');
  night = await departmentOf('Night', undefined, shipping);
  const sales = await departmentOf('Sales', 'sales');
  ids.ada = await hire({ name: 'Ada', departmentId: shipping, siteId });
  ids.ben = await hire({ name: 'Ben', departmentId: night, siteId, language: 'pl' });
  ids.zed = await hire({ name: 'Zed', departmentId: sales, siteId });
  ids.dana = await hire({ name: 'Dana', departmentId: sales, siteId, roles: ['editor'] });
  ids.nobody = await hire({ name: 'Nomail', departmentId: sales, siteId });
  await transact((tx) =>
    tx.person.update({ where: { id: ids.nobody }, data: { email: null, employeeNumber: '7' } }),
  );
  ids.gone = await hire({ name: 'Gone', departmentId: sales, siteId });
  await leave(ids.gone);
  await makeHead(night, ids.ben);
  await transact((tx) =>
    tx.departmentPlacement.updateMany({ where: { departmentId: night }, data: { parentId: shipping } }),
  );
  editor = await actorOf(ids.dana);
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(() => database.close());

const nobodyAsked = { departments: [], sites: [], languages: [], roles: [] };
const namesFor = async (asked: object) => {
  const found = await readAudience(reader, { ...nobodyAsked, ...asked });
  const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return found.map(({ personId }) => byId.get(personId)).toSorted();
};

describe('an audience', () => {
  test('is everybody who works here, has an address and wants it; the others are counted', async () => {
    await transact((tx) => unsubscribe(tx, system, { personId: ids.zed!, kind: 'newsletter' }));
    expect(await namesFor({})).toEqual(['ada', 'ben', 'dana']);
    const counts = await countAudience(reader, nobodyAsked);
    expect(counts).toEqual({ readers: 3, withoutAddress: 1, unsubscribed: 1 });
  });

  test('by department takes those below with it', async () => {
    expect(await namesFor({ departments: [shipping] })).toEqual(['ada', 'ben']);
    expect(await namesFor({ departments: [night] })).toEqual(['ben']);
  });

  test('by language, by role, by site, and by several things at once', async () => {
    expect(await namesFor({ languages: ['pl'] })).toEqual(['ben']);
    expect(await namesFor({ roles: ['editor'] })).toEqual(['dana']);
    expect(await namesFor({ roles: ['head'] })).toEqual(['ben']);
    expect(await namesFor({ roles: ['head', 'editor'] })).toEqual(['ben', 'dana']);
    expect(await namesFor({ sites: [siteId], languages: ['en'], departments: [shipping] })).toEqual(['ada']);
    expect(await namesFor({ sites: ['nowhere'] })).toEqual([]);
  });

  test('has one reader of each department to test with', async () => {
    const samples = await readSamples(reader, nobodyAsked);
    expect(samples.map(({ department }) => department)).toEqual(['Night', 'Sales', 'Shipping']);
    expect(samples.find(({ department }) => department === 'Night')).toMatchObject({ person: 'Ben' });
  });
});

describe('a plan', () => {
  test('is changed until it is sent, and not after', async () => {
    const mailingId = await planned(issueId);
    const edit = (subject: string) =>
      transact((tx) => editMailing(tx, editor, { ...plan, subject, mailingId }));
    expect(await edit('Another subject')).toEqual({ ok: true });
    await done(transact((tx) => startMailing(tx, editor, { mailingId })));
    const before = tableHashes(database.folder);
    expect(await edit('Too late')).toEqual({ refused: 'begun' });
    expect(tableHashes(database.folder)).toEqual(before);
    expect(await mailingOf(mailingId)).toMatchObject({ subject: 'Another subject', state: 'running' });
  });
});

describe('the readers', () => {
  test('are written down once and for all when it is sent, each with their edition', async () => {
    await publishIssue({ slug: 'june', title: 'Czerwiec', language: 'pl', front: { translationOf: 'june' } });
    const mailingId = await planned(issueId);
    await done(transact((tx) => startMailing(tx, editor, { mailingId })));
    const again = await transact((tx) => startMailing(tx, editor, { mailingId }));
    expect(again).toEqual({ refused: 'begun' });
    const readers = await readersOf(mailingId);
    expect(readers).toHaveLength(4);
    const versions = await reader.version.findMany({ select: { id: true, language: true } });
    const languageOf = (personId: string) => {
      const { versionId } = readers.find((one) => one.personId === personId)!;
      return versions.find(({ id }) => id === versionId)!.language;
    };
    expect([languageOf(ids.ada!), languageOf(ids.ben!)]).toEqual(['en', 'pl']);
    expect(await mailingOf(mailingId)).toMatchObject({ readerCount: 4, withoutAddress: 1, unsubscribed: 0 });
    const event = await reader.event.findFirstOrThrow({ where: { name: 'mailing.frozen' } });
    expect(JSON.parse(event.facts!)).toEqual({ readers: 4, withoutAddress: 1, unsubscribed: 0 });
  });

  test('are none where nobody is meant, or the issue is no more: nothing changes', async () => {
    const empty = await planned(issueId, { audience: { ...nobodyAsked, sites: ['nowhere'] } });
    const withdrawn = await planned(issueId);
    const before = tableHashes(database.folder);
    expect(await transact((tx) => startMailing(tx, editor, { mailingId: empty }))).toEqual({
      refused: 'no-readers',
    });
    expect(tableHashes(database.folder)).toEqual(before);
    await transact((tx) => tx.publication.updateMany({ data: { withdrawnAt: new Date() } }));
    const late = tableHashes(database.folder);
    expect(await transact((tx) => startMailing(tx, editor, { mailingId: withdrawn }))).toEqual({
      refused: 'not-published',
    });
    expect(tableHashes(database.folder)).toEqual(late);
  });
});

describe('what one may do with it', () => {
  const settle = (mailingId: string, state: string) =>
    transact((tx) => tx.mailingReader.updateMany({ where: { mailingId }, data: { state } }));

  test('is nothing for who is no editor', async () => {
    const mailingId = await started(issueId);
    const zed = await actorOf(ids.zed!);
    const before = tableHashes(database.folder);
    const answers = [
      await transact((tx) => planMailing(tx, zed, { ...plan, documentId: issueId })),
      await transact((tx) => editMailing(tx, zed, { ...plan, mailingId })),
      await transact((tx) => testMailing(tx, zed, { mailingId, asPeople: [zed.id] })),
      await transact((tx) => startMailing(tx, zed, { mailingId })),
      await transact((tx) => pauseMailing(tx, zed, { mailingId, because: 'editor' })),
      await transact((tx) => resumeMailing(tx, zed, { mailingId })),
      await transact((tx) => cancelMailing(tx, zed, { mailingId })),
      await transact((tx) => retryFailed(tx, zed, { mailingId })),
      await transact((tx) => settleUncertain(tx, zed, { mailingId, as: 'again' })),
      await transact((tx) => unsubscribe(tx, zed, { personId: ids.ada!, kind: 'newsletter' })),
    ];
    expect(new Set(answers.map((answer) => 'refused' in answer && answer.refused))).toEqual(
      new Set(['not-allowed']),
    );
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('follows from where it stands', async () => {
    const mailingId = await started(issueId);
    const go = () => transact((tx) => resumeMailing(tx, editor, { mailingId }));
    const pause = () => transact((tx) => pauseMailing(tx, editor, { mailingId, because: 'editor' }));
    const cancel = () => transact((tx) => cancelMailing(tx, editor, { mailingId }));
    expect(await go()).toEqual({ refused: 'not-paused' });
    expect(await pause()).toEqual({ ok: true });
    expect(await pause()).toEqual({ refused: 'not-running' });
    expect(await go()).toEqual({ ok: true });
    expect(await cancel()).toEqual({ ok: true });
    expect(await cancel()).toEqual({ refused: 'over' });
    expect(await go()).toEqual({ refused: 'not-paused' });
  });

  test('failed ones are tried again: all or one, and a mailing that was done goes on', async () => {
    const mailingId = await started(issueId);
    await settle(mailingId, 'failed');
    await transact((tx) => tx.mailing.update({ where: { id: mailingId }, data: { state: 'done' } }));
    const [first] = await readersOf(mailingId);
    const one = await transact((tx) => retryFailed(tx, editor, { mailingId, readerId: first!.id }));
    expect(one).toEqual({ ok: true, count: 1 });
    expect(await mailingOf(mailingId)).toMatchObject({ state: 'running' });
    expect(await transact((tx) => retryFailed(tx, editor, { mailingId }))).toEqual({ ok: true, count: 3 });
    expect(await transact((tx) => retryFailed(tx, editor, { mailingId }))).toEqual({ refused: 'nobody' });
  });

  test('uncertain ones are counted as sent or sent again; of one called off nothing goes', async () => {
    const mailingId = await started(issueId);
    await settle(mailingId, 'uncertain');
    const [first] = await readersOf(mailingId);
    const as = (how: 'sent' | 'again', readerId?: string) =>
      transact((tx) => settleUncertain(tx, editor, { mailingId, readerId, as: how }));
    expect(await as('sent', first!.id)).toEqual({ ok: true, count: 1 });
    expect(await as('sent', first!.id)).toEqual({ refused: 'nobody' });
    await done(transact((tx) => cancelMailing(tx, editor, { mailingId })));
    expect(await as('again')).toEqual({ refused: 'cancelled' });
    expect((await readersOf(mailingId)).map(({ state }) => state).toSorted()).toEqual([
      'sent',
      'uncertain',
      'uncertain',
      'uncertain',
    ]);
  });

  test('after a backup was put back nothing goes by itself: who waited may have it', async () => {
    const mailingId = await started(issueId);
    await done(transact((tx) => noteRestore(tx, system, { name: 'a backup' })));
    expect(await mailingOf(mailingId)).toMatchObject({ state: 'paused', pausedFor: 'restored' });
    expect((await readersOf(mailingId)).every(({ state }) => state === 'uncertain')).toBe(true);
  });
});
