import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { catalogue } from '#app/domain/events/catalogue.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { askForTry } from '#app/domain/learning/tries/ask-for-try.server.ts';
import { grantTry } from '#app/domain/learning/tries/grant-try.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { withdrawDocument } from '#app/domain/publishing/withdraw-document.server.ts';
import type { RecurringName } from '#app/domain/queue/job.ts';
import { recurringNames } from '#app/domain/queue/job.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { recurring } from '#app/jobs/recurring.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { configureMail } from '#app/platform/mail/mail-settings.server.ts';
import { noteSeen } from '#app/platform/session/seen.server.ts';
import { caseStudy, moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { publishDrafts } from '../support/culture.ts';
import { noonOf, sheetSource } from '../support/huddles.ts';
import { liveThroughTalks } from '../support/talked-company.ts';
import { failOnce } from '../support/company-of-tries.ts';
import { complete, textOf } from '../support/learning.ts';
import { publishIssue, started } from '../support/mailings.ts';
import { settingsFor } from '../support/outbox.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from '../support/staff.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await openTestDatabase();
  folder = join(database.folder, 'mailbox');
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  const modules = {
    only: moduleSource({
      title: 'Only',
      parts: [caseStudy({ id: 'a-case', title: 'A case' })],
      questions: question('a', 'one'),
    }),
    once: moduleSource({ title: 'Once', questions: question('a', 'one'), front: 'attempts: 1\n' }),
  };
  const course = { slug: 'common', title: 'Common', audience: 'everyone', modules };
  const sheet = sheetSource('A sheet', 'a-case', 'refreshes: common/only\n');
  const files = { 'culture/sheets/a-sheet.mdx': sheet };
  await underClock(noonOf('2026-08-03'), async () => {
    await importContent(system, writeContent(`${database.folder}/content`, [course], files));
    await publishDrafts();
  });
  const benId = await hire({ name: 'Ben', ...place });
  await makeHead(place.departmentId, benId);
  const personId = await hire({ name: 'Ada', ...place });
  await workOnce();
  const actor = await actorOf(personId);
  await underClock(noonOf('2026-09-01'), async () => complete(actor, await textOf(actor, 'common', 'only')));
  const once = await textOf(actor, 'common', 'once');
  const { documentId } = once;
  await failOnce(actor, once);
  const { requestId } = await done(transact((tx) => askForTry(tx, actor, { documentId })));
  const ben = await actorOf(benId);
  await done(transact((tx) => grantTry(tx, ben, { requestId, reason: 'It was late.' })));
  await complete(actor, once);
  await liveThroughTalks(place.departmentId, benId, personId);
  const issueId = await publishIssue({ slug: 'june', title: 'June' });
  await started(issueId);
  await done(transact((tx) => withdrawDocument(tx, system, { documentId: issueId, language: 'en' })));
  for (const expired of [true, false]) {
    const { token } = await done(transact((tx) => openSession(tx, system, { personId, method: 'password' })));
    if (expired) await transact((tx) => tx.session.updateMany({ data: { expiresAt: new Date(1) } }));
    noteSeen(token);
  }
  configureMail(settingsFor(null, folder));
  mkdirSync(folder);
  for (const name of ['old.eml', 'old.txt', 'new.eml', 'notes.md']) writeFileSync(join(folder, name), name);
  for (const name of ['old.eml', 'old.txt', 'notes.md']) utimesSync(join(folder, name), 1, 1);
});

afterEach(async () => {
  configureMail(null);
  await database.close();
});

class Killed extends Error {}

/** A transaction that is cut after so many of its statements. */
function cutAfter(tx: Tx, statements: number): Tx {
  let left = statements;
  const counted =
    (method: (...args: unknown[]) => unknown, owner: unknown) =>
    async (...args: unknown[]) => {
      if (left === 0) throw new Killed();
      left -= 1;
      return method.apply(owner, args);
    };
  return new Proxy(tx, {
    get(target, key) {
      const model = Reflect.get(target, key) as unknown;
      if (typeof model === 'function') return counted(model as never, target);
      if (typeof model !== 'object' || model === null) return model;
      return new Proxy(model, {
        get: (methods, name) => {
          const method = Reflect.get(methods, name) as unknown;
          return typeof method === 'function' ? counted(method as never, methods) : method;
        },
      });
    },
  });
}

