import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import { companyOfTries, failOnce } from '../../support/company-of-tries.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, cookieOf, done } from '../../support/staff.ts';

const home = '/learn/common/only';
let company: Awaited<ReturnType<typeof companyOfTries>>;
const cookies: Record<string, string> = {};
let adaId: string;
let requestId: string;

beforeAll(async () => {
  company = await companyOfTries();
  adaId = await company.person('Ada', company.shippingId);
  cookies.ada = await cookieOf(adaId);
  for (const who of ['ben', 'zed', 'chidi'] as const) cookies[who] = await cookieOf(company[who].id);
});

afterAll(() => company.database.close());

const rows = () => tableHashes(company.database.folder, ['Session']);
const post = (who: string, path: string, form: Record<string, string> = {}) =>
  ask({ path, method: 'POST', form, cookie: cookies[who] });
const see = async (who: string, path: string) => ask({ path, cookie: cookies[who] });

test('as long as there is a try there is nothing to ask for, and the page says so', async () => {
  const unbegun = await see('ada', `${home}/ask-for-try`);
  expect(unbegun.text).toContain('Begin the module first');
  const ada = await actorOf(adaId);
  await failOnce(ada, company.text);
  const before = rows();
  const refused = await post('ada', `${home}/ask-for-try`);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('You still have a try.');
  expect(rows()).toEqual(before);
});

test('who has none left is offered to ask, and afterwards reads whom they asked', async () => {
  await failOnce(await actorOf(adaId), company.text);
  for (const page of ['result', 'attempt', 'ask-for-try']) {
    const { text } = await see('ada', `${home}/${page}`);
    expect(text, page).toContain(`action="${home}/ask-for-try"`);
    expect(text, page).toContain('They do not see your answers.');
  }
  const start = await post('ada', `${home}/attempt`);
  expect(start.status).toBe(422);
  for (const _ of [1, 2]) {
    const asked = await post('ada', `${home}/ask-for-try`);
    expect(asked).toMatchObject({ status: 303, location: `${home}/ask-for-try` });
  }
  for (const page of ['result', 'attempt', 'ask-for-try']) {
    const { text } = await see('ada', `${home}/${page}`);
    expect(text, page).toMatch(/You asked Ben on \w+ \d+, \d{4}/);
    expect(text, page).not.toContain(`action="${home}/ask-for-try"`);
  }
  requestId = (await reader.tryRequest.findFirstOrThrow()).id;
});

test('the head sees who waits, and no answer and no score; with scores only where the company shows them', async () => {
  expect((await see('ben', '/team')).text).toContain('One person asks for another try');
  const list = await see('ben', '/team/tries');
  expect(list.text).toContain('Ada');
  const page = () => see('ben', `/team/tries/${requestId}`);
  const { text } = await page();
  expect(text).toContain('2 tries so far');
  for (const told of ['Scores', '0%', 'Blue', 'Green', 'why-a']) expect(text).not.toContain(told);
  await transact((tx) => tx.company.updateMany({ data: { showScores: true } }));
  expect((await page()).text).toContain('Scores so far: 0%, 0%');
  expect((await see('ada', `${home}/attempt`)).status).toBe(200);
  await transact((tx) => tx.company.updateMany({ data: { showScores: false } }));
});

test('a reason that is missing, empty or too long is asked for again, with what was typed', async () => {
  const before = rows();
  const long = `We talked. ${'x'.repeat(300)}`;
  for (const [form, word] of [
    [{}, 'Write why.'],
    [{ reason: '   ' }, 'Write why.'],
    [{ reason: long }, 'longer than 300 characters'],
    [{ reason: 'Fine.', personId: 'x' }, 'Write why.'],
  ] as const) {
    const refused = await post('ben', `/team/tries/${requestId}`, form as Record<string, string>);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(word);
    if ('reason' in form && form.reason === long) expect(refused.text).toContain(long);
  }
  expect(rows()).toEqual(before);
});

test('who is not to answer finds nothing, however it is asked for', async () => {
  const before = rows();
  for (const [who, path] of [
    ['zed', `/team/tries/${requestId}`],
    ['ada', `/team/tries/${requestId}`],
    ['ben', `/hr/tries/${requestId}`],
    ['chidi', `/team/tries/${requestId}`],
    ['ben', '/team/tries/nobody'],
    ['chidi', '/hr/tries/__proto__'],
  ] as const) {
    expect((await see(who, path)).status, `${who} ${path}`).toBe(404);
    expect((await post(who, path, { reason: 'Because.' })).status, `${who} ${path}`).toBe(404);
  }
  expect((await see('zed', '/team/tries')).text).not.toContain('Ada');
  expect((await see('zed', '/team')).text).not.toContain('another try');
  expect(rows()).toEqual(before);
});

test('who answers second is told that it was answered, and one try was given', async () => {
  expect((await see('chidi', '/hr')).text).toContain('One person asks for another try');
  const given = await post('ben', `/team/tries/${requestId}`, { reason: 'We talked.' });
  expect(given).toMatchObject({ status: 303, location: '/team/tries?done=given' });
  const second = await post('chidi', `/hr/tries/${requestId}`, { reason: 'Me too.' });
  expect(second).toMatchObject({ status: 303, location: '/hr/tries?done=answered-already' });
  expect((await see('chidi', second.location!)).text).toContain('answered already');
  expect(await reader.tryGrant.findMany()).toMatchObject([{ personId: adaId, reason: 'We talked.' }]);
  const page = await see('ada', `${home}/attempt`);
  expect(page.text).toContain('Ben has given you one more try: “We talked.”');
  expect(page.text).toContain('One question was not right last time.');
  const { documentId } = company.text;
  const ada = await actorOf(adaId);
  await done(transact((tx) => startAttempt(tx, ada, { documentId })));
  const quiz = await see('ada', `${home}/quiz`);
  expect(quiz.text).toContain('What you chose');
  expect(quiz.text).toContain('why-a-0');
  for (const other of ['why-a-1', 'why-a-2']) expect(quiz.text).not.toContain(other);
});
