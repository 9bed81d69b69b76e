import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { changedParts } from '#app/domain/learning/changes/changed-parts.ts';
import { readChanges } from '#app/domain/learning/changes/change-reads.server.ts';
import { keepChangesSeen } from '#app/domain/learning/changes/keep-changes-seen.server.ts';
import { newsOf } from '#app/domain/learning/changes/news.ts';
import { findModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { readToday } from '#app/domain/learning/today/today-reads.server.ts';
import type { ModuleTree, Part, TreeNode } from '#app/domain/publishing/document-tree.ts';
import type { PublishedStep } from '#app/domain/publishing/library.ts';
import type { ChangeKind } from '#app/domain/publishing/publication.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Text } from '../../support/editions.ts';
import { publishCommon } from '../../support/editions.ts';
import { complete, textOf } from '../../support/learning.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

const p = (text: string): TreeNode => ({ name: 'p', children: [text] });
const forOnly = (functionId: string, text: string): TreeNode => {
  return { name: 'For', props: { function: functionId }, children: [p(text)] };
};
const part = (slug: string, ...nodes: TreeNode[]): Part => {
  return { kind: 'text', slug, title: slug, minutes: 1, nodes };
};
const tree = (...parts: Part[]): ModuleTree => ({ kind: 'module', parts });
const summary = (before: ModuleTree, after: ModuleTree, functionId: string | null = null) =>
  changedParts(before, after, functionId).map(({ kind, part: { slug }, fresh }) => [kind, slug, fresh]);

describe('the parts that differ', () => {
  const before = tree(part('a', p('1'), p('2')), part('b', p('3')), part('c', p('4')));

  test('are none where nothing does, nor where only a heading or the sequence is another', () => {
    expect(summary(before, before)).toEqual([]);
    expect(
      summary(before, tree(part('c', p('4')), part('a', p('1'), p('2')), part('renamed', p('3')))),
    ).toEqual([]);
  });

  test('are new, changed with the places of what is fresh, or gone', () => {
    const after = tree(part('a', p('1'), p('more'), p('2')), part('n', p('new')), part('c', p('4')));
    expect(summary(before, after)).toEqual([
      ['changed', 'a', [1]],
      ['new', 'n', [0]],
      ['gone', 'b', []],
    ]);
  });

  test('name nothing fresh where lines were taken out or moved', () => {
    expect(summary(before, tree(part('a', p('1')), part('b', p('3'), p('2')), part('c', p('4'))))).toEqual([
      ['changed', 'a', []],
      ['changed', 'b', []],
    ]);
  });

  test('leave out what is meant for others', () => {
    const after = tree(
      part('a', p('1'), forOnly('sales', 'x'), p('2')),
      part('b', p('3')),
      part('c', p('4')),
    );
    expect(summary(before, after, 'shipping')).toEqual([]);
    expect(summary(before, after, null)).toEqual([]);
    expect(summary(before, after, 'sales')).toEqual([['changed', 'a', [1]]]);
  });

  test('count questions and scenarios too', () => {
    const quiz = (text: string): Part => {
      const questions = [{ id: 'q', kind: 'one' as const, nodes: [p(text)], options: [] }];
      return { kind: 'quiz', slug: 'quiz', title: null, minutes: 1, questions };
    };
    expect(summary(tree(quiz('one')), tree(quiz('other')))).toEqual([['changed', 'quiz', []]]);
  });
});

describe('what somebody does not know yet', () => {
  const step = (number: number, change: ChangeKind, day: number, language = 'en'): PublishedStep => ({
    versionId: `${language}${number}`,
    language,
    number,
    change,
    materialFrom: null,
    publishedAt: `2026-03-0${day}T00:00:00.000+00:00`,
    note: null,
  });
  const done = (versionId: string, day: number) => {
    const language = versionId.slice(0, 2);
    const completedAt = `2026-03-0${day}T12:00:00.000+00:00`;
    return [{ versionId, language, number: 1, completedOn: `2026-03-0${day}`, completedAt }];
  };
  const history = [
    step(1, 'informative', 1),
    step(2, 'wording', 3),
    step(3, 'informative', 5),
    step(4, 'wording', 7),
  ];
  const now = { versionId: 'en4', language: 'en' };
  const numbers = (known: Parameters<typeof newsOf>[2]) =>
    newsOf(history, now, known)?.steps.map((one) => one.number);

  test('is every change since but those of wording, however late they completed the old edition', () => {
    expect(numbers({ done: done('en1', 2) })).toEqual([3]);
    expect(numbers({ done: done('en1', 6) })).toEqual([3]);
    expect(newsOf(history, now, { done: done('en1', 2) })).toMatchObject({
      fromVersionId: 'en1',
      toVersionId: 'en4',
    });
  });

  test('is nothing for whoever completed it since, has looked at it, or never completed it', () => {
    expect(numbers({ done: done('en3', 6) })).toBeUndefined();
    expect(numbers({ done: done('en1', 2), seen: ['en3'] })).toBeUndefined();
    expect(numbers({ done: done('en1', 2), seen: ['en2'] })).toEqual([3]);
    expect(numbers({ done: [] })).toBeUndefined();
  });

  test('is told in the language they read now, by what was published there since', () => {
    const polish = [step(1, 'informative', 1, 'pl'), ...history, step(2, 'informative', 6, 'pl')];
    const known = { done: done('en3', 5) };
    expect(
      newsOf(polish, { versionId: 'pl2', language: 'pl' }, known)?.steps.map((one) => one.versionId),
    ).toEqual(['pl2']);
    // A first translation is none: it says what they have read.
    const first = [...history, step(1, 'informative', 6, 'pl')];
    expect(newsOf(first, { versionId: 'pl1', language: 'pl' }, known)).toBeNull();
  });
});

describe('on Today', () => {
  let database: TestDatabase;
  let actor: PersonActor;

  beforeEach(async () => {
    database = await openTestDatabase();
    const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
    actor = await actorOf(await hire({ name: 'Ada', ...place }));
    await publish({});
    await complete(actor, await textOf(actor, 'common', 'one'));
  });

  afterEach(() => database.close());

  const publish = (one: Text) => publishCommon(database.folder, { one });
  const changed = async () =>
    (await readToday(reader, actor)).changed.map(({ module, news }) => [
      module.slug,
      news.steps.map(({ note }) => note),
    ]);
  const changes = async () => readChanges(reader, actor, (await findModule(reader, actor, 'common', 'one'))!);

  test('a change of wording is not told', async () => {
    await publish({ parts: ['Plainer words.'], front: 'change: wording\n' });
    expect([await changed(), await changes()]).toEqual([[], null]);
  });

  test('a change that informs is told with the editor’s line, until they have looked at it; a later one is told anew', async () => {
    await publish({ parts: ['More.', 'New.'], front: 'change: informative\nchanged: There is more.\n' });
    expect(await changed()).toEqual([['one', ['There is more.']]]);
    const found = await changes();
    expect(found).toMatchObject({ notes: ['There is more.'], language: 'en' });
    expect(found?.parts.map(({ kind, part: { slug } }) => [kind, slug])).toEqual([
      ['changed', 'part-1'],
      ['new', 'part-2'],
    ]);
    const seen = { personId: actor.id, versionId: found!.versionId };
    await transact((tx) => keepChangesSeen(tx, seen));
    const before = await reader.changeSeen.findMany();
    await transact((tx) => keepChangesSeen(tx, seen));
    expect(await reader.changeSeen.findMany()).toEqual(before);
    expect(await changed()).toEqual([]);
    expect(await changes(), 'it can still be looked at').not.toBeNull();
    await publish({ parts: ['More.', 'Newer.'], front: 'changed: And more.\n' });
    expect(await changed()).toEqual([['one', ['And more.']]]);
  });

  test('a material change is not told twice: all of it is to be read again', async () => {
    await underClock(new Date(Date.now() + 3 * 86_400_000), async () => {
      await publish({ parts: ['Other.'], front: 'change: material\n' });
      expect(await changed()).toEqual([]);
      expect((await readToday(reader, actor)).left.map(({ module }) => module.state)).toEqual(['again']);
      expect(await changes(), 'it can be looked at').not.toBeNull();
    });
  });
});
