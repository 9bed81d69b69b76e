import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { askForTry } from '#app/domain/learning/tries/ask-for-try.server.ts';
import { grantTry } from '#app/domain/learning/tries/grant-try.server.ts';
import { readTryRequests } from '#app/domain/learning/tries/try-request-reads.server.ts';
import type { TryDesk } from '#app/domain/learning/tries/try-request.ts';
import { readFurtherTry } from '#app/domain/learning/tries/try-reads.server.ts';
import { readNotices } from '#app/domain/notifications/notice-reads.server.ts';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { companyOfTries, failOnce as failOn } from '../../support/company-of-tries.ts';
import { openTry, rightAnswers, textOf, wrongAnswers } from '../../support/learning.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, leave, makeHead } from '../../support/staff.ts';

let company: Awaited<ReturnType<typeof companyOfTries>>;
let ada: PersonActor;

beforeAll(async () => {
  company = await companyOfTries();
});

afterAll(() => company.database.close());

let hired = 0;

/** Another Ada for every test, who has begun nothing. */
beforeEach(async () => {
  hired += 1;
  ada = await actorOf(await company.person('Ada', company.shippingId, [], `ada-${hired}@example.com`));
});

const failOnce = (actor: PersonActor) => failOn(actor, company.text);

async function useUp(actor: PersonActor): Promise<void> {
  await failOnce(actor);
  await failOnce(actor);
}

const documentId = () => company.text.documentId;
const start = (actor: PersonActor) => transact((tx) => startAttempt(tx, actor, { documentId: documentId() }));
const askAs = (actor: PersonActor) => transact((tx) => askForTry(tx, actor, { documentId: documentId() }));
const grantAs = (actor: PersonActor, requestId: string) =>
  transact((tx) => grantTry(tx, actor, { requestId, reason: 'We went through it.' }));
const requestOf = async (actor: PersonActor) => (await done(askAs(actor))).requestId;
const kindsFor = async (actor: PersonActor) =>
  (await readNotices(reader, actor, 50)).notices.map(({ kind, personName }) => `${kind} ${personName}`);
const hers = () => ({ where: { personId: ada.id } });
const waitingFor = async (actor: PersonActor, desk: TryDesk = 'team') =>
  (await readTryRequests(reader, actor, desk)).filter(({ personId }) => personId === ada.id);

/** All that a refusal may not touch; sessions are made by asking who somebody is. */
const rows = () => tableHashes(company.database.folder, ['Session', 'Event']);

describe('tries that are used up', () => {
  test('are asked for, granted by the head, told to both, and end in a module that is done', async () => {
    await useUp(ada);
    expect(await start(ada)).toEqual({ refused: 'attempts-used-up' });
    const requestId = await requestOf(ada);
    expect(await readFurtherTry(reader, ada.id, documentId())).toMatchObject({
      left: 0,
      asked: { head: 'Ben' },
      granted: null,
    });
    await workOnce();
    expect(await kindsFor(company.ben)).toEqual(['try-asked Ada']);
    expect(await kindsFor(company.chidi)).toEqual([]);
    expect(await waitingFor(company.ben)).toMatchObject([
      { id: requestId, person: 'Ada', module: 'Only', head: 'Ben', tries: 2 },
    ]);

    await done(grantAs(company.ben, requestId));
    await workOnce();
    expect(await kindsFor(ada)).toEqual(['try-granted Ben']);
    expect(await waitingFor(company.ben)).toEqual([]);
    expect(await readFurtherTry(reader, ada.id, documentId())).toMatchObject({
      left: 1,
      asked: null,
      granted: { by: 'Ben', reason: 'We went through it.' },
    });
    const { attemptId } = await done(start(ada));
    const answers = await rightAnswers(company.text);
    const sent = { documentId: documentId(), attemptId, answers };
    expect(await transact((tx) => submitQuiz(tx, ada, sent))).toMatchObject({
      passed: true,
      number: 3,
    });
    expect(await askAs(ada)).toEqual({ refused: 'not-begun' });
  });

  test('are one more for each request, and may be asked for again', async () => {
    await useUp(ada);
    await done(grantAs(company.ben, await requestOf(ada)));
    await failOnce(ada);
    expect(await start(ada)).toEqual({ refused: 'attempts-used-up' });
    await done(grantAs(company.chidi, await requestOf(ada)));
    await done(start(ada));
    expect(await reader.tryGrant.count(hers())).toBe(2);
  });

  test('asked for twice are one request, however often at once', async () => {
    await useUp(ada);
    const all = await Promise.all(Array.from({ length: 20 }, () => askAs(ada)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await reader.tryRequest.count(hers())).toBe(1);
    const asked = { name: 'try.asked', actorId: ada.id };
    expect(await reader.event.count({ where: asked })).toBe(1);
  });

  test('granted by many at once are one try, and one open attempt', async () => {
    await useUp(ada);
    const requestId = await requestOf(ada);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => grantAs(at % 2 ? company.ben : company.chidi, requestId)),
    );
    expect(answers.filter((one) => 'ok' in one)).toHaveLength(1);
    expect(answers.filter((one) => 'refused' in one && one.refused === 'answered-already')).toHaveLength(19);
    expect(await reader.tryGrant.count(hers())).toBe(1);
    const started = await Promise.all(Array.from({ length: 20 }, () => start(ada)));
    expect(new Set(started.map((one) => ('ok' in one ? one.attemptId : one.refused))).size).toBe(1);
    const open = { personId: ada.id, openKey: { not: null } };
    expect(await reader.attempt.count({ where: open })).toBe(1);
    expect(await reader.attempt.count(hers())).toBe(3);
  });
});

