import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import type { FunctionId } from '#app/domain/people/department.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureSessionCookie, keepSessionToken } from '#app/platform/session/session-cookie.server.ts';

/** The result of a verb that has to have succeeded. */
export async function done<T extends object>(result: Promise<T>): Promise<Exclude<T, { refused: string }>> {
  const answer = await result;
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: string }>;
}

/** A company with one site, and a cookie to sign in with. Returns the site. */
export async function foundTestCompany(options: { name?: string; https?: boolean } = {}): Promise<string> {
  configureSessionCookie({ secret: 'a secret for tests, and long enough', https: options.https ?? false });
  const company = {
    name: options.name ?? 'Oak & Sons',
    timeZone: 'UTC',
    language: 'en' as const,
    sample: false,
  };
  await done(transact((tx) => foundCompany(tx, system, company)));
  const site = { name: 'Main', timeZone: 'UTC', paper: 'a4' as const, daysOff: [6, 7] };
  return (await done(transact((tx) => addSite(tx, system, site)))).siteId;
}

export async function departmentOf(
  name: string,
  functionId?: FunctionId,
  parentId?: string,
): Promise<string> {
  const input = { name, function: functionId, parentId, fromOn: '2024-01-01' };
  return (await done(transact((tx) => addDepartment(tx, system, input)))).departmentId;
}

export type Hire = {
  name: string;
  departmentId: string;
  siteId: string;
  email?: string;
  employeeNumber?: string;
  jobTitle?: string;
  language?: string;
  roles?: Role[];
};

export async function hire({ roles = [], ...rest }: Hire): Promise<string> {
  const email = rest.email ?? `${rest.name.toLowerCase().replace(/[^a-z]+/g, '-')}@example.com`;
  const person = { language: 'en', hiredOn: '2024-02-01', jobTitle: '', ...rest, email };
  const { personId } = await done(transact((tx) => addPerson(tx, system, person)));
  for (const role of roles) await done(transact((tx) => grantRole(tx, system, { personId, role })));
  return personId;
}

export async function makeHead(departmentId: string, headId: string): Promise<void> {
  const place = { departmentId, parentId: null, headId, fromOn: '2024-03-01' };
  await done(transact((tx) => placeDepartment(tx, system, place)));
}

export async function leave(personId: string, leftOn = '2024-12-31'): Promise<void> {
  await done(transact((tx) => closePerson(tx, system, { personId, leftOn })));
}

async function sessionOf(personId: string): Promise<{ token: string; expiresAt: Date }> {
  return done(transact((tx) => openSession(tx, system, { personId, method: 'password' })));
}

/** As every page would come by it. */
export async function actorOf(personId: string): Promise<PersonActor> {
  const { token } = await sessionOf(personId);
  const session = await sessionByToken(reader, token);
  if (!session) throw new Error('no session');
  return session.actor;
}

/** What a browser sends after signing in. */
export async function cookieOf(personId: string): Promise<string> {
  const { token, expiresAt } = await sessionOf(personId);
  return (await keepSessionToken(token, expiresAt)).split(';', 1)[0]!;
}
