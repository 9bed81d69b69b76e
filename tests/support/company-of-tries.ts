import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from './content.ts';
import { openTestDatabase } from './database.ts';
import type { OpenText } from './learning.ts';
import { openTry, textOf, wrongAnswers } from './learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from './staff.ts';

/**
 * A module with two tries and one without limit, for everyone; Ben heads Shipping, Zed heads Sales, nobody heads the
 * office, and Chidi is in HR.
 */
export async function companyOfTries() {
  const database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const officeId = await departmentOf('The office');
  const shippingId = await departmentOf('Shipping', 'shipping');
  const salesId = await departmentOf('Sales', 'sales');
  const only = moduleSource({ title: 'Only', questions: question('a', 'one'), front: 'attempts: 2\n' });
  const free = moduleSource({ title: 'Free', questions: question('a', 'one') });
  const course = { slug: 'common', title: 'Everyone', audience: 'everyone', modules: { only, free } };
  await importContent(system, writeContent(`${database.folder}/content`, [course]));
  const person = (name: string, departmentId: string, roles: Role[] = [], email?: string) =>
    hire({ name, departmentId, siteId, roles, email });
  const benId = await person('Ben', shippingId);
  const zedId = await person('Zed', salesId);
  await makeHead(shippingId, benId);
  await makeHead(salesId, zedId);
  const chidiId = await person('Chidi', officeId, ['hr']);
  const ben = await actorOf(benId);
  const text = await textOf(ben, 'common', 'only');
  // A reaction follows from where it first looked.
  await workOnce();
  const [zed, chidi] = [await actorOf(zedId), await actorOf(chidiId)];
  return { database, officeId, shippingId, person, ben, zed, chidi, text };
}

export async function failOnce(actor: PersonActor, text: OpenText): Promise<void> {
  const { documentId } = text;
  const attemptId = await openTry(actor, text);
  const answers = await wrongAnswers(text);
  await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
}