describe('a further try is not asked for', () => {
  test('where the module is not begun, tries are left or one is open, or it has no limit', async () => {
    const before = rows();
    expect(await askAs(ada)).toEqual({ refused: 'not-begun' });
    expect(rows()).toEqual(before);
    await failOnce(ada);
    const once = rows();
    expect(await askAs(ada)).toEqual({ refused: 'tries-left' });
    expect(rows()).toEqual(once);
    await done(start(ada));
    expect(await askAs(ada)).toEqual({ refused: 'tries-left' });
    const free = await textOf(ada, 'common', 'free');
    await openTry(ada, free);
    expect(await transact((tx) => askForTry(tx, ada, { documentId: free.documentId }))).toEqual({
      refused: 'tries-left',
    });
    expect(await reader.tryRequest.count(hers())).toBe(0);
  });
});

describe('a further try is given', () => {
  test('by nobody else: a stranger, a colleague, an admin, an editor, the learner', async () => {
    await useUp(ada);
    const requestId = await requestOf(ada);
    const others = [
      company.zed,
      await actorOf(await company.person('Ali', company.shippingId)),
      await actorOf(await company.person('Farah', company.officeId, ['admin'])),
      await actorOf(await company.person('Dana', company.officeId, ['editor'])),
      ada,
    ];
    const before = rows();
    for (const actor of others) {
      expect(await grantAs(actor, requestId)).toEqual({ refused: 'not-allowed' });
      expect(await waitingFor(actor)).toEqual([]);
      expect(await waitingFor(actor, 'hr')).toEqual([]);
    }
    expect(await grantAs(company.ben, 'nobody')).toEqual({ refused: 'not-allowed' });
    expect(rows()).toEqual(before);
  });

  test('to a head by whoever heads the department above, or by HR, and never by themselves', async () => {
    const above = await departmentOf('All goods');
    const upper = await company.person('Uma', above);
    await makeHead(above, upper);
    const below = await departmentOf('Parcels', 'shipping', above);
    const lower = await company.person('Lea', below);
    const place = { departmentId: below, parentId: above, headId: lower, fromOn: '2024-03-01' };
    await done(transact((tx) => placeDepartment(tx, system, place)));
    const lea = await actorOf(lower);
    await useUp(lea);
    const requestId = await requestOf(lea);
    expect(await reader.tryRequest.findUnique({ where: { id: requestId } })).toMatchObject({ headId: upper });
    expect(await readTryRequests(reader, lea, 'team')).toEqual([]);
    expect(await grantAs(lea, requestId)).toEqual({ refused: 'not-allowed' });
    expect(await grantAs(await actorOf(upper), requestId)).toMatchObject({ ok: true });
  });

  test('by a deputy for as long as they are one', async () => {
    await useUp(ada);
    const requestId = await requestOf(ada);
    const personId = await company.person('Eli', company.officeId);
    const today = dateIn('UTC');
    const deputy = { departmentId: company.shippingId, personId, fromOn: today, untilOn: today };
    expect(await grantAs(await actorOf(personId), requestId)).toEqual({ refused: 'not-allowed' });
    await done(transact((tx) => nameDeputy(tx, system, deputy)));
    const eli = await actorOf(personId);
    expect(await waitingFor(eli)).toHaveLength(1);
    expect(await grantAs(eli, requestId)).toMatchObject({ ok: true });
  });

  test('by HR, who is told, where nobody heads the department', async () => {
    const lonely = await actorOf(await company.person('Lone', company.officeId));
    await useUp(lonely);
    const requestId = await requestOf(lonely);
    await workOnce();
    expect(await kindsFor(company.chidi)).toEqual(['try-asked-of-hr Lone']);
    expect(await readFurtherTry(reader, lonely.id, documentId())).toMatchObject({ asked: { head: null } });
    const open = await readTryRequests(reader, company.chidi, 'hr');
    expect(open.find(({ id }) => id === requestId)).toMatchObject({ person: 'Lone', head: null });
    expect(await grantAs(company.chidi, requestId)).toMatchObject({ ok: true });
  });

  test('and to nobody who has left', async () => {
    await useUp(ada);
    await requestOf(ada);
    await leave(ada.id);
    expect(await waitingFor(company.ben)).toEqual([]);
    expect(await waitingFor(company.chidi, 'hr')).toEqual([]);
  });
});

test('what was asked and given is never changed, by whatever means', async () => {
  await useUp(ada);
  const requestId = await requestOf(ada);
  await done(grantAs(company.ben, requestId));
  const refused = (change: () => Promise<unknown>) => expect(change()).rejects.toThrow();
  const id = requestId;
  await refused(() => transact((tx) => tx.tryRequest.update({ where: { id }, data: { openKey: 'again' } })));
  await refused(() =>
    transact((tx) => tx.tryRequest.update({ where: { id }, data: { headId: company.zed.id } })),
  );
  await refused(() => transact((tx) => tx.tryGrant.updateMany({ data: { reason: 'Another one.' } })));
});

test('a second try is told what was chosen and why that was wrong, and nothing of what is right', async () => {
  await failOnce(ada);
  await done(start(ada));
  const quiz = await quizForTaking(reader, ada.id, documentId());
  const wrong = await wrongAnswers(company.text);
  const [chosen] = wrong.a!;
  expect(quiz!.mistakes).toMatchObject([{ questionId: 'a', given: wrong.a, about: null }]);
  expect(Object.keys(quiz!.mistakes[0]!.reasons)).toEqual([chosen]);
  const answered = { documentId: documentId(), attemptId: quiz!.attemptId, answers: wrong };
  await done(transact((tx) => submitQuiz(tx, ada, answered)));
  expect(await quizForTaking(reader, ada.id, documentId())).toBeNull();
});
