import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { eraseHolder } from '#app/domain/learning/certificates/erase-holder.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask, kinds } from '../../support/asking.ts';
import { certify, publishCourse } from '../../support/certified.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { cookieOf, departmentOf, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let ada: { code: string; id: string };
let gone: { code: string; personId: string };
const cookies: Record<string, string> = {};
const makePublic = (publicCertificates: boolean) =>
  transact((tx) => tx.company.updateMany({ data: { publicCertificates } }));

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await publishCourse(database.folder, 'plain', 12);
  const people = {
    ada: await hire({ name: 'Ada Nowak', ...place }),
    zed: await hire({ name: 'Zed Other', ...place }),
    chidi: await hire({ name: 'Chidi', roles: ['hr'], ...place }),
    farah: await hire({ name: 'Farah', roles: ['admin'], ...place }),
  };
  for (const [name, id] of Object.entries(people)) cookies[name] = await cookieOf(id);
  ada = await certify(people.ada, 'plain');
  const personId = await hire({ name: 'Gwendolen Parted', ...place });
  gone = { ...(await certify(personId, 'plain')), personId };
  await leave(personId);
});

beforeEach(() => makePublic(true));

afterAll(() => database.close());

const pageOf = (code: string) => `/certificates/${code}`;

describe('the page of a certificate', () => {
  test('tells a stranger the name, the course, the day and the state, and nothing else', async () => {
    for (const kind of kinds) {
      const { status, text, headers } = await ask({ path: pageOf(ada.code), kind, address: '192.0.2.1' });
      expect(status).toBe(200);
      for (const said of ['Ada Nowak', 'Course plain']) expect(text).toContain(said);
      expect(text).not.toMatch(/First of plain|Second of plain|ada-nowak@|\.pdf|Edition|personId/);
      expect(headers.get('X-Robots-Tag')).toBe('noindex');
    }
    const { text } = await ask({ path: pageOf(ada.code), address: '192.0.2.1' });
    expect(text).toContain('Valid');
    expect(text).not.toContain('Valid until');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
  });

  test('is found however the code was typed', async () => {
    const typed = ada.code.toLowerCase().replaceAll('-', '');
    expect((await ask({ path: pageOf(typed) })).text).toContain('Ada Nowak');
  });

  test('tells a colleague no more than a stranger', async () => {
    const { text } = await ask({ path: pageOf(ada.code), cookie: cookies.zed });
    expect(text).toContain('Ada Nowak');
    expect(text).not.toMatch(/First of plain|\.pdf|Valid until/);
  });

  test('leads its holder and HR to the file', async () => {
    for (const who of ['ada', 'chidi']) {
      const { text } = await ask({ path: pageOf(ada.code), cookie: cookies[who] });
      expect(text).toContain(`href="/certificates/${ada.code}.pdf"`);
      expect(text).toContain('Second of plain');
    }
  });

  test('is its holder’s and HR’s alone where the company does not want it looked up', async () => {
    await makePublic(false);
    for (const kind of kinds) {
      const { text, location } = await ask({ path: pageOf(ada.code), kind });
      expect(location).toBe(`/sign-in?next=${encodeURIComponent(pageOf(ada.code))}`);
      expect(text).not.toContain('Ada');
      const nobodys = await ask({ path: pageOf('2222-2222-2222-2222'), kind });
      expect(nobodys.location).toMatch(/^\/sign-in\?next=/);
    }
    for (const who of ['zed', 'farah']) {
      expect((await ask({ path: pageOf(ada.code), cookie: cookies[who] })).status).toBe(404);
    }
    for (const who of ['ada', 'chidi']) {
      expect((await ask({ path: pageOf(ada.code), cookie: cookies[who] })).status).toBe(200);
    }
    const file = await ask({ path: `${pageOf(ada.code)}.pdf`, cookie: cookies.ada });
    expect(file.status).toBe(200);
  });

  test('is not there for a wrong code, and a guesser is soon told to wait', async () => {
    const guess = (code: string, address = '198.51.100.7') => ask({ path: pageOf(code), address });
    const answers = [];
    for (const code of ['2222-2222-2222-2222', 'nonsense', ada.id, '%00']) answers.push(await guess(code));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    for (let more = 4; more < 30; more += 1) await guess(`${'2'.repeat(15)}${String((more % 8) + 2)}`);
    const { status, text } = await guess('3333-3333-3333-3333');
    expect(status).toBe(429);
    expect(text).toContain('minute');
    expect((await guess(ada.code)).text).not.toContain('Ada');
    // From elsewhere nobody has to wait for them, nor whoever is signed in.
    expect((await guess(ada.code, '203.0.113.9')).status).toBe(200);
    const own = await ask({ path: pageOf(ada.code), address: '198.51.100.7', cookie: cookies.ada });
    expect(own.status).toBe(200);
  });

  test('of right codes none is counted', async () => {
    for (let look = 0; look < 40; look += 1) {
      expect((await ask({ path: pageOf(ada.code), address: '192.0.2.77' })).status).toBe(200);
    }
  });
});

