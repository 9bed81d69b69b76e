// Fills a data folder for the measurements, through the verbs that people would have used, and writes what is
// needed to ask for it. A process of its own: what it takes must not count as memory of the server.
import { writeFileSync } from 'node:fs';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { keepPlace } from '#app/domain/learning/modules/keep-place.server.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { readMyCourses } from '#app/domain/learning/courses/course-reads.server.ts';
import { findModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { readSites } from '#app/domain/people/directory/site-reads.server.ts';
import type { ModuleTree, Part, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { castEmail } from '#app/domain/sample/cast.ts';
import { findPassword } from '#app/domain/access/passwords/credential-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { openHouse } from '../app/jobs/open-house.server.ts';
import { questionFieldName } from '../app/routes/learn/quiz/quiz-form.ts';
import type { Submission } from './load.ts';

export type Prepared = { page: { path: string; email: string }; submissions: Submission[] };

/** How many people come in one transaction. */
const atOnce = 25;

type Text = { documentId: string; versionId: string; tree: ModuleTree; home: string };

type Taken<T> = Exclude<T, { refused: string }>;

async function must<T extends object>(result: Promise<T>): Promise<Taken<T>> {
  const answer = await result;
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Taken<T>;
}

async function signIn(tx: Tx, personId: string) {
  const { token, expiresAt } = await must(openSession(tx, system, { personId, method: 'password' }));
  const session = await sessionByToken(tx, token);
  if (!session) throw new Error('A session that was just opened is missing.');
  return { actor: session.actor, token, expiresAt };
}

async function firstModule(actor: PersonActor): Promise<Text> {
  const course = (await readMyCourses(reader, actor))[0];
  const slug = course?.modules[0]?.slug;
  const place = course && slug ? await findModule(reader, actor, course.slug, slug) : null;
  const versionId = place?.module.editions[0]?.versionId;
  const version = versionId ? await readVersion(reader, versionId) : null;
  if (!place || !version) throw new Error('There is no module to read.');
  const home = `/learn/${place.course.slug}/${place.module.slug}`;
  return { documentId: version.documentId, versionId: version.id, tree: version.tree as ModuleTree, home };
}

function countNamed(nodes: TreeNode[], name: string): number {
  return nodes.reduce<number>((sum, node) => {
    if (typeof node === 'string') return sum;
    return sum + (node.name === name ? 1 : 0) + countNamed(node.children ?? [], name);
  }, 0);
}

/** The text with the most case studies: they are what makes a page long. */
function longestPart(tree: ModuleTree): Part {
  const studies = (part: Part) => (part.kind === 'text' ? countNamed(part.nodes, 'CaseStudy') : -1);
  const [first] = readingParts(tree).toSorted((a, b) => studies(b) - studies(a));
  if (!first) throw new Error('The module has no part to read.');
  return first;
}

/** What the form of the quiz would send with every answer right. */
async function rightForm({ tree, versionId }: Text): Promise<URLSearchParams> {
  const key = await readAnswerKey(reader, versionId);
  const form = new URLSearchParams();
  for (const question of questionsOf(tree)) {
    const name = questionFieldName(question);
    for (const [place, id] of (key[question.id]?.right ?? []).entries()) {
      if (question.kind === 'order') form.append(`${name}.${id}`, String(place + 1));
      else form.append(name, id);
    }
  }
  return form;
}

async function read(tx: Tx, actor: PersonActor, { documentId, versionId, tree }: Text): Promise<void> {
  const slugs = readingParts(tree).map(({ slug }) => slug);
  await beginModule(tx, actor, { documentId, versionId, firstPart: slugs[0] ?? 'quiz' });
  for (const readPart of slugs) {
    await keepPlace(tx, { personId: actor.id, documentId, readPart, nextPart: 'quiz' });
  }
}

type Hire = { departmentId: string; siteId: string; number: number };

/** Somebody new who has read the module and has a try open. */
async function readyToSubmit(tx: Tx, hire: Hire, text: Text, form: URLSearchParams): Promise<Submission> {
  const { number, ...place } = hire;
  const name = `Packer ${number}`;
  const person = { name, language: 'en', hiredOn: '2024-02-01', jobTitle: 'Packer', ...place };
  const email = `packer-${number}@bench.example`;
  const { personId } = await must(addPerson(tx, system, { ...person, email }));
  const { actor, token, expiresAt } = await signIn(tx, personId);
  await read(tx, actor, text);
  const { attemptId } = await must(startAttempt(tx, actor, { documentId: text.documentId }));
  const cookie = (await keepSessionToken(token, expiresAt)).split(';', 1)[0] ?? '';
  return { path: `${text.home}/quiz`, cookie, body: `attempt=${attemptId}&${form.toString()}` };
}

async function prepare(people: number): Promise<Prepared> {
  const email = castEmail('ada');
  const ada = await findPassword(reader, email);
  if (!ada) throw new Error('The sample company has no Ada.');
  const { actor } = await transact((tx) => signIn(tx, ada.personId));
  const text = await firstModule(actor);
  await transact((tx) => read(tx, actor, text));
  const siteId = (await readSites(reader))[0]?.id;
  const { departmentId } = actor;
  if (!siteId || !departmentId) throw new Error('The sample company has no place to work at.');
  const form = await rightForm(text);
  const submissions: Submission[] = [];
  while (submissions.length < people) {
    const from = submissions.length;
    const some = await transact(async (tx) => {
      const made: Submission[] = [];
      for (let number = from; number < Math.min(people, from + atOnce); number += 1) {
        made.push(await readyToSubmit(tx, { departmentId, siteId, number }, text, form));
      }
      return made;
    });
    submissions.push(...some);
  }
  return { page: { path: `${text.home}?part=${longestPart(text.tree).slug}`, email }, submissions };
}

const [people = '0', file = ''] = process.argv.slice(2);
const house = await openHouse({ root: process.cwd(), sample: true, port: 0, say: () => undefined });
writeFileSync(file, JSON.stringify(await prepare(Number(people))));
await house.close();
