import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { carryPlace } from '#app/domain/learning/modules/carry-place.ts';
import { keepPlace } from '#app/domain/learning/modules/keep-place.server.ts';
import { findModule, readModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { switchLanguage } from '#app/domain/learning/modules/switch-language.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { Course } from '../../support/content.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { rightAnswers, wrongAnswers } from '../../support/learning.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let ada: PersonActor;
let ben: PersonActor;

const texts = (language: string, title: string, front = '', parts = ['One.', 'Two.', 'Three.']) =>
  moduleSource({ title, language, parts, front, questions: question('a', 'one') });

const bilingual = (front = ''): Course => ({
  slug: 'common',
  title: 'Everyone',
  audience: 'everyone',
  modules: { only: texts('en', 'Only', front), plain: texts('en', 'Plain') },
  translations: { de: { title: 'Alle', modules: { only: texts('de', 'Nur', front) } } },
});

async function bring(course: Course) {
  const root = join(database.folder, 'content');
  rmSync(root, { recursive: true, force: true });
  return importContent(system, writeContent(root, [course]));
}

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  ada = await actorOf(await hire({ name: 'Ada', language: 'de', ...place }));
  ben = await actorOf(await hire({ name: 'Ben', ...place }));
  const report = await bring(bilingual());
  expect([report.broken, report.waiting]).toEqual([[], []]);
});

afterEach(() => database.close());

const view = async (actor: PersonActor, module = 'only', wished?: string) =>
  readModule(reader, actor, (await findModule(reader, actor, 'common', module))!, wished);

async function begin(actor: PersonActor) {
  const { version } = await view(actor);
  const { documentId, id: versionId, tree } = version;
  const firstPart = tree.parts[0]!.slug;
  await transact((tx) => beginModule(tx, actor, { documentId, versionId, firstPart }));
  return { documentId, versionId, tree };
}

async function readParts(actor: PersonActor, count: number) {
  const { version } = await view(actor);
  const slugs = version.tree.parts.map(({ slug }) => slug);
  for (const [index, readPart] of slugs.slice(0, count).entries()) {
    const nextPart = slugs[index + 1] ?? 'quiz';
    const { documentId } = version;
    await transact((tx) => keepPlace(tx, { personId: actor.id, documentId, readPart, nextPart }));
  }
}

const change = (actor: PersonActor, documentId: string, language: string) =>
  transact((tx) => switchLanguage(tx, actor, { documentId, language }));

describe('everybody reads in their language', () => {
  test('a course and its modules where there is a translation, and the original where there is none', async () => {
    const shown = async (actor: PersonActor) => {
      const course = (await readMyCourse(reader, actor, 'common'))!;
      return [course, ...course.modules].map(({ title, language }) => `${title} (${language})`);
    };
    expect(await shown(ada)).toEqual(['Alle (de)', 'Nur (de)', 'Plain (en)']);
    expect(await shown(ben)).toEqual(['Everyone (en)', 'Only (en)', 'Plain (en)']);
  });

  test('one page, whichever was brought in last: the original stays the original', async () => {
    const course = bilingual();
    course.modules.only = texts('en', 'Only, better');
    await bring(course);
    const { module } = (await findModule(reader, ben, 'common', 'only'))!;
    expect(module.editions.map(({ title, language }) => [title, language])).toEqual([
      ['Only, better', 'en'],
      ['Nur', 'de'],
    ]);
    const russian = { ...ben, language: 'ru' };
    expect((await view(russian)).version.title).toBe('Only, better');
  });

  test('somebody else’s language by wish, and none that there is not', async () => {
    expect((await view(ben, 'only', 'de')).version.title).toBe('Nur');
    expect((await view(ben, 'only', 'xx')).version.title).toBe('Only');
    expect((await view(ben)).otherLanguages).toEqual(['de']);
    expect((await view(ben, 'plain')).otherLanguages).toEqual([]);
  });

  test('a translation whose original is broken waits for it', async () => {
    const course = bilingual();
    course.modules.plain = texts('en', 'Plain', '', ['One {process.env.HOME} too many.']);
    course.translations!.de!.modules.plain = texts('de', 'Schlicht');
    expect((await bring(course)).broken).toHaveLength(1);
    expect((await view(ada, 'plain')).version.title).toBe('Plain');
  });
});

