import { join } from 'node:path';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { keepChangesSeen } from '#app/domain/learning/changes/keep-changes-seen.server.ts';
import { tellHowItWent } from '#app/domain/learning/commitments/tell-how-it-went.server.ts';
import { makeCommitment } from '#app/domain/learning/modules/make-commitment.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { askForTry } from '#app/domain/learning/tries/ask-for-try.server.ts';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { addHoliday } from '#app/domain/people/sites/add-holiday.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { keepTry } from '#app/domain/queue/keep-try.server.ts';
import { lastSeq } from '#app/domain/queue/queue-reads.server.ts';
import { hangPoster } from '#app/domain/culture/posters/hangings/hang-poster.server.ts';
import { addScreen } from '#app/domain/culture/posters/screens/add-screen.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import type { Role } from './access-rows.ts';
import { canary, departments, type Place } from './canaries.ts';
import { caseStudy, moduleSource, question, writeContent } from './content.ts';
import { cultureFiles, publishDrafts } from './culture.ts';
import { planned, publishIssue } from './mailings.ts';
import { complete, openTry, readThrough, textOf, wrongAnswers } from './learning.ts';
import { openPrinting } from './printing.ts';
import { liveTalks, talkSource } from './canary-talks.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from './staff.ts';

const quiz = (mark: string) => question('one', 'one', mark) + question('two', 'order', mark);

function content(folder: string): string {
  const ofAll = (title: string) =>
    moduleSource({
      title,
      parts: ['Plain words.', '<Commitment prompt="What will you do?" />'],
      questions: quiz('commonwhy'),
    });
  const first = `${ofAll('The first')}\n`.replace(
    'Plain words.',
    caseStudy({ id: 'a-case-for-all', title: 'A case for all', more: 'standard="begin-the-repair"' }),
  );
  const modules = {
    first,
    second: ofAll('The second'),
    third: ofAll('The third'),
    fourth: moduleSource({ title: 'The fourth', questions: question('one', 'one'), front: 'attempts: 1\n' }),
  };
  const ofPlace = departments.map((place) => ({
    slug: place,
    title: `Course ${canary(place, 'course')}`,
    audience: `[${place}]`,
    modules: {
      only: moduleSource({
        title: `Module ${canary(place, 'module')}`,
        parts: [`About ${canary(place, 'text')}.`],
        questions: quiz(canary(place, 'why')),
      }),
    },
  }));
  const common = { slug: 'common', title: 'Everyone', audience: 'everyone', modules };
  const talk = { 'culture/talks/a-talk.mdx': talkSource('A talk') };
  return writeContent(join(folder, 'content'), [common, ...ofPlace], { ...cultureFiles, ...talk });
}

/**
 * Three departments with somebody in each who has done and promised things; and one person of every role, who has
 * finished the first module of the common course, stands before the questions of the second, and has read the third.
 */
