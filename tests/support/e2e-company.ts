import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { request } from '@playwright/test';
import type { Server } from './e2e-server.ts';

/** Who signs in with what. */
export type Access = { name: string; email: string; password: string };

const person = (first: string, rest: string): Access => ({
  name: `${first} ${rest}`,
  email: `${first.toLowerCase()}@northgate.example`,
  password: `${first.toLowerCase()} waters the ferns`,
});

/** The people of the company that the tests found: who keeps it, who heads Shipping, and who packs. */
export const olga = person('Olga', 'Lindqvist');
export const hilde = person('Hilde', 'Strand');
export const lena = person('Lena', 'Vogel');

export type CompanyKind = 'none' | 'founded' | 'sample';

/** Where the folders made before all tests lie; every test file works on a copy. */
export const madeFolder = (kind: CompanyKind) => join(process.env.EVERYHAND_E2E_MADE ?? '', kind);

export function copyData(kind: CompanyKind, to: string): void {
  if (kind !== 'none') cpSync(madeFolder(kind), to, { recursive: true });
}

/** A browser without pages: it keeps cookies and sends forms. */
export function openVisit(server: Pick<Server, 'url'>): Promise<APIRequestContext> {
  return request.newContext({ baseURL: server.url, maxRedirects: 0 });
}

/** Sends a form that has to be taken; resolves to the address it leads to. */
export async function send(visit: APIRequestContext, path: string, fields: Record<string, string>) {
  const response = await visit.post(path, { form: fields });
  const to = response.headers()['location'];
  if (response.status() !== 303 || !to) {
    throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  }
  return to;
}

export async function signInBySending(visit: APIRequestContext, { email, password }: Access) {
  await send(visit, '/sign-in', { email, password });
}

export const companyAnswers = {
  name: 'Northgate Parcels',
  timeZone: 'Europe/Warsaw',
  language: 'en',
  site: 'Gdynia',
  department: 'People',
};

/** The first run with Olga in it, then a department for Shipping with its head, and one packer. */
export async function foundCompany(server: Server): Promise<void> {
  const visit = await openVisit(server);
  const token = new URL(server.firstRunLink ?? '').search;
  await send(visit, `/first-run/company${token}`, {
    ...companyAnswers,
    adminName: olga.name,
    email: olga.email,
    password: olga.password,
  });
  await send(visit, '/hr/departments/new', { name: 'Shipping', function: 'shipping' });
  await addPerson(server, visit, { ...hilde, department: 'Shipping' });
  await addPerson(server, visit, { ...lena, department: 'Shipping' });
  const department = await optionValue(visit, '/hr/people/new', 'Shipping');
  const form = `/hr/departments/${department}/place`;
  await send(visit, form, { head: hilde.email, fromOn: await dayIn(visit, form, 'fromOn') });
  await visit.dispose();
}

type NewPerson = Access & { department: string };

/** Somebody new whom HR adds, and who has chosen a password with the slip that HR prints for them. */
export async function addPerson(server: Server, hr: APIRequestContext, someone: NewPerson): Promise<void> {
  const { name, email, password } = someone;
  const form = '/hr/people/new';
  const hiredOn = /name="hiredOn"[^>]*value="([\d-]+)"/.exec(await (await hr.get(form)).text())?.[1] ?? '';
  const added = await send(hr, form, {
    name,
    email,
    departmentId: await optionValue(hr, form, someone.department),
    siteId: await optionValue(hr, form, companyAnswers.site),
    hiredOn,
  });
  const code = await printSlip(hr, added.replace(/\/added$/, '/slip'));
  const visit = await openVisit(server);
  await send(visit, '/code/password', { email, code, fresh: password });
  await visit.dispose();
}

/** Has a slip made; resolves to the short code on it. */
async function printSlip(hr: APIRequestContext, path: string): Promise<string> {
  const page = await (await hr.post(path, { form: {} })).text();
  const code = /class="slip-code"[^>]*>([^<]+)</.exec(page)?.[1];
  if (!code) throw new Error(`${path} shows no code: ${page}`);
  return code;
}

/** A learner of Shipping whom no other test knows. */
export async function addLearner(server: Server, first: string): Promise<Access> {
  const hr = await openVisit(server);
  await signInBySending(hr, olga);
  const learner = person(first, 'Newcomer');
  await addPerson(server, hr, { ...learner, department: 'Shipping' });
  await hr.dispose();
  return learner;
}

/** The day that a field of a form is filled in with. */
async function dayIn(visit: APIRequestContext, path: string, field: string): Promise<string> {
  const page = await (await visit.get(path)).text();
  return new RegExp(`name="${field}"[^>]*value="([\\d-]+)"`).exec(page)?.[1] ?? '';
}

/** What stands behind an option of a select, by its words. */
async function optionValue(visit: APIRequestContext, path: string, words: string): Promise<string> {
  const page = await (await visit.get(path)).text();
  for (const [, value = '', label] of page.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)) {
    if (label?.trim() === words) return value;
  }
  throw new Error(`${path} offers no ${words}.`);
}