describe('the language is changed while reading', () => {
  test('and the place is kept, with what was read', async () => {
    const { documentId } = await begin(ben);
    await readParts(ben, 2);
    expect(await change(ben, documentId, 'de')).toEqual({ ok: true });
    const seen = await view(ben);
    expect([seen.version.title, seen.round?.part, seen.round?.partsRead.length]).toEqual([
      'Nur',
      'part-3',
      2,
    ]);
    expect(seen.newerEdition).toBe(false);
    const events = await reader.event.findMany({ where: { name: 'reading.switched' } });
    expect(events.map(({ facts }) => JSON.parse(facts!))).toEqual([
      { documentId, versionId: seen.version.id },
    ]);
  });

  test('and what is completed is the document, on the edition that was read', async () => {
    const { documentId } = await begin(ben);
    await readParts(ben, 2);
    await done(change(ben, documentId, 'de'));
    await readParts(ben, 3);
    const { version } = await view(ben);
    const { attemptId } = await done(transact((tx) => startAttempt(tx, ben, { documentId })));
    const answers = await rightAnswers({ documentId, versionId: version.id, tree: version.tree });
    await done(transact((tx) => submitQuiz(tx, ben, { documentId, attemptId, answers })));
    const rows = await reader.completion.findMany({ where: { personId: ben.id } });
    expect(rows.map(({ versionId }) => versionId)).toEqual([version.id]);
    expect((await view(ben)).completedOn).not.toBeNull();
  });

  test('not with a try open, not before it is begun, not into a language it is not in', async () => {
    const { documentId } = await begin(ben);
    await readParts(ben, 3);
    await done(transact((tx) => startAttempt(tx, ben, { documentId })));
    const before = tableHashes(database.folder);
    expect(await change(ben, documentId, 'de')).toEqual({ refused: 'try-open' });
    expect(await change(ben, documentId, 'fr')).toEqual({ refused: 'not-in-that-language' });
    expect(await change(ada, documentId, 'en')).toEqual({ refused: 'not-begun' });
    expect(await change(ben, documentId, 'en')).toEqual({ ok: true });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('not to try once more than is allowed', async () => {
    await bring(bilingual('attempts: 2\n'));
    const text = await begin(ben);
    const { documentId } = text;
    await readParts(ben, 3);
    const { attemptId } = await done(transact((tx) => startAttempt(tx, ben, { documentId })));
    const answers = await wrongAnswers(text);
    await done(transact((tx) => submitQuiz(tx, ben, { documentId, attemptId, answers })));
    expect(await change(ben, documentId, 'de')).toEqual({ refused: 'tries-counted' });
  });
});

test('where parts are not as many, what is left to read stays as much', () => {
  const tree = (...slugs: string[]): ModuleTree => ({
    kind: 'module',
    parts: slugs.map((slug) => ({ kind: 'text', slug, title: null, minutes: 1, nodes: [] })),
  });
  const four = tree('a', 'b', 'c', 'd');
  expect(carryPlace(four, tree('x', 'y', 'z'), { part: 'c', partsRead: ['a', 'b'] })).toEqual({
    part: 'y',
    partsRead: ['x'],
  });
  expect(carryPlace(four, tree('x'), { part: 'a', partsRead: [] })).toEqual({ part: 'x', partsRead: [] });
  expect(carryPlace(four, tree('w', 'x', 'y', 'z'), { part: 'd', partsRead: ['b'] })).toEqual({
    part: 'z',
    partsRead: ['x'],
  });
  expect(carryPlace(four, four, { part: 'quiz', partsRead: ['a', 'b', 'c', 'd'] }).part).toBe('quiz');
});