describe('the file', () => {
  const file = (who: string | null, code = ada.code, method = 'GET') =>
    ask({ path: `${pageOf(code)}.pdf`, method, cookie: who ? cookies[who] : undefined });

  test('is its holder’s and HR’s, and of nobody else’s business', async () => {
    for (const who of ['zed', 'farah']) expect((await file(who)).status).toBe(404);
    expect((await file(null)).location).toMatch(/^\/sign-in\?next=/);
    expect((await file('ada', '2222-2222-2222-2222')).status).toBe(404);
    for (const who of ['ada', 'chidi']) {
      const { status, headers, text } = await file(who);
      expect(status).toBe(200);
      expect(text.slice(0, 5)).toBe('%PDF-');
      expect(headers.get('Content-Type')).toBe('application/pdf');
      expect(headers.get('Content-Disposition')).toContain(`certificate-${ada.code}.pdf`);
    }
  });

  test('is written down when HR takes it, and not when its holder does', async () => {
    const taken = () => reader.accessRecord.findMany({ where: { resource: 'certificate.pdf' } });
    const before = (await taken()).length;
    await file('ada');
    await file('chidi', ada.code, 'HEAD');
    expect(await taken()).toHaveLength(before);
    await file('chidi');
    expect((await taken()).slice(before)).toMatchObject([{ query: `?code=${ada.code}` }]);
  });
});

test('one’s own certificates are one’s own', async () => {
  const mine = await ask({ path: '/certificates', cookie: cookies.ada });
  expect(mine.text).toContain(ada.code);
  expect(mine.text).not.toContain(gone.code);
  const none = await ask({ path: '/certificates', cookie: cookies.zed });
  expect(none.text).toContain('No certificate yet');
  const course = await ask({ path: '/learn/plain', cookie: cookies.ada });
  expect(course.text).toContain(`href="/certificates/${ada.code}"`);
  expect((await ask({ path: '/learn/plain', cookie: cookies.zed })).text).not.toContain('/certificates/');
});

describe('HR', () => {
  const list = async (search: string) =>
    (await ask({ path: `/hr/certificates${search}`, cookie: cookies.chidi })).text;

  test('finds certificates by name, by code, by course and by state', async () => {
    expect(await list('?q=nowak')).toContain(ada.code);
    expect(await list('?q=nowak')).not.toContain(gone.code);
    expect(await list(`?q=${gone.code.toLowerCase()}`)).toContain(gone.code);
    expect(await list('?state=valid')).toContain(ada.code);
    expect(await list('?state=expired')).toContain('No certificate fits');
    expect(await list('?state=nonsense&course=none&page=zzz')).toContain(ada.code);
    expect((await ask({ path: '/hr/certificates', cookie: cookies.farah })).status).toBe(404);
  });

  test('takes a name off only once somebody has left', async () => {
    const { status, text } = await ask({
      path: `/hr/certificates/${ada.code}/erase`,
      method: 'POST',
      cookie: cookies.chidi,
    });
    expect(status).toBe(422);
    expect(text).toContain('still works here');
    expect((await ask({ path: pageOf(ada.code) })).text).toContain('Ada Nowak');
  });

  test('and then it stands nowhere any more: not on the pages, not in their data, not in the file', async () => {
    const path = `/hr/certificates/${gone.code}/erase`;
    const erased = await ask({ path, method: 'POST', cookie: cookies.chidi });
    expect(erased.location).toBe(`${path}?done`);
    const pages = [
      pageOf(gone.code),
      `/hr/certificates?q=${gone.code}`,
      `${path}?done`,
      path.replace('erase', 'revoke'),
    ];
    for (const page of pages) {
      for (const kind of kinds) {
        const { status, text } = await ask({ path: page, kind, cookie: cookies.chidi });
        expect(status, page).toBe(200);
        expect(text, page).not.toMatch(/gwendolen|parted/i);
      }
    }
    expect(await list('?q=gwendolen')).toContain('No certificate fits');
    const stranger = await ask({ path: pageOf(gone.code) });
    expect(stranger.text).toContain('Name removed');
    expect(stranger.text).toContain('Course plain');
    const { text } = await ask({ path: `${pageOf(gone.code)}.pdf`, cookie: cookies.chidi });
    expect(text).not.toMatch(/gwendolen|parted/i);
    expect(await transact((tx) => eraseHolder(tx, system, { personId: gone.personId }))).toEqual({
      refused: 'nothing-to-erase',
    });
  });

  test('says why when it revokes one; the holder and others learn that it was, and no more', async () => {
    const path = `/hr/certificates/${ada.code}/revoke`;
    const unsaid = await ask({ path, method: 'POST', form: { reason: '   ' }, cookie: cookies.chidi });
    expect(unsaid.status).toBe(422);
    expect(unsaid.text).toContain('Write why');
    expect(await reader.certificateRevocation.count()).toBe(0);
    const reason = 'The wrong person sat the test.';
    const sent = await ask({ path, method: 'POST', form: { reason }, cookie: cookies.chidi });
    expect(sent.location).toBe(`${path}?done`);
    const again = await ask({ path, method: 'POST', form: { reason: 'Twice.' }, cookie: cookies.chidi });
    expect(again.status).toBe(422);
    expect(await reader.certificateRevocation.findMany()).toMatchObject([{ reason }]);
    for (const cookie of [undefined, cookies.zed, cookies.ada]) {
      const { text } = await ask({ path: pageOf(ada.code), cookie });
      expect(text).toContain('Revoked');
      expect(text).not.toMatch(/wrong person|\.pdf"/);
    }
    const seenByHr = await ask({ path: pageOf(ada.code), cookie: cookies.chidi });
    expect(seenByHr.text).toContain(reason);
    const own = await ask({ path: `${pageOf(ada.code)}.pdf`, cookie: cookies.ada });
    expect(own.location).toBe(pageOf(ada.code));
    const kept = await ask({ path: `${pageOf(ada.code)}.pdf`, cookie: cookies.chidi });
    expect(kept.text.slice(0, 5)).toBe('%PDF-');
    expect(await list('?state=revoked')).toContain(ada.code);
  });
});