export async function canaryCompany(folder: string) {
  const siteId = await foundTestCompany();
  const imported = await importContent(system, content(folder));
  if (imported.broken.length + imported.waiting.length > 0) throw new Error(JSON.stringify(imported));
  await publishDrafts();
  const officeId = await departmentOf('The office', 'office');
  const departmentIds: Partial<Record<Place, string>> = {};
  const canaryIds: Partial<Record<Place, string>> = {};
  for (const place of departments) {
    const departmentId = await departmentOf(canary(place, 'department'), place);
    departmentIds[place] = departmentId;
    canaryIds[place] = await hire({
      name: `Kim ${canary(place, 'person')}`,
      email: `${canary(place, 'email')}@example.com`,
      employeeNumber: canary(place, 'number').toUpperCase(),
      jobTitle: canary(place, 'job'),
      departmentId,
      siteId,
    });
  }
  const shippingId = departmentIds.shipping!;
  const people: Record<Exclude<Role, 'anonymous'>, string> = {
    employee: await hire({ name: 'Emma Employee', departmentId: shippingId, siteId }),
    head: await hire({ name: 'Hedda Head', departmentId: shippingId, siteId }),
    editor: await hire({ name: 'Edgar Editor', departmentId: officeId, siteId, roles: ['editor'] }),
    hr: await hire({ name: 'Hugo Humans', departmentId: officeId, siteId, roles: ['hr'] }),
    admin: await hire({ name: 'Ada Admin', departmentId: officeId, siteId, roles: ['admin'] }),
  };
  await makeHead(shippingId, people.head);
  const second = await hire({ name: 'Erna Editor', departmentId: officeId, siteId, roles: ['editor'] });
  const { id: grantId } = await reader.roleGrant.findFirstOrThrow({ where: { personId: second } });
  const deputy = {
    departmentId: officeId,
    personId: people.admin,
    fromOn: '2999-01-01',
    untilOn: '2999-12-31',
  };
  const { deputyshipId } = await done(transact((tx) => nameDeputy(tx, system, deputy)));
  const holiday = { siteId, day: '2999-12-25', name: 'Christmas' };
  const { holidayId } = await done(transact((tx) => addHoliday(tx, system, holiday)));
  await workOnce();
  for (const place of departments) await live(canaryIds[place]!, place);
  const openTries: Record<string, string> = {};
  for (const [role, personId] of Object.entries(people)) {
    const actor = await actorOf(personId);
    await complete(actor, await textOf(actor, 'common', 'first'));
    openTries[role] = await openTry(actor, await textOf(actor, 'common', 'second'));
    await readThrough(actor, await textOf(actor, 'common', 'third'));
  }
  const requestId = await askForTryInVain(people.employee);
  await workOnce();
  const tablet = { name: 'In the office', departmentId: officeId };
  const { tabletId } = await done(transact((tx) => registerTablet(tx, system, tablet)));
  const { id: posterId } = await reader.document.findFirstOrThrow({ where: { kind: 'poster' } });
  const onWall = { siteId, documentId: posterId };
  const head = await actorOf(people.head);
  await done(transact((tx) => hangPoster(tx, head, onWall)));
  const screen = { name: 'Hall', language: 'en', seconds: 20, shape: 'wide' as const, showsThanks: false };
  const { screenId } = await done(
    transact((tx) => addScreen(tx, system, { ...screen, documentIds: [posterId] })),
  );
  await openPrinting(folder);
  const { code: certificateCode } = await reader.certificate.findFirstOrThrow({
    where: { personId: canaryIds.shipping! },
  });
  const ids = {
    siteId,
    holidayId,
    officeId,
    deputyshipId,
    grantId,
    tabletId,
    certificateCode,
    requestId,
    screenId,
  };
  const stopped = await whatHasStopped(people.employee);
  // Laid out by the worker.
  const { id: huddleId } = await reader.huddle.findFirstOrThrow({
    where: { departmentId: shippingId },
    orderBy: { mondayOn: 'asc' },
  });
  const invited = [people.head, people.employee, canaryIds.shipping!];
  const talks = await liveTalks(shippingId, invited);
  const mailingId = await planned(await publishIssue({ slug: 'canary', title: 'The canary issue' }));
  return { ...ids, huddleId, mailingId, ...stopped, ...talks, departmentIds, canaryIds, people, openTries };
}

/** All tries at the last module are used up, and one more is asked for. */
async function askForTryInVain(personId: string): Promise<string> {
  const actor = await actorOf(personId);
  const text = await textOf(actor, 'common', 'fourth');
  const { documentId } = text;
  const attemptId = await openTry(actor, text);
  const answers = await wrongAnswers(text);
  await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
  return (await done(transact((tx) => askForTry(tx, actor, { documentId })))).requestId;
}

/** For whoever looks after the program: a mail, and a reaction that did not succeed. */
async function whatHasStopped(personId: string): Promise<{ mailId: string; failedSeq: number }> {
  const template = 'sign-in-changed' as const;
  return transact(async (tx) => {
    const mail = { key: 'canary', template, personId, facts: { what: 'password' } };
    const { mailId } = await queueMail(tx, system, mail);
    await tx.mail.update({ where: { id: mailId }, data: { state: 'failed', reason: 'refused: 550 no' } });
    const failedSeq = await lastSeq(tx);
    await keepTry(tx, { reaction: 'notify-of-course', seq: failedSeq, reason: 'Error: no luck' });
    return { mailId, failedSeq };
  });
}

async function live(personId: string, place: Place): Promise<void> {
  const actor = await actorOf(personId);
  const text = await textOf(actor, place, 'only');
  await complete(actor, text);
  const { documentId, versionId } = text;
  const promise = { documentId, versionId, text: `I will ${canary(place, 'promise')}` };
  await transact((tx) => makeCommitment(tx, actor, promise));
  const { id: commitmentId } = await reader.commitment.findFirstOrThrow({ where: { personId } });
  const went = { commitmentId, outcome: 'not-yet' as const, text: `It went ${canary(place, 'promise')}` };
  await done(transact((tx) => tellHowItWent(tx, actor, went)));
  await transact((tx) => keepChangesSeen(tx, { personId, versionId }));
}

export type CanaryCompany = Awaited<ReturnType<typeof canaryCompany>>;
