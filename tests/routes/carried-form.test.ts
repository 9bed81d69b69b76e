import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { carryForm, unpackCarried } from '#app/routes/carried-form.server.ts';
import { carriedAction, carriedPrefix } from '#app/routes/carried-form.ts';
import { ask } from '../support/asking.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { hiddenFields } from '../support/visitor.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const fieldName = fc.string({ minLength: 1 }).filter((name) => !/password|^(pin|code)$/i.test(name));
// A browser sends every line break of a field as the same two characters, and no half of a character.
const fieldValue = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n|\r|\n/g, '\r\n'));

describe('a form that travels through the sign-in form', () => {
  test('comes out as it went in', async () => {
    const fields = fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 8 });
    const place = fc.constantFrom('/hr/people/new', '/learn/a/b?part=one', '/');
    await fc.assert(
      fc.asyncProperty(fields, place, async (sent, path) => {
        const body = new URLSearchParams(sent);
        const carried = await carryForm(new Request(`http://localhost${path}`, { method: 'POST', body }));
        expect(carried).toEqual({ action: path, fields: [...body] });
        const form = new FormData();
        form.set(carriedAction, carried.action);
        form.set('email', 'ada@example.com');
        for (const [name, value] of carried.fields) form.append(carriedPrefix + name, value);
        expect(unpackCarried(form)).toEqual(carried);
      }),
    );
  });

  test('leaves passwords and files at home', async () => {
    const body = new FormData();
    for (const name of ['password', 'firstPassword', 'newPASSWORD', 'pin', 'code', 'name'])
      body.set(name, 'secret');
    body.set('photo', new File(['x'], 'x.png'));
    const carried = await carryForm(new Request('http://localhost/hr/people/new', { method: 'POST', body }));
    expect(carried.fields).toEqual([['name', 'secret']]);
  });

  test('is sent nowhere but here', () => {
    for (const action of [
      'https://evil.example',
      '//evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      '/\\evil.example',
    ]) {
      const form = new FormData();
      form.set(carriedAction, action);
      expect(unpackCarried(form)?.action).toBe('/');
    }
  });

  test('is none where none travelled', () => {
    expect(unpackCarried(new FormData())).toBeNull();
  });
});

describe('whoever’s session ran out while they wrote', () => {
  let database: TestDatabase;
  let personId: string;
  const credentials = { email: 'ada@example.com', password: 'oak and white, side by side' };
  const text = 'I will “ring back” <within> the hour & say so';

  beforeAll(async () => {
    database = await openTestDatabase();
    const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
    personId = await hire({ name: 'Ada', roles: ['hr'], email: credentials.email, ...place });
    const secretHash = await hashPassword(credentials.password);
    await transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false }));
  });

  afterAll(() => database.close());

  test('sees the sign-in form, then what they wrote, and sends it themselves', async () => {
    const before = await reader.department.count();
    const refused = await ask({ path: '/hr/departments/new', method: 'POST', form: { name: text } });
    expect(refused.status).toBe(401);
    const carried = hiddenFields(refused.text);
    expect(carried).toMatchObject({ [carriedAction]: '/hr/departments/new', [`${carriedPrefix}name`]: text });

    const wrong = await ask({
      path: '/sign-in',
      method: 'POST',
      form: { ...credentials, ...carried, password: 'wrong' },
    });
    expect(wrong.status).toBe(422);
    expect(hiddenFields(wrong.text)).toMatchObject(carried);
    expect(wrong.text).not.toContain('value="wrong"');

    const right = await ask({ path: '/sign-in', method: 'POST', form: { ...credentials, ...carried } });
    expect(right.status).toBe(200);
    expect(right.text).toContain('action="/hr/departments/new"');
    const again = hiddenFields(right.text);
    expect(again).toEqual({ name: text });
    expect(await reader.department.count(), 'nothing is sent without them').toBe(before);

    const cookie = right.headers.getSetCookie()[0]!.split(';', 1)[0];
    expect((await ask({ path: '/hr/departments/new', method: 'POST', form: again, cookie })).status).toBe(
      303,
    );
    expect(await reader.department.count({ where: { name: text } })).toBe(1);
  });

  test('loses nothing by having signed in elsewhere meanwhile', async () => {
    const cookie = await cookieOf(personId);
    const form = { ...credentials, [carriedAction]: '/hr/departments/new', [`${carriedPrefix}name`]: text };
    const sent = await ask({ path: '/sign-in', method: 'POST', form, cookie });
    expect(sent.status).toBe(200);
    expect(hiddenFields(sent.text)).toEqual({ name: text });
  });

  test.each(['/.//evil.example', '//evil.example', 'https://evil.example', '/\\evil.example'])(
    'is not led away by an address such as %s',
    async (next) => {
      const sent = await ask({ path: '/sign-in', method: 'POST', form: { ...credentials, next } });
      expect([sent.status, sent.location]).toEqual([303, '/']);
    },
  );
});
