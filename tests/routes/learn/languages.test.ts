import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { ask } from '../../support/asking.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

const home = '/learn/common/only';
let database: TestDatabase;
const cookies: Record<string, string> = {};

const texts = (language: string, title: string, part: string) =>
  moduleSource({ title, language, parts: [`${part} one.`, `${part} two.`], questions: question('a', 'one') });

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Shipping') };
  const course = {
    slug: 'common',
    title: 'Everyone',
    audience: 'everyone',
    modules: { only: texts('en', 'Only', 'Part'), plain: texts('en', 'Plain', 'Part') },
    translations: { pl: { title: 'Wszyscy', modules: { only: texts('pl', 'Jedyny', 'Tekst') } } },
  };
  await importContent(system, writeContent(`${database.folder}/content`, [course]));
  cookies.ada = await cookieOf(await hire({ name: 'Ada', language: 'pl', ...place }));
  cookies.ben = await cookieOf(await hire({ name: 'Ben', ...place }));
});

afterEach(() => database.close());

const get = async (who: string, path: string) => ask({ path, cookie: cookies[who] });
const post = (who: string, path: string, form: Record<string, string> = {}) =>
  ask({ path, method: 'POST', cookie: cookies[who], form });

describe('what is in another language than the page says so', () => {
  test('in the list, at the course, on the module’s first page and in its text', async () => {
    expect((await get('ada', '/learn')).text).toMatch(/<h2 lang="pl"[^>]*><a[^>]*>Wszyscy/);
    const course = await get('ada', '/learn/common');
    expect(course.text).toMatch(/<h3 lang="pl"[^>]*><a[^>]*>Jedyny/);
    expect(course.text).toMatch(/<h3 lang="en"[^>]*><a[^>]*>Plain/);
    expect((await get('ada', home)).text).toMatch(/<h1 lang="pl"[^>]*>Jedyny/);
    await post('ada', home);
    expect((await get('ada', `${home}?part=part-1`)).text).toMatch(/id="text" lang="pl"/);
  });

  test('and whoever has no translation is told so', async () => {
    const note = 'This module is not yet in Polish. You read it in English.';
    expect((await get('ada', '/learn/common/plain')).text).toContain(note);
    expect((await get('ada', home)).text).not.toContain('not yet in');
    expect((await get('ben', '/learn/common/plain')).text).not.toContain('not yet in');
  });
});

describe('the language is chosen', () => {
  test('before beginning, at the same address', async () => {
    expect((await get('ben', home)).text).toMatch(/Also in:.*value="pl" lang="pl"[^>]*>polski/);
    const chosen = await post('ben', `${home}/language`, { language: 'pl' });
    expect([chosen.status, chosen.location]).toEqual([303, `${home}?in=pl`]);
    expect((await get('ben', `${home}?in=pl`)).text).toContain('Jedyny');
    await post('ben', `${home}?in=pl`);
    expect((await get('ben', `${home}?part=part-1`)).text).toContain('Tekst one.');
  });

  test('while reading, and one comes to the same part', async () => {
    await post('ben', home);
    const chosen = await post('ben', `${home}/language`, { language: 'pl', part: 'part-2' });
    expect([chosen.status, chosen.location]).toEqual([303, `${home}?part=part-2`]);
    expect((await get('ben', chosen.location!)).text).toContain('Tekst two.');
    expect((await get('ben', `${home}/print`)).text).toMatch(/Tekst one\.[\s\S]*Tekst two\./);
  });

  test('not with a try open, nor one that there is not: the page says why, and nothing changes', async () => {
    await post('ben', home);
    for (const read of ['part-1', 'part-2']) await post('ben', home, { read });
    await post('ben', `${home}/attempt`);
    const before = tableHashes(database.folder);
    const refused = await post('ben', `${home}/language`, { language: 'pl' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Your try at the questions is open');
    expect((await post('ben', `${home}/language`, { language: 'xx' })).status).toBe(422);
    expect(tableHashes(database.folder)).toEqual(before);
    expect((await get('ben', home)).text).not.toContain('Also in:');
  });
});

describe('the whole module on paper', () => {
  test('is for whoever has begun it, and holds no questions', async () => {
    expect((await get('ben', `${home}/print`)).location).toBe(home);
    await post('ben', home);
    const sheet = await get('ben', `${home}/print`);
    expect(sheet.text).toMatch(/Part one\.[\s\S]*Part two\./);
    expect(sheet.text).not.toContain('What of a?');
  });
});

describe('the size of the text', () => {
  test('is kept in the browser, and one comes back to the text', async () => {
    const chosen = await post('ben', '/reading/text-size', { size: 'large', back: `${home}?part=part-1` });
    expect([chosen.status, chosen.location]).toEqual([303, `${home}?part=part-1`]);
    const kept = chosen.headers.get('Set-Cookie')!.split(';', 1)[0];
    const cookie = `${cookies.ben}; ${kept}`;
    expect((await ask({ path: home, cookie })).text).toMatch(/<html[^>]*class="text-large"/);
    expect((await ask({ path: '/', cookie })).text).not.toContain('text-large');
  });

  test('is none that there is not, and leads to no other site', async () => {
    expect((await post('ben', '/reading/text-size', { size: 'huge' })).status).toBe(422);
    expect((await post('ben', '/reading/text-size')).status).toBe(422);
    const away = await post('ben', '/reading/text-size', { size: 'large', back: '//evil.example/' });
    expect(away.location).toBe('/learn');
    const forged = await ask({ path: home, cookie: `${cookies.ben}; everyhand-text-size=largest` });
    expect(forged.text).not.toContain('text-largest');
  });
});
