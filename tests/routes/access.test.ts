import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenToken } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { Outcome, Role } from '../support/access-rows.ts';
import { roles } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import type { Answer, Ask } from '../support/asking.ts';
import { ask, kinds, outcomeOf } from '../support/asking.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { allCanaries, strayCanaries } from '../support/canaries.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
const cookies: Partial<Record<Role, string>> = {};

async function signInAll(): Promise<void> {
  for (const [role, personId] of Object.entries(company.people))
    cookies[role as Role] = await cookieOf(personId);
}

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  await signInAll();
});

afterAll(() => database.close());

const endsSessions = ['/sign-out', '/account/sessions/end-all'];

/** Which module of the common course stands where its page needs it. */
const moduleFor: Record<string, string> = { attempt: 'third', quiz: 'second' };

function addressOf(path: string): string {
  const params: Record<string, string> = {
    course: 'common',
    case: 'a-case-for-all',
    talk: 'a-talk',
    meeting: company.meetingId,
    action: company.actionId,
    module: moduleFor[path.split('/').at(-1)!] ?? 'first',
    person: path.startsWith('/team/') ? company.canaryIds.shipping! : company.canaryIds.sales!,
    department: company.officeId,
    grant: company.grantId,
    file: `${'0'.repeat(64)}.png`,
    deputyship: company.deputyshipId,
    site: company.siteId,
    holiday: company.holidayId,
    tablet: company.tabletId,
    poster: 'a-poster',
    screen: company.screenId,
    token: path.startsWith('/screen') ? screenToken({ id: company.screenId, generation: 1 }) : 'none',
    request: company.requestId,
    huddle: company.huddleId,
    issue: 'an-issue',
    kind: 'origin',
    type: 'poster',
    slug: 'a-poster',
    session: 'nobodys',
    reaction: 'notify-of-course',
    code: company.certificateCode,
    seq: String(company.failedSeq),
    job: 'expired-sessions',
    mail: company.mailId,
    mailing: company.mailingId,
    '*': 'nowhere/at/all',
  };
  return path.replace(/:(\w+)|\*/g, (match, name?: string) => params[name ?? match]!);
}

function formFor(path: string, role: Role): Record<string, string> {
  // What a press does once cannot be done again for the next role: something that is not asked for is sent along.
  if (/\/(remove|take-down|cancel)$/.test(path)) return { notAsked: 'x' };
  return path.endsWith('/quiz') ? { attempt: company.openTries[role] ?? '' } : {};
}

/** What went otherwise than the table says, in words; nothing where all is well. */
function deviations(asked: Ask, role: Role, expected: Outcome, answer: Answer): string[] {
  const what = `${asked.method ?? 'GET'} ${asked.path} as ${role}, ${asked.kind}`;
  const got = outcomeOf(answer);
  const seen =
    got === 'ok'
      ? strayCanaries(role, answer.text, asked.path)
      : allCanaries.filter((one) => answer.text.includes(one));
  return [
    ...(got === expected ? [] : [`${what}: ${got} instead of ${expected}`]),
    ...(seen.length === 0 ? [] : [`${what}: shows ${seen.join(', ')}`]),
  ];
}

describe('every route keeps its row of the access table', () => {
  test.each(leaves)('when it is read: $path', async (leaf) => {
    const row = accessTable[leaf.path];
    const found: string[] = [];
    for (const role of roles) {
      for (const kind of kinds) {
        const asked = { path: addressOf(leaf.path), kind, cookie: cookies[role] };
        found.push(...deviations(asked, role, row!.get[role], await ask(asked)));
      }
    }
    expect(found).toEqual([]);
  });

  test.each(leaves)('when something is sent to it: $path', async (leaf) => {
    const row = accessTable[leaf.path];
    const found: string[] = [];
    for (const role of roles) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const kind of ['document', 'data'] as const) {
          const form = formFor(leaf.path, role);
          const asked = { path: addressOf(leaf.path), kind, method, form, cookie: cookies[role] };
          found.push(...deviations(asked, role, row!.change[role], await ask(asked)));
        }
      }
    }
    if (endsSessions.includes(leaf.path)) await signInAll();
    expect(found).toEqual([]);
  });
});

describe('a session that is none opens nothing', () => {
  const guarded = leaves.filter(({ path }) => accessTable[path]?.get.anonymous === 'sign-in');

  test.each(['a cookie nobody signed', 'a session that has expired', 'somebody who has left'])(
    '%s',
    async (which) => {
      const personId = company.people.admin;
      const signed = await cookieOf(personId);
      let cookie = signed;
      if (which.startsWith('a cookie')) cookie = `${signed.slice(0, -4)}AAAA`;
      else if (which.startsWith('a session')) {
        await transact((tx) =>
          tx.session.updateMany({ where: { personId }, data: { expiresAt: new Date(0) } }),
        );
      } else
        await transact((tx) =>
          tx.employment.updateMany({ where: { personId }, data: { leftOn: '2024-12-31' } }),
        );
      for (const leaf of guarded) {
        expect(outcomeOf(await ask({ path: addressOf(leaf.path), cookie })), leaf.path).toBe('sign-in');
      }
      await transact((tx) => tx.employment.updateMany({ where: { personId }, data: { leftOn: null } }));
      await signInAll();
    },
  );

  test('a password that somebody else chose opens only the page to change it', async () => {
    const personId = company.people.hr;
    const data = {
      id: 'c',
      personId,
      kind: 'password',
      issuer: 'everyhand',
      subject: personId,
      secretHash: 'none',
    };
    const at = { createdAt: new Date(), changedAt: new Date() };
    await transact((tx) => tx.credential.create({ data: { ...data, ...at, mustChange: true } }));
    for (const leaf of guarded) {
      const { status, location } = await ask({ path: addressOf(leaf.path), cookie: cookies.hr });
      if (leaf.path === '/password') expect(status).toBe(200);
      else expect(location, leaf.path).toMatch(/^\/password\?next=/);
    }
    await transact((tx) => tx.credential.deleteMany({ where: { id: 'c' } }));
  });
});