/** All that a reaction may have an effect on, without what differs each time: ids, times, hashes. */
async function effects() {
  const notices = await reader.notice.findMany({ orderBy: [{ eventSeq: 'asc' }, { kind: 'asc' }] });
  const events = await reader.event.groupBy({ by: ['name'], _count: true, orderBy: { name: 'asc' } });
  const mails = await reader.mail.findMany({ orderBy: { key: 'asc' }, select: { key: true, state: true } });
  return {
    notices: notices.map(({ id: _id, createdAt: _at, ...rest }) => rest),
    events,
    mails,
    completions: await reader.completion.count(),
    sessions: await reader.session.count(),
    files: readdirSync(folder).toSorted(),
  };
}

describe.each(reactions)('the reaction $name', (reaction) => {
  const happened = () => reader.event.findFirstOrThrow({ where: { name: reaction.on } });
  const runIn = async (tx: Tx) => {
    const { seq, facts } = await happened();
    await reaction.run(tx, seq, catalogue[reaction.on].parse(JSON.parse(facts!)) as never);
  };

  test('run twice, in parallel, or cut after any of its statements, ends the same', async () => {
    let cuts = 0;
    for (; cuts < 100; cuts += 1) {
      const before = await effects();
      const cut = await transact((tx) => runIn(cutAfter(tx, cuts))).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      if (!cut) break;
      expect(await effects(), `nothing is left of a run cut after ${cuts}`).toEqual(before);
    }
    expect(cuts).toBeGreaterThan(1);
    const { seq } = await happened();
    const ownNotices = async () => (await effects()).notices.filter(({ eventSeq }) => eventSeq === seq);
    const own = await ownNotices();
    // The worker runs the other reactions, too.
    await workOnce();
    expect(await ownNotices()).toEqual(own);
    const once = await effects();
    await transact(runIn);
    await Promise.all([transact(runIn), transact(runIn), workOnce()]);
    expect(await effects()).toEqual({ ...once, sessions: expect.any(Number) });
    expect(await checkChain(reader)).toMatchObject({ intact: true });
  });
});

describe('the job', () => {
  const jobOf = (name: RecurringName) => recurring.find((job) => job.name === name)!;

  test.each(recurringNames)('%s, run twice and in parallel, ends the same', async (name) => {
    await jobOf(name).run();
    const once = await effects();
    await jobOf(name).run();
    await Promise.all([jobOf(name).run(), jobOf(name).run()]);
    expect(await effects()).toEqual(once);
  });

  test('expired-sessions, stopped by a fault in the middle, leaves all, and takes them the next time', async () => {
    await transact((tx) => tx.session.updateMany({ data: { expiresAt: new Date(1) } }));
    const before = await reader.session.count();
    expect(before).toBeGreaterThan(1);
    const raw = new Database(join(database.folder, 'everyhand.db'));
    const last = (await reader.session.findMany({ orderBy: { id: 'desc' } }))[0]!.id;
    raw.exec(`CREATE TRIGGER stop_it BEFORE DELETE ON Session WHEN old.id = '${last}'
      BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
    await expect(jobOf('expired-sessions').run()).rejects.toThrow();
    expect(await reader.session.count()).toBe(before);
    raw.exec('DROP TRIGGER stop_it');
    raw.close();
    await jobOf('expired-sessions').run();
    expect(await reader.session.count()).toBe(0);
  });

  test('old-mail-files takes old mail and nothing else', async () => {
    await jobOf('old-mail-files').run();
    expect(readdirSync(folder).toSorted()).toEqual(['new.eml', 'notes.md']);
  });
});
