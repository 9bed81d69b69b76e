import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carriedAction, carriedPrefix } from '#app/routes/carried-form.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Somebody } from '../../support/entrance-company.ts';
import { entranceCompany, linkFor, slipFor } from '../../support/entrance-company.ts';
import { hiddenFields, visitor } from '../../support/visitor.ts';

let database: TestDatabase;
let company: Awaited<ReturnType<typeof entranceCompany>>;
let ada: Somebody;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await entranceCompany();
});

beforeEach(async () => {
  ada = await company.somebody();
});

afterAll(() => database.close());

const fresh = 'a brand new password';

describe('what somebody was writing when their session ended', () => {
  const text = 'I will “ring back” <within> the hour & say so';
  const waiting = {
    [carriedAction]: '/notices',
    [`${carriedPrefix}upTo`]: text,
    [`${carriedPrefix}email`]: 'x@y.z',
  };
  const expectWaiting = (page: string) => expect(hiddenFields(page)).toMatchObject(waiting);

  test('goes along to a slip’s code, past every mistake, and is sent by themselves', async () => {
    const { code } = await slipFor(ada.personId);
    const mine = visitor();
    const lost = await mine.post('/notices', { upTo: text, email: 'x@y.z' });
    expect(lost.status).toBe(401);
    expect(lost.text).toContain('action="/code"');
    const arrived = await mine.post('/code', waiting);
    expect(arrived.status).toBe(200);
    expect(arrived.text).not.toContain('aria-invalid');
    expectWaiting(arrived.text);
    const wrong = await mine.post('/code', { ...hiddenFields(arrived.text), email: ada.email, code: 'BCD' });
    expect(wrong.status).toBe(422);
    expectWaiting(wrong.text);
    const right = await mine.post('/code', { ...hiddenFields(wrong.text), email: ada.email, code });
    expectWaiting(right.text);
    const short = await mine.post('/code/password', {
      ...hiddenFields(right.text),
      email: ada.email,
      fresh: 'x',
    });
    expectWaiting(short.text);
    const sent = await mine.post('/code/password', { ...hiddenFields(short.text), email: ada.email, fresh });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('action="/notices"');
    expect(hiddenFields(sent.text)).toEqual({ upTo: text, email: 'x@y.z' });
    expect((await mine.get('/')).status).toBe(200);
  });

  test('waits on the page that a link was asked for on, and goes along when they sign in there', async () => {
    const mine = visitor();
    const arrived = await mine.post('/forgot', waiting);
    expect(arrived.status).toBe(200);
    expectWaiting(arrived.text);
    const missing = await mine.post('/forgot', { ...hiddenFields(arrived.text), email: '' });
    expect(missing.status).toBe(422);
    expectWaiting(missing.text);
    const asked = await mine.post('/forgot', { ...hiddenFields(missing.text), email: ada.email });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('action="/sign-in"');
    expectWaiting(asked.text);
    await visitor().post(await linkFor(ada.personId, 'reset'), { fresh });
    const form = { ...hiddenFields(asked.text), email: ada.email, password: fresh };
    const sent = await mine.post('/sign-in', form);
    expect(hiddenFields(sent.text)).toEqual({ upTo: text, email: 'x@y.z' });
  });

  test.each(['invitation', 'reset'] as const)('goes along through a link for %s', async (purpose) => {
    const link = await linkFor(ada.personId, purpose);
    const short = await visitor().post(link, { ...waiting, fresh: 'x' });
    expectWaiting(short.text);
    const sent = await visitor().post(link, { ...hiddenFields(short.text), fresh });
    expect(sent.status).toBe(200);
    expect(hiddenFields(sent.text)).toEqual({ upTo: text, email: 'x@y.z' });
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'is sent nowhere but here, whatever stands in its way: %s',
    async (action) => {
      const elsewhere = { ...waiting, [carriedAction]: action };
      const { code } = await slipFor(ada.personId);
      const typed = { ...elsewhere, email: ada.email, code, fresh };
      for (const [path, form] of [
        ['/code', elsewhere],
        ['/forgot', elsewhere],
        ['/code/password', typed],
        [await linkFor(ada.personId, 'reset'), { ...elsewhere, fresh }],
      ] as const) {
        const { text: page } = await visitor().post(path, form);
        const leads = [...page.matchAll(/(?:href|action|name="carriedAction" value)="([^"]*)"/g)];
        expect(
          leads.filter(([, to]) => /evil|alert/.test(to!)),
          path,
        ).toEqual([]);
      }
    },
  );
});
