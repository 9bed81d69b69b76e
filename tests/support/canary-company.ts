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
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import type { Role } from './access-table.ts';
import { caseStudy, moduleSource, question, writeContent } from './content.ts';
import { complete, openTry, readThrough, textOf, wrongAnswers } from './learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from './staff.ts';

const departments = ['shipping', 'finance', 'sales'] as const;
type Place = (typeof departments)[number];
type Kind =
  'person' | 'email' | 'number' | 'job' | 'department' | 'course' | 'module' | 'text' | 'promise' | 'why';

/** A string that occurs nowhere but in what it names. */
export const canary = (place: Place, kind: Kind) => `canary${place}${kind}`;

const onesOf = (place: Place, ...kinds: Kind[]) => kinds.map((kind) => canary(place, kind));
const everywhere = (...kinds: Kind[]) => departments.flatMap((place) => onesOf(place, ...kinds));

const allKinds: Kind[] = [
  'person',
  'email',
  'number',
  'job',
  'department',
  'course',
  'module',
  'text',
  'promise',
  'why',
];
export const allCanaries = everywhere(...allKinds);

const texts: Kind[] = ['course', 'module', 'text'];
const aboutPeople: Kind[] = ['person', 'email', 'number', 'job', 'department'];

/** What each role may come across. The employee and the head work in shipping, the others in the office. */
const visible: Record<Role, string[]> = {
  anonymous: [],
  employee: onesOf('shipping', ...texts),
  head: onesOf('shipping', ...texts, 'person', 'department'),
  editor: everywhere(...texts),
  hr: everywhere(...aboutPeople, 'course', 'module'),
  // The audit trail names the editions that were published; what anybody took of them it does not.
  admin: everywhere(...aboutPeople, 'course', 'module'),
};

/** A slip says what its bearer signs in with, to whoever prints it. */
const onSlips = onesOf('shipping', 'email', 'number');

/** A certificate says whose it is and for what, to whoever has its code. */
const onCertificates = onesOf('shipping', 'person', 'course');
/** And to HR, all that is printed on it. */
const onSheets = onesOf('shipping', 'module');

/** What a page allows beyond the rest. */
function alsoOn(role: Role, path: string): string[] {
  if (path.endsWith('/slip')) return onSlips;
  if (!/\/certificates\/./.test(path)) return [];
  return role === 'hr' ? [...onCertificates, ...onSheets] : onCertificates;
}

/** Whatever a role may not see and sees in a text, which a page may allow more of. */
export function strayCanaries(role: Role, text: string, path = ''): string[] {
  const allowed = [...visible[role], ...alsoOn(role, path)];
  return allCanaries.filter((token) => text.includes(token) && !allowed.includes(token));
}

const quiz = (mark: string) => question('one', 'one', mark) + question('two', 'order', mark);

function content(folder: string): string {
  const common = (title: string) =>
    moduleSource({
      title,
      parts: ['Plain words.', '<Commitment prompt="What will you do?" />'],
      questions: quiz('commonwhy'),
    });
  const first = `${common('The first')}\n`.replace(
    'Plain words.',
    caseStudy({ id: 'a-case-for-all', title: 'A case for all', more: 'standard="begin-the-repair"' }),
  );
  const modules = {
    first,
    second: common('The second'),
    third: common('The third'),
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
  return writeContent(join(folder, 'content'), [
    { slug: 'common', title: 'Everyone', audience: 'everyone', modules },
    ...ofPlace,
  ]);
}

/**
 * Three departments with somebody in each who has done and promised things; and one person of every role, who has
 * finished the first module of the common course, stands before the questions of the second, and has read the third.
 */
export async function canaryCompany(folder: string) {
  const siteId = await foundTestCompany();
  const imported = await importContent(system, content(folder));
  if (imported.broken.length + imported.waiting.length > 0) throw new Error(JSON.stringify(imported));
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
  const { code: certificateCode } = await reader.certificate.findFirstOrThrow({
    where: { personId: canaryIds.shipping! },
  });
  const ids = { siteId, holidayId, officeId, deputyshipId, grantId, tabletId, certificateCode, requestId };
  const stopped = await whatHasStopped(people.employee);
  return { ...ids, ...stopped, departmentIds, canaryIds, people, openTries };
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
