import { afterAll, beforeAll, expect, test } from 'vitest';
import { addScreen } from '#app/domain/culture/posters/screens/add-screen.server.ts';
import { editScreen } from '#app/domain/culture/posters/screens/edit-screen.server.ts';
import { removeScreen } from '#app/domain/culture/posters/screens/remove-screen.server.ts';
import { renewScreenAddress } from '#app/domain/culture/posters/screens/renew-screen-address.server.ts';
import {
  postersOnScreen,
  readScreen,
  readScreens,
  screenByToken,
  screenToken,
} from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import type { NewScreen } from '#app/domain/culture/posters/screens/screen.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { bigWords, documentOf, posterSource, publishPosters } from '../../support/posters.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let editor: PersonActor;
let learner: PersonActor;
let input: NewScreen;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office', 'office');
  editor = await actorOf(await hire({ name: 'Dana Editor', departmentId, siteId, roles: ['editor'] }));
  learner = await actorOf(await hire({ name: 'Ada Learner', departmentId, siteId }));
  await publishPosters({
    one: posterSource('One', bigWords('One')),
    'one.pl': posterSource('Jeden', { ...bigWords('Jeden'), language: 'pl' }),
    two: posterSource('Two', bigWords('Two')),
    thanks: posterSource('Thanks', {
      front: 'template: thanks\npalette: green\n',
      body: '<Thanks to="nobody@example.com">\n\nYou rang.\n\n</Thanks>',
    }),
  });
  input = {
    name: 'Canteen',
    siteId,
    language: 'en',
    seconds: 20,
    shape: 'wide',
    showsThanks: false,
    documentIds: [await documentOf('two'), await documentOf('thanks'), await documentOf('one')],
  };
});

afterAll(() => database.close());

const add = async (more: Partial<NewScreen> = {}) => {
  const { screenId } = await done(transact((tx) => addScreen(tx, editor, { ...input, ...more })));
  return (await readScreen(reader, screenId))!;
};
const shownOn = async (screenId: string) =>
  (await postersOnScreen(reader, (await readScreen(reader, screenId))!)).map(({ title }) => title);

test('a screen shows what was chosen in its order, in its language, and names nobody unless it may', async () => {
  const screen = await add();
  expect(await shownOn(screen.id)).toEqual(['Two', 'One']);
  const { id: screenId } = screen;
  await done(
    transact((tx) => editScreen(tx, editor, { ...input, screenId, language: 'pl', showsThanks: true })),
  );
  expect(await shownOn(screen.id)).toEqual(['Two', 'Thanks', 'Jeden']);
  const events = await reader.event.findMany({ where: { subjectType: 'screen', subjectId: screenId } });
  expect(events.map(({ name }) => name)).toEqual(['screen.added', 'screen.edited']);
  expect(events[1]!.facts).toBe('{"fields":["language","showsThanks"]}');
});

test('a poster that is withdrawn leaves the screen, and the choice remembers it', async () => {
  const screen = await add();
  const two = { document: { kind: 'poster', slug: 'two' } };
  await transact((tx) => tx.publication.updateMany({ where: two, data: { withdrawnAt: new Date() } }));
  expect(await shownOn(screen.id)).toEqual(['One']);
  await transact((tx) => tx.publication.updateMany({ where: two, data: { withdrawnAt: null } }));
  expect(await shownOn(screen.id)).toEqual(['Two', 'One']);
});

test('its address opens it; any other, and every one before a new one, opens nothing', async () => {
  const screen = await add();
  const token = screenToken(screen);
  expect((await screenByToken(reader, token))?.id).toBe(screen.id);
  const other = await add({ name: 'Other' });
  expect((await screenByToken(reader, screenToken(other)))?.id).toBe(other.id);
  const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  for (const wrong of ['', screen.id, changed, `${token}A`, token.toLowerCase(), token.slice(0, -1)]) {
    expect(await screenByToken(reader, wrong), wrong).toBeNull();
  }
  const renew = () =>
    transact((tx) => renewScreenAddress(tx, editor, { screenId: screen.id, generation: 1 }));
  await done(renew());
  // Pressed twice, it is renewed once.
  await done(renew());
  expect(await screenByToken(reader, token)).toBeNull();
  const renewed = (await readScreen(reader, screen.id))!;
  expect(renewed.generation).toBe(2);
  expect((await screenByToken(reader, screenToken(renewed)))?.id).toBe(screen.id);
  await done(transact((tx) => removeScreen(tx, editor, { screenId: screen.id })));
  expect(await screenByToken(reader, screenToken(renewed))).toBeNull();
  expect((await readScreens(reader)).map(({ id }) => id)).not.toContain(screen.id);
});

test('nobody but an editor keeps screens, and nothing that is not there is put on one', async () => {
  const { id: screenId } = await add();
  const before = tableHashes(database.folder, ['Session']);
  const refused = async (result: Promise<object>) => ((await result) as { refused?: string }).refused;
  const edit = (who: PersonActor, more: Partial<NewScreen> = {}, id = screenId) =>
    refused(transact((tx) => editScreen(tx, who, { ...input, ...more, screenId: id })));
  expect(await refused(transact((tx) => addScreen(tx, learner, input)))).toBe('not-allowed');
  expect(await edit(learner)).toBe('not-allowed');
  expect(await refused(transact((tx) => removeScreen(tx, learner, { screenId })))).toBe('not-allowed');
  expect(await refused(transact((tx) => renewScreenAddress(tx, learner, { screenId, generation: 1 })))).toBe(
    'not-allowed',
  );
  expect(await edit(editor, {}, 'none')).toBe('unknown-screen');
  expect(await edit(editor, { siteId: 'none' })).toBe('unknown-site');
  expect(await edit(editor, { departmentId: 'none' })).toBe('unknown-department');
  expect(await edit(editor, { documentIds: ['none'] })).toBe('unknown-poster');
  const [first] = input.documentIds;
  expect(await edit(editor, { documentIds: [first!, first!] })).toBe('unknown-poster');
  expect(tableHashes(database.folder, ['Session'])).toEqual(before);
});
