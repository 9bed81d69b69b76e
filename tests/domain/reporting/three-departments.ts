import { ulid } from 'ulid';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { completeModule } from '#app/domain/learning/completions/complete-module.server.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import type { FunctionId } from '#app/domain/people/department.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

const password = 'ten characters and more';

/** The result of a verb that has to have succeeded. */
export async function done<T extends object>(result: Promise<T>): Promise<Exclude<T, { refused: string }>> {
  const answer = await result;
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: string }>;
}

async function department(name: string, functionId?: FunctionId, parentId?: string): Promise<string> {
  const input = { name, function: functionId, parentId, fromOn: '2024-01-01' };
  return (await done(transact((tx) => addDepartment(tx, system, input)))).departmentId;
}

type Hire = {
  key: string;
  name: string;
  departmentId: string;
  siteId: string;
  hiredOn?: string;
  roles?: Role[];
};

async function hire({
  key,
  name,
  departmentId,
  siteId,
  hiredOn = '2024-02-01',
  roles = [],
}: Hire): Promise<string> {
  const person = {
    name,
    email: `${key}@example.com`,
    employeeNumber: `N-${key.toUpperCase()}`,
    language: 'en',
    departmentId,
    siteId,
    hiredOn,
    jobTitle: `${key} at work`,
  };
  const { personId } = await done(transact((tx) => addPerson(tx, system, person)));
  for (const role of roles) await done(transact((tx) => grantRole(tx, system, { personId, role })));
  return personId;
}

type Course = { documentId: string; modules: { documentId: string; versionId: string }[] };

async function version(documentId: string, title: string, front: object, number = 1): Promise<string> {
  const id = ulid();
  const text = { source: '', sourceHash: id, tree: '{}', treeFormat: 1, answerKey: '{}' };
  await transact(async (tx) => {
    await tx.version.create({
      data: {
        id,
        documentId,
        language: 'en',
        number,
        title,
        front: JSON.stringify(front),
        createdAt: now(),
        ...text,
      },
    });
    const change = 'informative';
    await tx.publication.create({
      data: { id: ulid(), documentId, versionId: id, language: 'en', change, publishedAt: now() },
    });
  });
  return id;
}

async function course(
  slug: string,
  title: string,
  audience: string[] | 'everyone',
  count: number,
): Promise<Course> {
  const modules: Course['modules'] = [];
  for (let index = 1; index <= count; index += 1) {
    const documentId = ulid();
    const data = { id: documentId, kind: 'module', slug: `${slug}/m${index}`, createdAt: now() };
    await transact((tx) => tx.document.create({ data }));
    // The second module of a course is on its third edition.
    const versionId = await version(documentId, `${title} ${index}`, { minutes: 5 }, index === 2 ? 3 : 1);
    modules.push({ documentId, versionId });
  }
  const documentId = ulid();
  await transact((tx) =>
    tx.document.create({ data: { id: documentId, kind: 'course', slug, createdAt: now() } }),
  );
  const fromVersionId = await version(documentId, title, { audience });
  for (const [position, module] of modules.entries()) {
    const data = { id: ulid(), fromVersionId, toDocumentId: module.documentId, part: 'module', position };
    await transact((tx) => tx.reference.create({ data }));
  }
  return { documentId, modules };
}

/** As the session would give them, for the verbs of learning. */
export function actorOf(id: string, more: Partial<PersonActor> = {}): PersonActor {
  const nothing = { departmentId: null, function: null, roles: [], headOf: [], mustChangePassword: false };
  return { kind: 'person', id, name: '', language: 'en', siteTimeZone: 'Europe/Warsaw', ...nothing, ...more };
}

async function read(personId: string, of: Course, index: number, finish: boolean): Promise<void> {
  const { documentId, versionId } = of.modules[index]!;
  const actor = actorOf(personId);
  await transact((tx) => beginModule(tx, actor, { documentId, versionId, firstPart: 'one' }));
  if (finish) await transact((tx) => completeModule(tx, actor, { documentId, versionId, attemptId: null }));
}

/**
 * Operations with Shipping below it, and Sales beside them. Ada has done all, Łukasz has begun, nobody else has.
 * Gone left yesterday's year; Soon begins in a year to come.
 */
export async function threeDepartments() {
  const company = { name: 'Three', timeZone: 'Europe/Warsaw', language: 'en' as const, sample: false };
  await done(transact((tx) => foundCompany(tx, system, company)));
  const site = { name: 'Gdańsk', timeZone: 'Europe/Warsaw', paper: 'a4' as const, daysOff: [6, 7] };
  const { siteId } = await done(transact((tx) => addSite(tx, system, site)));
  const operations = await department('Operations');
  const shipping = await department('Shipping', 'shipping', operations);
  const sales = await department('Sales', 'sales');
  const at = (departmentId: string) => ({ departmentId, siteId });
  const people = {
    ada: await hire({ key: 'ada', name: 'Ada Kowalska', ...at(shipping) }),
    ben: await hire({ key: 'ben', name: 'Ben Nowicki', ...at(shipping) }),
    lukasz: await hire({ key: 'lukasz', name: 'Łukasz Żak', ...at(shipping) }),
    chidi: await hire({ key: 'chidi', name: 'Chidi Okafor', ...at(operations), roles: ['hr'] }),
    farah: await hire({ key: 'farah', name: 'Farah Aziz', ...at(operations), roles: ['admin'] }),
    canary: await hire({ key: 'canary', name: 'Canary Żółta', ...at(sales) }),
    gone: await hire({ key: 'gone', name: 'Gone Away', ...at(shipping) }),
    soon: await hire({ key: 'soon', name: 'Soon Coming', ...at(shipping), hiredOn: '2999-01-01' }),
  };
  await transact((tx) =>
    tx.employment.updateMany({ where: { personId: people.gone }, data: { leftOn: '2025-01-01' } }),
  );
  const place = { departmentId: shipping, parentId: operations, headId: people.ben, fromOn: '2024-02-01' };
  await done(transact((tx) => placeDepartment(tx, system, place)));
  const secretHash = await hashPassword(password);
  for (const personId of Object.values(people)) {
    await done(transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false })));
  }
  const everyone = await course('everyone', 'Everyone’s job', 'everyone', 2);
  const parcel = await course('parcel', 'The parcel', ['shipping'], 1);
  const offer = await course('offer', 'The offer', ['sales'], 1);
  await read(people.ada, everyone, 0, true);
  await read(people.ada, everyone, 1, true);
  await read(people.ada, parcel, 0, true);
  await read(people.lukasz, everyone, 0, true);
  await read(people.lukasz, parcel, 0, false);
  return {
    siteId,
    departments: { operations, shipping, sales },
    people,
    courses: { everyone, parcel, offer },
  };
}

export type ThreeDepartments = Awaited<ReturnType<typeof threeDepartments>>;

/** How many rows there are of what a form could have made. */
export async function rowCounts(): Promise<number[]> {
  return Promise.all([
    reader.person.count(),
    reader.department.count(),
    reader.departmentPlacement.count(),
    reader.roleGrant.count(),
    reader.credential.count(),
    reader.event.count(),
  ]);
}
